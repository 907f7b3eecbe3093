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
import nienkhoa.archive.postgres.RenderedDossiers;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.PrintableDocuments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be printed: the documents of this home that the gate has passed. */
final class HomeDocuments implements PrintableDocuments {

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

    private final JdbcClient jdbc;
    private final Home home;
    private final DossierAssembly dossiers;
    private final PrintPapers papers;

    HomeDocuments(JdbcClient jdbc, Home home, DossierAssembly dossiers, PrintPapers papers) {
        this.jdbc = jdbc;
        this.home = home;
        this.dossiers = dossiers;
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
        String source = home.root().relativize(home.out()) + "/" + row.getString("path") + ".pdf";
        return new Candidate(
                row.getString("document_id"),
                source.replace('\\', '/'),
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

    @Override
    public Optional<byte[]> read(String source, String sha256) {
        Path file = home.root().resolve(source);
        try {
            return Optional.of(Files.readAllBytes(file))
                    .filter(bytes -> CanonicalJson.sha256(bytes).equals(sha256));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
