package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.Change;

/** The journal of changed values: with the facts while they wait, then in its own table, keyed by export. */
final class ChangeJournal {

    private static final String FORGET = "delete from intake_change where export_sha256 = ?";

    /** A sheet that lies in an export twice under one name, which spreadsheets do not allow, counts once. */
    private static final String ENTER = """
            insert into intake_change (export_sha256, file, sheet, cell, field, step, rule, before, after)
            select ?, file.path, c.sheet, c.cell, c.field, c.step, c.rule, c.before, c.after
            from intake_fact f
            join unnest(?::text[]) with ordinality as file (path, number) on file.number = f.file + 1
            cross join json_to_recordset(f.changes::json) as c (
                sheet text, cell text, field text, step integer, rule text, before text, after text)
            where f.changes <> ''
            order by f.file, f.sheet, f.row, c.cell, c.step
            on conflict do nothing
            """;

    private final Connection connection;

    ChangeJournal(Connection connection) {
        this.connection = connection;
    }

    /** Changes of one row for the staging table; empty if there are none. */
    static String content(List<Change> changes) {
        return changes.isEmpty()
                ? ""
                : CanonicalJson.write(
                        changes.stream().map(ChangeJournal::storable).toList());
    }

    /** Quirk: PostgreSQL's text cannot hold the character zero. */
    private static Change storable(Change change) {
        return change.before().indexOf('\0') < 0
                ? change
                : new Change(
                        change.sheet(),
                        change.cell(),
                        change.field(),
                        change.step(),
                        change.rule(),
                        change.before().replace('\0', '\uFFFD'),
                        change.after().replace('\0', '\uFFFD'));
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
