package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.postgres.RenderedDossiers;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.PrintableDocuments;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be printed: the documents of this home that the gate has passed. */
final class HomeDocuments implements PrintableDocuments {

    private static final String PDF = ".pdf";

    private static final String GROUPS = """
            select d.unit, d.form, d.class_name, d.cohort
            from rendering_document d
            where d.outcome <> 'withdrawn' and d.school_code = :school and d.school_year = :year
              and d.form = any(:forms) and (:class = '' or d.class_name = :class)
            group by d.unit, d.form, d.class_name, d.cohort
            order by d.class_name = '', min(d.grade), d.class_name, d.cohort, array_position(:forms, d.form)
            """;

    private static final String OF_GROUP = """
            select document_id, path, pdf_sha256, ordinal, outcome, verdict, reasons from rendering_document
            where unit = :unit and form = :form and outcome <> 'withdrawn'
            order by ordinal, document_id
            """;

    private static final String DOSSIER_OF = """
            select unit, form, school_code, school_year, class_name, cohort from rendering_document
            where path = ? and pdf_sha256 = ? limit 1
            """;

    private final JdbcClient jdbc;
    private final Home home;
    private final DossierAssembly dossiers;
    private final DossierStore archive;
    private final PrintPapers papers;

    HomeDocuments(JdbcClient jdbc, Home home, DossierAssembly dossiers, DossierStore archive, PrintPapers papers) {
        this.jdbc = jdbc;
        this.home = home;
        this.dossiers = dossiers;
        this.archive = archive;
        this.papers = papers;
    }

    @Override
    public List<Group> groups(Selection selection) {
        return jdbc.sql(GROUPS)
                .param("school", selection.school())
                .param("year", selection.year().start())
                .param("forms", selection.forms().toArray(String[]::new))
                .param("class", selection.className().orElse(""))
                .query((row, n) -> group(row, selection.school(), selection.year()))
                .list();
    }

    private static Group group(ResultSet row, String school, SchoolYear year) throws SQLException {
        String className = row.getString("class_name");
        return new Group(
                school,
                year,
                row.getString("form"),
                row.getString("unit"),
                className.isEmpty() ? row.getString("cohort") : className);
    }

    @Override
    public List<Candidate> of(Group group) {
        return jdbc.sql(OF_GROUP)
                .param("unit", group.unit())
                .param("form", group.form())
                .query((row, n) -> candidate(row))
                .list();
    }

    private Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getString("document_id"),
                folder() + row.getString("path") + PDF,
                row.getString("pdf_sha256"),
                row.getInt("ordinal"),
                blocked(row));
    }

    private static List<Finding> blocked(ResultSet row) throws SQLException {
        List<Finding> reasons = Arrays.asList(CanonicalJson.read(row.getString("reasons"), Finding[].class));
        String id = row.getString("document_id");
        return switch (row.getString("outcome")) {
            case "rendered" ->
                row.getString("verdict").equals("PASS") ? List.of() : List.of(open("P470_NOT_JUDGED", id));
            case "planned" -> List.of(open("P471_NOT_RENDERED", id));
            case "not-rendered" -> reasons.stream().map(HomeDocuments::note).toList();
            default -> reasons.isEmpty() ? List.of(open("P471_NOT_RENDERED", id)) : reasons;
        };
    }

    private static Finding open(String code, String id) {
        return new Finding(code, Severity.REJECT, Place.ofSubject(id), "", List.of(id));
    }

    /** Nothing was ever meant to be made of it: told, and no reason to wait. */
    private static Finding note(Finding reason) {
        return new Finding(reason.code(), Severity.WARN, reason.place(), reason.value(), reason.args());
    }

    /** What sources of documents begin with. */
    private String folder() {
        return home.root().relativize(home.out()).toString().replace('\\', '/') + "/";
    }

    /** As it lies in the home; where it no longer does, as it was archived. */
    @Override
    public Optional<byte[]> read(String source, String sha256) {
        return laid(home.root().resolve(source))
                .filter(bytes -> CanonicalJson.sha256(bytes).equals(sha256))
                .or(() -> archived(source, sha256));
    }

    private static Optional<byte[]> laid(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> archived(String source, String sha256) {
        if (!source.startsWith(folder())) {
            return Optional.empty();
        }
        String path = source.substring(folder().length(), source.length() - PDF.length());
        return jdbc.sql(DOSSIER_OF)
                .params(path, sha256)
                .query((row, n) -> dossier(row))
                .optional()
                .flatMap(dossier -> archived(dossier.id(), sha256, source));
    }

    private Optional<byte[]> archived(String dossier, String sha256, String source) {
        try {
            return archive.content(dossier, sha256);
        } catch (DossierStore.DamagedDossierException e) {
            LoggerFactory.getLogger(HomeDocuments.class)
                    .warn("{} is neither in the home nor whole in {}", source, dossier);
            return Optional.empty();
        }
    }

    private static DossierKey dossier(ResultSet row) throws SQLException {
        RenderedDossiers.Group group = new RenderedDossiers.Group(
                row.getString("unit"),
                row.getString("form"),
                row.getString("school_code"),
                row.getString("class_name"),
                row.getString("cohort"));
        return DossierAssembly.key(group, new SchoolYear(row.getInt("school_year")));
    }

    @Override
    public Optional<byte[]> paper(BundlePaper paper, Group group, Front front) {
        if (paper == BundlePaper.CHECKLIST) {
            return papers.checklist(group, front);
        }
        RenderedDossiers.Group dossier =
                PrintedDossiers.group(group.unit(), group.form(), group.school(), group.name());
        return dossiers.bundlePaper(dossier, group.year(), paper.name().toLowerCase(Locale.ROOT));
    }
}
