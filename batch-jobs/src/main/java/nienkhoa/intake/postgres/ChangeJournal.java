package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.intake.Change;
import nienkhoa.intake.Fact;

/** The journal of changed values: with the texts of the facts while they wait, then in its own table, keyed by export. */
final class ChangeJournal {

    private static final String FORGET = "delete from intake_change where export_sha256 = ?";

    private static final String ENTER =
            "copy intake_change (export_sha256, file, sheet, cell, field, step, rule, before, after) from stdin";

    /** End a change and a part of one; plain text cannot hold them. */
    private static final char END = '\u001E';

    private static final char BETWEEN = '\u001F';

    /** Sheet, cell, field and step: what a step is known by within a file. */
    private static final int PARTS_OF_A_PLACE = 4;

    private static final Comparator<Waiting> BY_PLACE =
            Comparator.comparingLong(Waiting::place).thenComparingLong(Waiting::at);

    private final FactSpool texts;
    private final List<Waiting> waiting = new ArrayList<>();

    ChangeJournal(FactSpool texts) {
        this.texts = texts;
    }

    /** The changes of one row: where it stands in the export, where they are in the spool. */
    private record Waiting(int file, long place, long at, int bytes) {}

    void add(Fact fact, long place) {
        if (!fact.changes().isEmpty()) {
            String all =
                    fact.changes().stream().map(ChangeJournal::parts).collect(Collectors.joining(String.valueOf(END)));
            byte[] text = FactSpool.bytes(all);
            waiting.add(new Waiting(fact.file(), place, texts.add(text), text.length));
        }
    }

    private static String parts(Change change) {
        return Stream.of(
                        change.sheet(),
                        change.cell(),
                        change.field(),
                        String.valueOf(change.step()),
                        change.rule().name(),
                        change.before(),
                        change.after())
                .map(ChangeJournal::storable)
                .collect(Collectors.joining(String.valueOf(BETWEEN)));
    }

    /** Quirk: PostgreSQL's text cannot hold the character zero; our own signs would split the text. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD').replace(END, '\uFFFD').replace(BETWEEN, '\uFFFD');
    }

    /**
     * Enters all changes in place of what the journal holds of the export. A step that two facts of one row tell counts once,
     * as does a sheet that lies in a file twice under one name, which spreadsheets do not allow.
     *
     * @param paths of the export's files, in the order of their numbers
     */
    void enter(Connection connection, String exportSha256, List<String> paths) throws SQLException {
        Sql.update(connection, FORGET, exportSha256);
        waiting.sort(BY_PLACE);
        Set<List<String>> told = new HashSet<>();
        int file = -1;
        try (CopyText copy = new CopyText(connection, ENTER)) {
            for (Waiting row : waiting) {
                if (row.file() != file) {
                    told.clear();
                    file = row.file();
                }
                for (String change : texts.read(row.at(), row.bytes()).split(String.valueOf(END), -1)) {
                    List<String> parts = List.of(change.split(String.valueOf(BETWEEN), -1));
                    if (told.add(parts.subList(0, PARTS_OF_A_PLACE))) {
                        copy.value(exportSha256).value(paths.get(file));
                        parts.forEach(copy::value);
                        copy.endLine();
                    }
                }
            }
            copy.end();
        }
    }
}
