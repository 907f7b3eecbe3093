package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

    private final FactSpool texts;
    private final SortedMap<Integer, LongStream.Builder> byFile = new TreeMap<>();

    ChangeJournal(FactSpool texts) {
        this.texts = texts;
    }

    /** The rows of one file come in its order. */
    void add(Fact fact) {
        if (!fact.changes().isEmpty()) {
            String all =
                    fact.changes().stream().map(ChangeJournal::parts).collect(Collectors.joining(String.valueOf(END)));
            byFile.computeIfAbsent(fact.file(), file -> LongStream.builder()).add(texts.add(all));
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
        try (CopyText copy = new CopyText(connection, ENTER)) {
            for (Map.Entry<Integer, LongStream.Builder> file : byFile.entrySet()) {
                enter(
                        exportSha256,
                        paths.get(file.getKey()),
                        file.getValue().build().toArray(),
                        copy);
            }
            copy.end();
        }
    }

    private void enter(String exportSha256, String path, long[] rows, CopyText copy) throws SQLException {
        Set<List<String>> told = new HashSet<>();
        for (long row : rows) {
            String all = texts.read(row);
            for (String change : all.split(String.valueOf(END), -1)) {
                List<String> parts = List.of(change.split(String.valueOf(BETWEEN), -1));
                if (told.add(parts.subList(0, PARTS_OF_A_PLACE))) {
                    copy.value(exportSha256).value(path);
                    parts.forEach(copy::value);
                    copy.endLine();
                }
            }
        }
    }
}
