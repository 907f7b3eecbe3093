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

/** Writes joined records into the register: a new revision where the content differs, nothing where it does not. */
final class RegisterMerge {

    private static final String INDEX = "create unique index on intake_record (kind, key); analyze intake_record";

    private static final String CHANGED = """
            create temporary table intake_changed on commit drop as
            select r.kind, r.key, coalesce(latest.revision, 0) + 1 as revision
            from intake_record r
            left join lateral (
                select e.revision, e.current, e.content_sha256
                from register_entry e
                where e.kind = r.kind and e.key = r.key
                order by e.revision desc
                limit 1) latest on true
            where latest.revision is null or not latest.current or latest.content_sha256 <> r.content_sha256
            """;

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

    /** A student of whom the export gives other classes of the same school and year is no longer in this one. */
    private static final String CLOSE_OLD_CLASSES = """
            update register_entry e
            set current = false
            where e.kind = 'enrolment' and e.current
              and exists (
                select 1 from intake_record r
                where r.kind = 'enrolment' and r.student_id = e.student_id
                  and r.school_code = e.school_code and r.school_year = e.school_year)
              and not exists (select 1 from intake_record r where r.kind = 'enrolment' and r.key = e.key)
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

    Merge merge(String exportSha256, Instant enteredAt) throws SQLException {
        execute(INDEX);
        execute(CHANGED);
        execute("analyze intake_changed");
        execute(CLOSE_OLD_REVISIONS);
        execute(CLOSE_OLD_CLASSES);
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, exportSha256);
            enter.setTimestamp(2, Timestamp.from(enteredAt));
            enter.executeUpdate();
        }
        return outcome();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Merge outcome() throws SQLException {
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
