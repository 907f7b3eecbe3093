package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every folder of the corpus through intake and compares all findings and the register. {@code -Dcorpus.update}
 * rewrites the expectations instead; look at the difference before you commit it.
 */
class IntakeCorpusTest {

    private static final boolean UPDATE = System.getProperty("corpus.update") != null;
    private static final String HEADER = "code,severity,file,sheet,cell,value";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Layouts LAYOUTS = Layouts.bundled();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path baseFolder;

    private static CorpusRegister base;

    @TempDir
    private Path folder;

    @BeforeAll
    static void takeInBase() throws IOException {
        if (UPDATE) {
            CorpusBase.write(CorpusCase.BASE);
        }
        new CorpusWorkshop(baseFolder.resolve("export")).layOutBase();
        findings(baseFolder.resolve("export"), baseFolder.resolve("home"), new SchoolYear(2023));
        base = CorpusRegister.of(DATABASE.jdbc());
    }

    static List<CorpusCase> all() {
        return CorpusCase.all();
    }

    @BeforeEach
    void emptyRegister() {
        DATABASE.emptyRegister();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void namesTheDefectAndTakesInTheRest(CorpusCase each) throws IOException {
        Path export = folder.resolve("export");
        Path home = folder.resolve("home");
        CorpusWorkshop workshop = new CorpusWorkshop(export);
        workshop.layOut(each);
        if (workshop.isAfterBase()) {
            findings(baseFolder.resolve("export"), home, new SchoolYear(2023));
        }

        String findings = CorpusCsv.write(HEADER, findings(export, home, workshop.asked()));

        List<List<String>> difference = CorpusRegister.of(DATABASE.jdbc()).differenceFrom(base);
        String register = difference.isEmpty() ? "" : CorpusCsv.write(CorpusRegister.HEADER, difference);
        if (UPDATE) {
            update(each.expected(), findings);
            update(each.register(), register);
        }
        assertThat(findings).isEqualTo(Files.readString(each.expected()));
        assertThat(register).isEqualTo(Files.exists(each.register()) ? Files.readString(each.register()) : "");
    }

    private static void update(Path file, String content) throws IOException {
        if (content.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, content);
        }
    }

    private static List<List<String>> findings(Path export, Path home, SchoolYear asked) {
        Intake intake = new Intake(
                home,
                LAYOUTS,
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
        List<Finding> findings;
        try {
            findings = intake.read(intake.take(export), asked, ProgressListener.NONE)
                    .findings();
        } catch (RefusedExport refused) {
            findings = List.of(refused.finding());
        }
        assertThat(findings).allSatisfy(IntakeCorpusTest::saysEverything);
        return findings.stream().map(finding -> line(finding, export)).toList();
    }

    /** No sentence leaves a gap that the finding should have filled. */
    private static void saysEverything(Finding finding) {
        for (Messages messages : List.of(Messages.vietnamese(), Messages.english())) {
            String todo = messages.text(
                    "intake", finding.code() + ".do", finding.args().toArray());
            assertThat(messages.of("intake", finding) + todo).doesNotContainPattern("\\{\\d");
        }
    }

    private static List<String> line(Finding finding, Path export) {
        Finding.Place place = finding.place();
        return List.of(
                finding.code(),
                finding.severity().name(),
                place.file().replace(export.toString(), "EXPORT"),
                place.sheet(),
                place.cell(),
                finding.value());
    }

    @Test
    void baseExportHasNoFindings() {
        List<List<String>> findings =
                findings(baseFolder.resolve("export"), baseFolder.resolve("home"), new SchoolYear(2023));

        assertThat(findings).isEmpty();
        assertThat(CorpusRegister.of(DATABASE.jdbc())).isEqualTo(base);
    }

    @Test
    void baseExportIsTheOneThatOtherTestsChange() throws IOException {
        CorpusBase.write(folder);

        assertThat(CorpusBase.texts(folder)).isEqualTo(CorpusBase.texts(CorpusCase.BASE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void folderIsNamedByTheCodeThatItShows(CorpusCase each) throws IOException {
        List<String> codes = CorpusCsv.read(each.expected()).stream()
                .map(line -> line.get("code"))
                .toList();

        assertThat(Files.readString(each.why()).strip()).isNotEmpty();
        if (each.isGood()) {
            assertThat(codes).noneMatch(code -> code.startsWith(each.number()));
        } else {
            assertThat(codes).anyMatch(each.name()::startsWith);
        }
    }

    @Test
    void everyCodeHasAFolder() {
        List<String> missing = new ArrayList<>();
        for (String code : IntakeMessagesTest.codes()) {
            boolean shown = all().stream().anyMatch(each -> each.name().startsWith(code + "_"));
            if (!shown && !CANNOT_BE_PLANTED.containsKey(code)) {
                missing.add(code);
            }
        }

        assertThat(missing).isEmpty();
        assertThat(CANNOT_BE_PLANTED.keySet())
                .noneMatch(code -> all().stream().anyMatch(each -> each.name().startsWith(code + "_")));
    }

    /** Codes without a folder, with the reason. */
    private static final Map<String, String> CANNOT_BE_PLANTED = Map.of(
            "I038_EXPORT_CHANGED", "the export would have to change between two reads of one call",
            "I099_MORE_FINDINGS", "needs more than 100,000 findings; FindingCollector is asked directly");

    @Test
    void folderNamesAndFilesAreSmallEnoughToReview() throws IOException {
        try (Stream<Path> files = Files.walk(CorpusCase.CORPUS)) {
            Map<Path, Long> large = files.filter(Files::isRegularFile)
                    .collect(
                            Collectors.toMap(file -> file, file -> file.toFile().length()));
            large.values().removeIf(bytes -> bytes <= 16_384);

            assertThat(large).isEmpty();
        }
    }
}
