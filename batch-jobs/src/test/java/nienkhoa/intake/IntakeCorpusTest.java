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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final Layouts LAYOUTS = Layouts.bundled();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path baseFolder;

    private static final Map<String, CorpusRegister> BASES = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void takeInBases() throws IOException {
        for (Map.Entry<String, TestExport> base : CorpusBases.all().entrySet()) {
            if (UPDATE) {
                CorpusBase.write(base.getValue(), CorpusBases.folder(base.getKey()));
            }
            DATABASE.emptyRegister();
            assertThat(findings(base.getKey())).as(base.getKey()).isEmpty();
            BASES.put(base.getKey(), CorpusRegister.of(DATABASE.jdbc()));
        }
    }

    private static List<List<String>> findings(String base) throws IOException {
        Path own = baseFolder.resolve(base);
        new CorpusWorkshop(own, (export, asked) -> export).layOutBase(base);
        return lines(reading(new CorpusCase(own), base, own.resolveSibling(base + "-home"), own, YEAR), own);
    }

    static List<CorpusCase> selected() {
        return CorpusCase.selected();
    }

    static Set<String> bases() {
        return CorpusBases.all().keySet();
    }

    @BeforeEach
    void emptyRegister() {
        DATABASE.emptyRegister();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("selected")
    void namesTheDefectAndTakesInTheRest(CorpusCase each) throws IOException {
        Path export = folder.resolve("export");
        Path home = folder.resolve("home");
        CorpusWorkshop workshop =
                new CorpusWorkshop(export, (given, asked) -> reading(each, each.base(), home, given, asked)
                        .workbook());
        workshop.layOut(each);

        Reading reading = reading(each, each.base(), home, workshop.given(), workshop.asked());

        String findings = CorpusCsv.write(HEADER, lines(reading, export));
        CorpusRegister base = Objects.requireNonNull(BASES.get(each.base()));
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

    /** @param workbook of rejected rows; an empty path if there is none */
    private record Reading(List<Finding> findings, Path workbook) {}

    private static Reading reading(CorpusCase each, String base, Path home, Path given, SchoolYear asked) {
        try {
            Intake intake = new Intake(
                    home,
                    Files.exists(each.layouts()) ? Layouts.with(each.layouts()) : LAYOUTS,
                    CorpusBases.rules(base),
                    new FileWorkbooks(),
                    new PostgresStaging(DATABASE.dataSource()),
                    new RejectWorkbook(Messages.vietnamese()),
                    CLOCK,
                    2);
            IntakeResult result = intake.read(intake.take(given), asked, ProgressListener.NONE);
            return new Reading(result.findings(), result.workbook().orElse(Path.of("")));
        } catch (RefusedExport refused) {
            return new Reading(List.of(refused.finding()), Path.of(""));
        } catch (BadLayout bad) {
            return new Reading(List.of(bad.finding()), Path.of(""));
        }
    }

    private static List<List<String>> lines(Reading reading, Path export) {
        assertThat(reading.findings()).allSatisfy(IntakeCorpusTest::saysEverything);
        return reading.findings().stream().map(finding -> line(finding, export)).toList();
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
                place.file()
                        .replace(export.toString(), "EXPORT")
                        .replace(export.getParent().toString(), "FOLDER"),
                place.sheet(),
                place.cell(),
                finding.value());
    }

    @ParameterizedTest
    @MethodSource("bases")
    void baseExportHasNoFindings(String base) throws IOException {
        assertThat(findings(base)).isEmpty();
        assertThat(CorpusRegister.of(DATABASE.jdbc())).isEqualTo(BASES.get(base));
    }

    @ParameterizedTest
    @MethodSource("bases")
    void baseExportIsTheOneThatOtherTestsChange(String base) throws IOException {
        CorpusBase.write(Objects.requireNonNull(CorpusBases.all().get(base)), folder);

        assertThat(CorpusBase.texts(folder)).isEqualTo(CorpusBase.texts(CorpusBases.folder(base)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("selected")
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
            boolean shown =
                    CorpusCase.all().stream().anyMatch(each -> each.name().startsWith(code + "_"));
            if (!shown && !CANNOT_BE_PLANTED.containsKey(code)) {
                missing.add(code);
            }
        }

        assertThat(missing).isEmpty();
        assertThat(CANNOT_BE_PLANTED.keySet()).noneMatch(code -> CorpusCase.all().stream()
                .anyMatch(each -> each.name().startsWith(code + "_")));
    }

    /** Codes without a folder, with the reason. */
    private static final Map<String, String> CANNOT_BE_PLANTED = Map.of(
            "I038_EXPORT_CHANGED", "the export would have to change between two reads of one call",
            "I099_MORE_FINDINGS", "needs more than 100,000 findings; FindingCollectorTest asks for it",
            "I153_CONFIRM", "said by the command about the other findings; LoadCommandTest asks for it");

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
