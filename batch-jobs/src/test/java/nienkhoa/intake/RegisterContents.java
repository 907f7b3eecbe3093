package nienkhoa.intake;

import java.util.List;
import nienkhoa.data.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a register holds, for tests. */
final class RegisterContents {

    private final JdbcClient jdbc;

    RegisterContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Contents of all current records of a kind, by key. */
    List<String> current(String kind) {
        return jdbc.sql("select content from register_entry where kind = ? and current order by key collate \"C\"")
                .param(kind)
                .query(String.class)
                .list();
    }

    <T> List<T> current(String kind, Class<T> type) {
        return current(kind).stream()
                .map(json -> CanonicalJson.read(json, type))
                .toList();
    }

    /** What the register believes now, without regard to when it learnt it. */
    List<String> believed() {
        return jdbc.sql("""
                        select concat_ws('|', kind, key, school_code, school_year, class_name, student_id, content)
                        from register_entry where current order by 1
                        """).query(String.class).list();
    }

    long revisions() {
        return jdbc.sql("select count(*) from register_entry").query(Long.class).single();
    }

    /** One digest of everything that the register believes and has believed. */
    String digest() {
        return jdbc.sql("""
                        select coalesce(md5(string_agg(concat_ws('|', kind, key, revision, current, school_code,
                                   school_year, class_name, student_id, content_sha256), e'\\n'
                                   order by kind collate "C", key collate "C", revision)), '')
                        from register_entry
                        """).query(String.class).single();
    }
}
