package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.intake.Change;

/** The journal of changed values: with the facts while they wait, then in its own table, keyed by export. */
final class ChangeJournal {

    private static final String FORGET = "delete from intake_change where export_sha256 = ?";

    /** End a change and a part of one; plain text cannot hold them. */
    private static final char END = '\u001E';

    private static final char BETWEEN = '\u001F';

    /** A sheet that lies in an export twice under one name, which spreadsheets do not allow, counts once. */
    private static final String ENTER = """
            insert into intake_change (export_sha256, file, sheet, cell, field, step, rule, before, after)
            select distinct on (file.path collate "C", part[1] collate "C", part[2] collate "C", part[3] collate "C", part[4])
                   ?, file.path, part[1], part[2], part[3], part[4]::integer, part[5], part[6], part[7]
            from intake_fact f
            join unnest(?::text[]) with ordinality as file (path, number) on file.number = f.file + 1
            cross join lateral unnest(string_to_array(f.changes, chr(30))) as change (parts)
            cross join lateral (select string_to_array(change.parts, chr(31)) as part) split
            where f.changes <> ''
            order by file.path collate "C", part[1] collate "C", part[2] collate "C", part[3] collate "C", part[4],
                     f.place
            """;

    private final Connection connection;

    ChangeJournal(Connection connection) {
        this.connection = connection;
    }

    /** Changes of one row for the staging table; empty if there are none. */
    static String content(List<Change> changes) {
        return changes.isEmpty()
                ? ""
                : changes.stream().map(ChangeJournal::parts).collect(Collectors.joining(String.valueOf(END)));
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

    /** @param paths of the export's files, in the order of their numbers */
    void enter(String exportSha256, List<String> paths) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, exportSha256);
            forget.executeUpdate();
        }
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, exportSha256);
            enter.setArray(2, connection.createArrayOf("text", paths.toArray()));
            enter.executeUpdate();
        }
    }
}
