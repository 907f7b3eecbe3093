package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Student;

/**
 * Joins two students under the older id. All entries of the younger one stay as closed history; what was current becomes a
 * new revision under the older id, unless that one has something newer under the same key.
 */
final class HistoryMerge {

    private static final String BY_AGE = """
            select student_id
            from register_entry
            where student_id in (?, ?)
            group by student_id
            order by min(entered_at), student_id collate "C"
            """;

    private static final String STUDENTS = """
            select content
            from register_entry
            where kind = 'student' and current and student_id in (?, ?)
            order by entered_at desc, student_id collate "C" desc
            """;

    private static final String MOVED = """
            create temporary table moved_entry on commit drop as
            select y.kind, replace(y.key, y.student_id, ?) as key, y.school_code, y.school_year, y.class_name,
                   case when y.kind = 'student' then ? else replace(y.content, y.student_id, ?) end as content,
                   y.export_sha256,
                   (select coalesce(max(o.revision), 0) + 1 from register_entry o
                    where o.kind = y.kind and o.key = replace(y.key, y.student_id, ?)) as revision
            from register_entry y
            where y.student_id = ? and y.current
              and (y.kind = 'student' or not exists (
                select 1 from register_entry o
                where o.kind = y.kind and o.key = replace(y.key, y.student_id, ?)
                  and o.current and o.entered_at > y.entered_at))
            """;

    private static final String CLOSE_YOUNGER =
            "update register_entry set current = false where student_id = ? and current";

    private static final String CLOSE_REPLACED = """
            update register_entry o set current = false from moved_entry m
            where o.kind = m.kind and o.key = m.key and o.current
            """;

    private static final String ENTER = """
            insert into register_entry (kind, key, revision, current, school_code, school_year, class_name, student_id,
                                        content, content_sha256, export_sha256, entered_at)
            select kind, key, revision, true, school_code, school_year, class_name, ?, content,
                   encode(sha256(convert_to(content, 'UTF8')), 'hex'), export_sha256, ?
            from moved_entry
            """;

    private static final String KEEP_KEYS_APART = """
            delete from student_key o using student_key y
            where o.kind = y.kind and o.value = y.value and o.student_id = ? and y.student_id = ? and not y.released
            """;

    private static final String MOVE_KEYS =
            "update student_key set student_id = ? where student_id = ? and not released";

    private static final String MOVE_QUESTIONS = """
            update student_question
            set student_id = case when student_id = ? then ? else student_id end,
                other_id = case when other_id = ? then ? else other_id end
            where answer = 'OPEN' and ? in (student_id, other_id)
            """;

    private static final String DROP_SETTLED_QUESTIONS =
            "delete from student_question where answer = 'OPEN' and student_id = other_id";

    private final Connection connection;
    private final Timestamp at;

    HistoryMerge(Connection connection, Timestamp at) {
        this.connection = connection;
        this.at = at;
    }

    /** Returns the id that stays. */
    String merge(String one, String other) throws SQLException {
        List<String> byAge = Sql.texts(connection, BY_AGE, one, other);
        String older = byAge.isEmpty() ? one : byAge.get(0);
        String younger = older.equals(one) ? other : one;
        entries(older, younger);
        Sql.update(connection, KEEP_KEYS_APART, older, younger);
        Sql.update(connection, MOVE_KEYS, older, younger);
        Sql.update(connection, "delete from student_person where student_id = ?", younger);
        Sql.update(connection, MOVE_QUESTIONS, younger, older, younger, older, younger);
        Sql.update(connection, DROP_SETTLED_QUESTIONS);
        return older;
    }

    private void entries(String older, String younger) throws SQLException {
        String student = student(older, younger);
        Sql.update(connection, "drop table if exists moved_entry");
        Sql.update(connection, MOVED, older, student, older, older, younger, older);
        Sql.update(connection, CLOSE_YOUNGER, younger);
        Sql.update(connection, CLOSE_REPLACED);
        Sql.update(connection, ENTER, older, at);
    }

    /** The person as the newer entry says, with codes that only the other one has. */
    private String student(String older, String younger) throws SQLException {
        List<String> contents = Sql.texts(connection, STUDENTS, older, younger).stream()
                .map(content -> content.replace(younger, older))
                .toList();
        if (contents.size() < 2) {
            return contents.isEmpty() ? "" : contents.get(0);
        }
        Student newer = CanonicalJson.read(contents.get(0), Student.class);
        Student before = CanonicalJson.read(contents.get(1), Student.class);
        return CanonicalJson.write(newer.withMissingCodesOf(before));
    }
}
