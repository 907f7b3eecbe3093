package nienkhoa.archive.postgres;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.GatePass;
import nienkhoa.archive.SourceFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The documents that wait for the archive: rendered and passed by the gate, dossier by dossier, as rendering keeps them in
 * {@code rendering_document}.
 */
public final class RenderedDossiers {

    private static final String GROUPS = """
            select distinct unit, form, school_code, class_name, cohort
            from rendering_document
            where outcome = 'rendered' and verdict = 'PASS' and school_year = :year and form = any(:forms)
              and (:school = '' or school_code = :school) and (:class = '' or class_name = :class)
            order by school_code, class_name, cohort, form
            """;

    private static final String DOCUMENTS = """
            select document_id, form, edition, path, verdict, pages, data_sha256, pdf_sha256, xlsx_sha256
            from rendering_document
            where outcome = 'rendered' and verdict = 'PASS' and unit = :unit and form = :form
            order by document_id
            """;

    private final JdbcClient jdbc;
    private final Path out;

    /** @param out the folder that the documents' paths are relative to */
    public RenderedDossiers(JdbcClient jdbc, Path out) {
        this.jdbc = jdbc;
        this.out = out;
    }

    /**
     * The groups of one run.
     *
     * @param year first calendar year of the school year
     * @param school empty = every school
     * @param className empty = every class and every cohort
     */
    public List<Group> groups(int year, List<String> forms, String school, String className) {
        return jdbc.sql(GROUPS)
                .param("year", year)
                .param("forms", forms.toArray(String[]::new))
                .param("school", school)
                .param("class", className)
                .query((row, index) -> new Group(
                        row.getString("unit"),
                        row.getString("form"),
                        row.getString("school_code"),
                        row.getString("class_name"),
                        row.getString("cohort")))
                .list();
    }

    /** The documents of a group, in a fixed order. */
    public List<ArchiveDocument> documents(Group group) {
        return jdbc.sql(DOCUMENTS)
                .param("unit", group.unit())
                .param("form", group.form())
                .query((row, index) -> document(row))
                .list();
    }

    private ArchiveDocument document(ResultSet row) throws SQLException {
        String id = row.getString("document_id");
        Path pdf = out.resolve(row.getString("path") + ".pdf");
        Path data = out.resolve(row.getString("path") + ".json");
        Path workbook = out.resolve(row.getString("path") + ".xlsx");
        String workbookSha256 = row.getString("xlsx_sha256");
        Optional<SourceFile> workbookFile = workbookSha256.isEmpty()
                ? Optional.empty()
                : Optional.of(ArchiveDocument.workbook(id, workbook, workbookSha256));
        return new ArchiveDocument(
                id,
                row.getString("form") + "/" + row.getString("edition"),
                row.getInt("pages"),
                GatePass.of(row.getString("verdict")).orElseThrow(),
                ArchiveDocument.pdf(id, pdf, row.getString("pdf_sha256")),
                ArchiveDocument.data(id, data, row.getString("data_sha256")),
                workbookFile);
    }

    /**
     * What becomes one dossier.
     *
     * @param unit the unit that rendered it, as {@code rendering_document} names it
     * @param className empty for a cohort
     * @param cohort empty for a class section
     */
    public record Group(String unit, String form, String schoolCode, String className, String cohort) {}
}
