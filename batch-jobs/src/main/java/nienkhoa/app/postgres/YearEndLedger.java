package nienkhoa.app.postgres;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.rendering.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what a year-end planned, made and archived, from the tables themselves and never from what the steps say of
 * themselves.
 */
public final class YearEndLedger {

    private static final String IN_SCOPE = """
             d.outcome <> 'withdrawn' and d.school_year = :year and d.form = any(:forms)
            and (:school = '' or d.school_code = :school) and (:class = '' or d.class_name = :class)
            """;

    private static final String LINES = """
            select d.school_code, d.class_name, d.cohort, d.form,
                   count(*) planned,
                   count(*) filter (where d.outcome = 'rendered' and d.verdict = 'PASS') rendered,
                   count(*) filter (where d.outcome = 'rejected') rejected,
                   count(*) filter (where d.outcome = 'not-rendered') not_rendered,
                   count(a.document_id) filter (where d.outcome = 'rendered' and d.verdict = 'PASS') archived,
                   coalesce(sum(d.pages) filter (where d.outcome = 'rendered' and d.verdict = 'PASS'), 0) pages,
                   coalesce(sum(d.bytes) filter (where d.outcome = 'rendered' and d.verdict = 'PASS'), 0) bytes
            from rendering_document d
            left join archive_document a on a.document_id = d.document_id and a.sha256 = d.pdf_sha256
            where
            """ + IN_SCOPE + """
            group by d.school_code, d.class_name, d.cohort, d.form
            order by d.school_code, d.cohort, d.class_name, d.form
            """;

    private static final String REASONS = """
            select d.school_code, d.class_name, d.cohort, d.form, d.outcome, d.reasons
            from rendering_document d
            where d.outcome in ('rejected', 'not-rendered') and
            """ + IN_SCOPE + """
            order by d.school_code, d.cohort, d.class_name, d.form, d.ordinal, d.document_id
            """;

    private static final String STUDENTS = """
            select school_code, count(distinct student_id) students
            from register_entry
            where current and kind = 'enrolment' and school_year = :year
              and (:school = '' or school_code = :school) and (:class = '' or class_name = :class)
            group by school_code
            order by school_code
            """;

    private static final String FORGOTTEN = """
            select count(distinct e.student_id)
            from register_entry e
            where e.current and e.kind = 'enrolment' and e.school_year = :year
              and (:school = '' or e.school_code = :school) and (:class = '' or e.class_name = :class)
              and not exists (select 1 from rendering_document d
                              where d.student_id = e.student_id and d.school_code = e.school_code
                                and d.class_name = e.class_name and
            """ + IN_SCOPE + ")";

    private static final String OF_DOSSIER = """
            select document_id, student_id, ordinal, variant, outcome, reasons, pdf_sha256
            from rendering_document
            where unit = :unit and form = :form and outcome <> 'withdrawn'
            order by ordinal, document_id
            """;

    private static final String PATHS = """
            select d.path from rendering_document d
            where d.outcome = 'rendered' and d.verdict = 'PASS' and
            """ + IN_SCOPE + " order by d.path";

    private final JdbcClient jdbc;

    public YearEndLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the next run; never given twice. */
    public String nextRunId() {
        long number =
                jdbc.sql("select nextval('year_end_run')").query(Long.class).single();
        return "LC-%06d".formatted(number);
    }

    /** One line a school, class section or cohort, and form. */
    public List<Line> lines(Scope scope) {
        return scoped(LINES, scope)
                .query((row, index) -> new Line(
                        row.getString("school_code"),
                        row.getString("class_name") + row.getString("cohort"),
                        row.getString("form"),
                        row.getLong("planned"),
                        row.getLong("rendered"),
                        row.getLong("rejected"),
                        row.getLong("not_rendered"),
                        row.getLong("archived"),
                        row.getLong("pages"),
                        row.getLong("bytes")))
                .list();
    }

    /** Why documents were not made, in the order of the class lists. */
    public List<Reason> reasons(Scope scope) {
        return scoped(REASONS, scope)
                .query((row, index) -> new Reason(
                        row.getString("school_code"),
                        row.getString("class_name") + row.getString("cohort"),
                        row.getString("form"),
                        row.getString("outcome"),
                        findings(row.getString("reasons"))))
                .list();
    }

    /** Students in the class lists of the scope, by school. */
    public SortedMap<String, Long> students(Scope scope) {
        SortedMap<String, Long> students = new TreeMap<>();
        scopedPlace(STUDENTS, scope).query(row -> {
            students.put(row.getString("school_code"), row.getLong("students"));
        });
        return students;
    }

    /** Students of the scope's class lists for whom nothing was planned; must be none when every form is asked for. */
    public long forgotten(Scope scope) {
        return scoped(FORGOTTEN, scope).query(Long.class).single();
    }

    /** Paths of the documents that stand, without ending. */
    public List<String> paths(Scope scope) {
        return scoped(PATHS, scope).query(String.class).list();
    }

    /** What the archive keeps of how a dossier was made. */
    public Map<String, Object> dossierReport(String unit, String form, String exportSha256) {
        List<Map<String, Object>> documents = jdbc.sql(OF_DOSSIER)
                .param("unit", unit)
                .param("form", form)
                .query((row, index) -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("id", row.getString("document_id"));
                    line.put("student", row.getString("student_id"));
                    line.put("ordinal", row.getInt("ordinal"));
                    line.put("variant", row.getString("variant"));
                    line.put("outcome", row.getString("outcome"));
                    line.put("pdfSha256", row.getString("pdf_sha256"));
                    line.put(
                            "reasons",
                            findings(row.getString("reasons")).stream()
                                    .map(Finding::code)
                                    .toList());
                    return line;
                })
                .list();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("schema", "nienkhoa/dossier-report/1");
        report.put("form", form);
        report.put("export", exportSha256);
        report.put("documents", documents);
        return report;
    }

    private static List<Finding> findings(String json) {
        return Arrays.asList(CanonicalJson.read(json, Finding[].class));
    }

    private JdbcClient.StatementSpec scoped(String sql, Scope scope) {
        return scopedPlace(sql, scope)
                .param(
                        "forms",
                        scope.forms().stream().map(Scope.FormChoice::form).toArray(String[]::new));
    }

    private JdbcClient.StatementSpec scopedPlace(String sql, Scope scope) {
        return jdbc.sql(sql)
                .param("year", scope.year().start())
                .param("school", scope.school().orElse(""))
                .param("class", scope.className().orElse(""));
    }

    /** @param group the class, or the cohort's label */
    public record Line(
            String schoolCode,
            String group,
            String form,
            long planned,
            long rendered,
            long rejected,
            long notRendered,
            long archived,
            long pages,
            long bytes) {}

    /** @param outcome {@code rejected} or {@code not-rendered} */
    public record Reason(String schoolCode, String group, String form, String outcome, List<Finding> findings) {

        public Reason {
            findings = List.copyOf(findings);
        }
    }
}
