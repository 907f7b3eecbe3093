package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.intake.Staging.Merge;

/**
 * Writes what {@link RegisterDifference} marked into the register: a new revision where the content differs, nothing where
 * it does not. What ends gets a last revision that is not current and names the export by which it ended.
 */
final class RegisterMerge {

    private static final String CLOSE_OLD_REVISIONS = """
            update register_entry e
            set current = false
            from intake_changed c
            where e.kind = c.kind and e.key = c.key and e.current
            """;

    private static final String ENTER = """
            insert into register_entry (kind, key, revision, current, school_code, school_year, class_name, student_id,
                                        content, content_sha256, export_sha256, entered_at)
            select r.kind, r.key, c.revision, true, r.school_code, r.school_year, r.class_name, r.student_id,
                   r.content, r.content_sha256, ?, ?
            from intake_changed c
            join intake_record r on r.kind = c.kind and r.key = c.key
            """;

    private static final String END_PLACES = """
            update register_entry e
            set current = false
            from intake_closed x
            where x.ends and e.kind = 'enrolment' and e.key = x.key and e.current
            """;

    private static final String ENTER_ENDS = """
            insert into register_entry (kind, key, revision, current, school_code, school_year, class_name, student_id,
                                        content, content_sha256, export_sha256, entered_at)
            select e.kind, e.key, e.revision + 1, false, e.school_code, e.school_year, e.class_name, e.student_id,
                   e.content, e.content_sha256, ?, ?
            from intake_closed x
            join register_entry e on e.kind = 'enrolment' and e.key = x.key and e.revision = x.revision
            where x.ends
            """;

    private static final String UNCHANGED = """
            select coalesce(sum(r.rows), 0), count(*)
            from intake_record r
            left join intake_changed c on c.kind = r.kind and c.key = r.key
            where c.kind is null
            """;

    private static final String REVISIONS = "select kind, count(*) from intake_changed group by kind";

    private final Connection connection;

    RegisterMerge(Connection connection) {
        this.connection = connection;
    }

    void merge(String exportSha256, Instant enteredAt) throws SQLException {
        execute(CLOSE_OLD_REVISIONS);
        execute(END_PLACES);
        enter(ENTER, exportSha256, enteredAt);
        enter(ENTER_ENDS, exportSha256, enteredAt);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void enter(String sql, String exportSha256, Instant enteredAt) throws SQLException {
        try (PreparedStatement enter = connection.prepareStatement(sql)) {
            enter.setString(1, exportSha256);
            enter.setTimestamp(2, Timestamp.from(enteredAt));
            enter.executeUpdate();
        }
    }

    /** What {@link #merge} will do, or has done. */
    Merge outcome() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<String, Long> revisions = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(REVISIONS)) {
                while (rows.next()) {
                    revisions.put(rows.getString(1), rows.getLong(2));
                }
            }
            try (ResultSet row = statement.executeQuery(UNCHANGED)) {
                row.next();
                return new Merge(row.getLong(1), row.getLong(2), revisions);
            }
        }
    }
}
