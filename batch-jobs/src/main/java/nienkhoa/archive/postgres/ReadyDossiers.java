package nienkhoa.archive.postgres;

import java.util.List;
import nienkhoa.archive.postgres.RenderedDossiers.Group;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which dossiers can go into the archive without a person: all of their documents have come to an end, and some are new. */
public final class ReadyDossiers {

    private static final String UNJUDGED_YEARS = """
            select distinct school_year from rendering_document where outcome = 'rendered' and verdict = ''
            order by school_year
            """;

    private static final String READY = """
            select d.school_year, d.unit, d.form, d.school_code, d.class_name, d.cohort,
                   (array_agg(d.export_sha256 order by d.rendered_at desc nulls last))[1] export_sha256
            from rendering_document d
            left join archive_document a on a.document_id = d.document_id and a.sha256 = d.pdf_sha256
            where d.outcome <> 'withdrawn'
            group by d.school_year, d.unit, d.form, d.school_code, d.class_name, d.cohort
            having count(*) filter (where d.outcome = 'rendered' and d.verdict = 'PASS' and a.document_id is null) > 0
               and count(*) filter (where d.outcome = 'planned' or (d.outcome = 'rendered' and d.verdict = '')) = 0
            order by d.school_year, d.school_code, d.class_name, d.cohort, d.form
            """;

    private static final String WAITING = """
            select count(distinct (unit, form)) from rendering_document
            where outcome = 'planned' or (outcome = 'rendered' and verdict = '')
            """;

    private final JdbcClient jdbc;

    public ReadyDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A dossier that is ready.
     *
     * @param year first calendar year of the school year
     * @param exportSha256 the export that its newest document was made from
     */
    public record Ready(int year, String exportSha256, Group group) {}

    /** School years, by their first calendar year, with documents that the gate has not seen. */
    public List<Integer> unjudgedYears() {
        return jdbc.sql(UNJUDGED_YEARS).query(Integer.class).list();
    }

    public List<Ready> ready() {
        return jdbc.sql(READY)
                .query((row, n) -> new Ready(
                        row.getInt("school_year"),
                        row.getString("export_sha256"),
                        new Group(
                                row.getString("unit"),
                                row.getString("form"),
                                row.getString("school_code"),
                                row.getString("class_name"),
                                row.getString("cohort"))))
                .list();
    }

    /** Dossiers whose documents are not all made yet. */
    public long waiting() {
        return jdbc.sql(WAITING).query(Long.class).single();
    }
}
