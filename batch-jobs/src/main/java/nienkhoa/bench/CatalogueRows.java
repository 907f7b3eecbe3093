package nienkhoa.bench;

import java.util.Locale;
import nienkhoa.archive.holds.Selection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a made-up catalogue: 35 students a class, 30 classes a school, five school years, so five documents a student
 * in dossiers of 35. An office keeps those of the first year, and twenty cases hold some. The server makes them by counting.
 */
record CatalogueRows(int documents) {

    private static final int YEARS = 5;
    private static final int FIRST_YEAR = 2019;
    private static final int A_CLASS = 35;
    private static final int CLASSES = 30;
    private static final int NAMES = 50_000;

    /** A large odd number, so that questions jump about. */
    private static final long STRIDE = 7_919;

    private static final String STUDENTS = """
            create temporary table s as
            select n, 'HS-' || lpad(n::text, 12, '0') id, 31300000 + n / (:aClass * :classes) school,
                'C' || n / :aClass % :classes class, 'ten ' || n % :names || '|' || date '2014-01-01' + n % 365 person
            from generate_series(0, :students - 1) n;
            insert into student_key (kind, value, student_id, first_export, last_export) select 'IDENTITY', lpad(n::text, 12, '0'), id, '', '' from s;
            insert into student_key (kind, value, student_id, first_export, last_export) select 'MOET', lpad(n::text, 10, '0'), id, '', '' from s;
            insert into student_person select id, person from s;
            insert into register_entry select 'student', id, 1, true, null, null, null, id,
                '{"name":"Ten ' || n || '","birthDate":"2014-01-01"}', '', '', now() from s;
            create temporary table y as select s.*, y, school || '/' || y || '-' || y + 1 || '/' || class || '/' place,
                'VB-' || lpad((n * :years + y - :firstYear)::text, 16, '0') document
            from s cross join generate_series(:firstYear, :firstYear + :years - 1) y;
            insert into register_entry select 'enrolment', place || id, 1, true, school, y, class, id, '{}', '', '', now()
            from y;
            insert into rendering_document (document_id, unit, form, edition, variant, school_code, school_year,
                class_name, grade, cohort, student_id, ordinal, outcome, export_sha256)
            select document, place, 'transcript', 'bench', '', school, y, class, 1, '', id, 1, 'rendered', '' from y;
            create temporary table d as select distinct place, school, y, class from y;
            insert into archive_dossier select place || form, 'CLASS_SECTION_FORM', school, y || '-' || y + 1, class, form,
                'HOC_BA', '', 1, md5(place), :aClass, :aClass, :aClass, 1, now()
            from d cross join (values ('transcript'), ('class-summary'), ('minutes')) f(form);
            insert into archive_document select place || 'transcript', document, 'bench', document || '.pdf', md5(document),
                '', 1, 1, 'PASS', '', '' from y;
            insert into archive_retention select dossier_id, medium, 'PERMANENT', 'permanent', null, '[]'
            from archive_dossier cross join (values ('DATA'), ('PAPER'), ('SIGNED_FILE')) m(medium);
            insert into archive_version select dossier_id, 1, '', md5(school_code), '', now() from archive_dossier;
            insert into custody_move select dossier_id, 1, school_code, 'PGD', now(), '', '', false from archive_dossier
            where period = ':firstYear-' || (:firstYear + 1);
            insert into hold_case select 'VV-' || n, 'COMPLAINT', 'p01', now() from generate_series(1, 20) n;
            insert into hold_selection select case_id, 31300000 + row_number() over (), '', 'C3', '', '', '' from hold_case;
            insert into audit_entry select row_number() over (), now(), 'p01', 'package.exported', dossier_id, '', dossier_id,
                '{"number":1,"at":"2026-01-01T00:00:00Z","act":{"actor":"p01","action":"package.exported","record":"","rule":"",'
                || '"details":{}},"previousSha256":"","sha256":""}' from archive_dossier;
            """;

    int students() {
        return documents / YEARS;
    }

    void fill(JdbcClient jdbc) {
        String sql = STUDENTS.replace(":aClass", "" + A_CLASS)
                .replace(":classes", "" + CLASSES)
                .replace(":names", "" + NAMES)
                .replace(":students", "" + students())
                .replace(":years", "" + YEARS)
                .replace(":firstYear", "" + FIRST_YEAR);
        jdbc.sql(sql).update();
        jdbc.sql("vacuum analyze").update();
    }

    private long student(int n) {
        return n * STRIDE % students();
    }

    String identity(int n) {
        return String.format(Locale.ROOT, "%012d", student(n));
    }

    String moetCode(int n) {
        return String.format(Locale.ROOT, "%010d", student(n));
    }

    String name(int n) {
        return "ten " + student(n) % NAMES;
    }

    String birthDate(int n) {
        return java.time.LocalDate.of(2014, 1, 1).plusDays(student(n) % 365).toString();
    }

    private String school(int n) {
        return "" + (31_300_000 + student(n) / (A_CLASS * CLASSES));
    }

    private String className(int n) {
        return "C" + student(n) / A_CLASS % CLASSES;
    }

    private static String period(int n) {
        int year = FIRST_YEAR + n % YEARS;
        return year + "-" + (year + 1);
    }

    Selection dossier(int n) {
        String id = String.join("/", school(n), period(n), className(n), "class-summary");
        return new Selection("", "", "", "", "", id);
    }

    Selection classOf(int n) {
        return new Selection(school(n), period(n), className(n), "", "", "");
    }

    Selection classKeptByOffice(int n) {
        return new Selection("PGD", "", className(n), "class-summary", "", "");
    }

    Selection yearOf(int n) {
        return new Selection(school(n), period(n), "", "", "", "");
    }

    Selection formOf(int n) {
        return new Selection(school(n), "", "", "class-summary", "", "");
    }
}
