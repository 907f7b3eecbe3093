package nienkhoa.archive.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nienkhoa.archive.search.RecordSearch;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the catalogue, the register and the plan of documents; every question has an index. */
public final class PostgresRecordSearch implements RecordSearch {

    private static final String BY_CODE = "select student_id from student_key where kind = ? and value = ? order by 1";

    private static final String BY_PERSON = "select student_id from student_person where person = ? order by 1";

    /** {@code |} ends the name; {@code }} is the sign after it. */
    private static final String BY_NAME =
            "select student_id from student_person where person >= ? || '|' and person < ? || '}' order by 1";

    private static final String CHILDREN = """
            select student_id, content::jsonb ->> 'name',
                coalesce(content::jsonb ->> 'birthDate', content::jsonb ->> 'birthDateText', '')
            from register_entry where kind = 'student' and current and student_id = any(?) order by student_id
            """;

    private static final String DOCUMENTS = """
            select r.student_id, r.document_id, r.form, r.edition,
                coalesce(a.dossier_id, k.dossier_id), coalesce(d.head_version, 0), coalesce(a.pages, r.pages),
                case when a.document_id is not null then 'ARCHIVED'
                    when s.dossier_id is not null then 'DESTROYED' else 'NOT_ARCHIVED' end
            from rendering_document r
            cross join lateral (select r.school_code || '/' || case when r.class_name = '' then r.cohort
                else r.school_year || '-' || (r.school_year + 1) || '/' || r.class_name end || '/' || r.form) k(dossier_id)
            left join archive_document a using (document_id)
            left join archive_dossier d on d.dossier_id = a.dossier_id
            left join disposal_suppressed s on s.dossier_id = k.dossier_id
            where r.student_id <> '' and r.student_id = any(?) and (r.outcome = 'rendered' or a.document_id is not null)
            order by r.school_year, r.form, r.document_id
            """;

    private static final String AMONG = """
            select p.student_id, d.dossier_id, d.form, d.head_version
            from (select distinct student_id, school_code, school_year, class_name from register_entry
                where student_id = any(?) and kind = 'enrolment' and current) p
            join archive_dossier d on d.school_code = p.school_code and d.class_name = p.class_name
                and d.period = p.school_year || '-' || (p.school_year + 1)
            union
            select p.student_id, d.dossier_id, d.form, d.head_version
            from (select distinct student_id, school_code, school_year from register_entry
                where student_id = any(?) and kind = 'registry-entry' and current) p
            join archive_dossier d on d.school_code = p.school_code and d.class_name = '' and d.kind = 'COHORT_FORM'
                and d.period >= p.school_year || '-' and d.period < p.school_year || '.'
            order by 2
            """;

    private final JdbcClient jdbc;

    public PostgresRecordSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> byCode(Code code, String value) {
        return code == Code.ID ? List.of(value) : ids(BY_CODE, code.name(), value);
    }

    @Override
    public List<String> byName(String name, String birthDate) {
        return birthDate.isEmpty() ? ids(BY_NAME, name, name) : ids(BY_PERSON, name + "|" + birthDate);
    }

    private List<String> ids(String sql, String... values) {
        return jdbc.sql(sql).params(List.of(values)).query(String.class).list();
    }

    @Override
    public List<Child> children(List<String> ids) {
        String[] wanted = ids.toArray(String[]::new);
        Map<String, List<Held>> documents = grouped(
                jdbc.sql(DOCUMENTS).param(wanted),
                (row, n) -> new Held(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getInt(7),
                        State.valueOf(row.getString(8))));
        Map<String, List<Among>> among = grouped(
                jdbc.sql(AMONG).param(wanted).param(wanted),
                (row, n) -> new Among(row.getString(2), row.getString(3), row.getInt(4)));
        return jdbc.sql(CHILDREN)
                .param(wanted)
                .query((row, n) -> child(row.getString(1), row.getString(2), row.getString(3), documents, among))
                .list();
    }

    private static Child child(
            String id, String name, String birthDate, Map<String, List<Held>> documents, Map<String, List<Among>> all) {
        List<Held> own = documents.getOrDefault(id, List.of());
        TreeSet<String> known = new TreeSet<>(own.stream().map(Held::dossier).toList());
        List<Among> among = all.getOrDefault(id, List.of()).stream()
                .filter(dossier -> !known.contains(dossier.dossier()))
                .toList();
        return new Child(id, name, birthDate, own, among);
    }

    /** By the first column, the student. */
    private static <T> Map<String, List<T>> grouped(JdbcClient.StatementSpec statement, RowMapper<T> mapper) {
        Map<String, List<T>> all = new TreeMap<>();
        statement
                .query((row, n) -> Map.entry(row.getString(1), List.of(mapper.mapRow(row, n))))
                .list()
                .forEach(entry -> all.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .addAll(entry.getValue()));
        return all;
    }
}
