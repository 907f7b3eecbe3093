package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.copies.ObjectPlace;
import nienkhoa.audit.Act;
import nienkhoa.data.CanonicalJson;
import nienkhoa.disposal.DisposalActs;
import nienkhoa.disposal.DisposalItem;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.disposal.postgres.PostgresDisposalCases;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.PhotoSource;
import nienkhoa.model.SchoolYear;
import nienkhoa.testing.TestDatabase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** A home with real pages of a transcript and handed-in minutes, which knows the organisations of the reform. */
final class CustodyHome implements AutoCloseable {

    static final String SEN = "31313401";
    static final String SEN_MAI = "31313499";
    static final String TRANSCRIPTS = SEN + "/2023-2024/5A/transcript-primary";
    static final String MINUTES = "deposit/" + SEN + "/2017-2018/minutes";
    static final String PLAN = "deposit/" + SEN + "/2017-2018/school-plan";

    private final TestDatabase database;
    private final Path folder;
    private @Nullable Application application;

    private static final String SAMPLE = "/forms/transcript-primary/tt27-2020/samples/year-pages-grade-1.json";
    private static final FormCatalogue FORMS = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(FORMS);
    private static final List<Rendered> TRANSCRIPT = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Rendered(String data, byte[] pdf) {}

    CustodyHome(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    CustodyHome prepared(String people) throws IOException {
        database.clear();
        write("config/nienkhoa.properties", database.configuration());
        write("config/people.yaml", people);
        write("config/office.yaml", "{name: Trường, superior: Sở GD&ĐT Hạ Lang, place: Hạ Lang}");
        write("config/organisations.yaml", Files.readString(Path.of("src/test/resources/custody/reform-2025.yaml")));
        return this;
    }

    /** What the school handed in and the pages of transcripts that it made: a version for each name. */
    CustodyHome withRecords(String... names) throws IOException {
        deposit(0, SEN, "minutes/2017-09-15");
        for (String name : names) {
            archiveTranscript(name);
        }
        return this;
    }

    /** Two dossiers of three versions that cost little to check: minutes in two, a plan in one. */
    CustodyHome withDeposits() throws IOException {
        deposit(0, SEN, "minutes/2017-09-15", "school-plan/nam-hoc");
        deposit(0, SEN, "minutes/2017-10-15");
        return this;
    }

    /** @param files by kind and name, each handed in with what this school handed in here before */
    String deposit(int exit, String school, String... files) throws IOException {
        Path in = folder.resolve("in").resolve(school);
        for (String name : files) {
            Path file = in.resolve(name + ".pdf");
            Files.createDirectories(file.resolveSibling(""));
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.save(file.toFile());
            }
        }
        return depositBy("p02", exit, school);
    }

    /** Hands in again what a school handed in. */
    String depositBy(String person, int exit, String school) {
        String in = folder.resolve("in").resolve(school).toString();
        return expect(exit, "deposit", "--school", school, "--school-year", "2017-2018", "--by", person, in);
    }

    /** A further version of the transcripts, with another name on them. */
    private void archiveTranscript(String name) throws IOException {
        assertThat(tryTranscript(name)).isInstanceOf(ArchiveOutcome.Archived.class);
    }

    ArchiveOutcome tryTranscript(String name) throws IOException {
        Rendered made = rendered(name);
        String id = id(made.data());
        ArchiveFixture files = new ArchiveFixture(folder.resolveSibling("sources"));
        Dossier dossier = new Dossier(
                new DossierKey.ClassForm(SEN, new SchoolYear(2023), "5A", "transcript-primary"),
                new Dossier.Origin("Trường Tiểu học Hoa Sen", "HOC_BA", "", "LC-000007"),
                List.of(files.document(id, made.pdf(), made.data().getBytes(StandardCharsets.UTF_8))),
                List.of());
        return open().part(Archivist.class).archive(dossier);
    }

    private static String id(String data) {
        return data.replaceAll("(?s).*\"document\"\\s*:\\s*\\{[^}]*\"id\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    }

    private static Rendered rendered(String name) throws IOException {
        String data;
        try (InputStream in = Objects.requireNonNull(FormCatalogue.class.getResourceAsStream(SAMPLE))) {
            data = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(\"student\"\\s*:\\s*\\{[^}]*\"name\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + name + "\"");
        }
        String wanted = data;
        return TRANSCRIPT.stream()
                .filter(made -> made.data().equals(wanted))
                .findFirst()
                .orElseGet(() -> render(wanted));
    }

    private static Rendered render(String data) {
        FormRenderer.Outcome outcome = RENDERER.render(
                FORMS.inForce("transcript-primary", 2023, 4).orElseThrow(), "year-pages", data, PhotoSource.NONE);
        Rendered made = new Rendered(data, ((FormRenderer.Outcome.Rendered) outcome).pdf());
        TRANSCRIPT.add(made);
        return made;
    }

    /** The open home; commands work in it as in one that is open for the night. */
    Application open() {
        if (application == null) {
            application = Application.open(Home.open(folder));
        }
        return application;
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
        application = null;
    }

    Path write(String name, String text) throws IOException {
        return Commands.write(folder.resolve(name), text);
    }

    String expect(int exit, String... command) {
        return Commands.expect(exit, run -> open().lendTo(run::getAsInt), folder, command);
    }

    List<String> query(String sql) {
        return database.jdbc().sql(sql).query(String.class).list();
    }

    /** Every row that follows from the store and its acts. */
    SortedMap<String, List<String>> rows() {
        return KeptHome.rows(open());
    }

    void database(String sql) {
        database.jdbc().sql(sql).update();
    }

    /** A disposal case that lists a dossier. */
    void openCaseOn(String dossier) {
        DisposalItem item = new DisposalItem(
                dossier, "", 1, 1, "x.rule", "08/2025", "2022-01-01", "", Fate.PROPOSED, "", List.of());
        open().part(PostgresDisposalCases.class)
                .enter(Act.of(
                        "p02",
                        DisposalActs.OPENED,
                        "HUY-2026-001",
                        "",
                        Map.of("day", "2026-01-12", "items", CanonicalJson.write(List.of(item)))));
    }

    /** Its council keeps everything. */
    void endCase() {
        PostgresDisposalCases cases = open().part(PostgresDisposalCases.class);
        Map<String, String> council = Map.of("day", "2026-01-13", "number", "7", "members", "p03,p04");
        cases.enter(Act.of("p01", DisposalActs.COUNCIL_SET, "HUY-2026-001", "", council));
        String kept = CanonicalJson.write(Map.of(MINUTES, "tài liệu lịch sử"));
        cases.enter(
                Act.of("p03", DisposalActs.EXAMINED, "HUY-2026-001", "", Map.of("day", "2026-01-14", "kept", kept)));
    }

    void openPrintRunOf(String dossier) {
        database("insert into print_run (run_id, school_code, school_year, state, opened_by, opened_at)"
                + " values ('ABCDEF', '31313401', 2023, 'OPEN', 'p01', now())");
        database("insert into print_bundle values ('ABCDEF', 1, 'transcript-primary', 'CLASS_SECTION|31313401|2023|5A',"
                + " '5A', true, 1)");
        database("insert into print_document select 'ABCDEF', 1, 1, document_id, 'x', '', 1, 1, '', 1"
                + " from archive_document where dossier_id = '" + dossier + "' limit 1");
        database("insert into print_sheet values ('ABCDEF', 1, 1, 1, 1, 'A4', 'LONG', 2, 0)");
    }

    /** A file as it lies in the store. */
    Path fileOf(String dossier, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("archive").resolve(ObjectPlace.ofDossier(dossier)))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
