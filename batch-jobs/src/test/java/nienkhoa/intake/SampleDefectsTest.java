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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SampleDistrict;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intake of invented districts with planted defects. */
class SampleDefectsTest {

    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final int STUDENTS = 130;
    private static final int DEFECTS = 95;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    /** Class lists and registry have a page of guidance that holds no data. */
    private static final Predicate<String> GUIDANCE = Pattern.compile(
                    "I019_UNKNOWN_SHEET WARN .*/(danh-sach-hoc-sinh|so-dang-bo).xlsx +")
            .asMatchPredicate();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void namesEveryPlantedDefectAndNoOther(long seed) throws IOException {
        SampleDistrict.Options planted = write("planted", seed, DEFECTS);

        List<String> found = findings(planted.out());

        List<Map<String, String>> list = CorpusCsv.read(planted.listOfDefects());
        assertThat(found.stream().filter(GUIDANCE.negate()))
                .containsExactlyInAnyOrderElementsOf(list.stream()
                        .map(line -> String.join(
                                " ",
                                line.get("code"),
                                line.get("severity"),
                                line.get("file"),
                                line.get("sheet"),
                                line.get("cell")))
                        .toList());
        assertThat(list.stream().map(line -> line.get("defect")).distinct()).hasSizeGreaterThan(70);
    }

    @Test
    void findsNothingInDistrictWithoutDefects() throws IOException {
        assertThat(findings(write("clean", 4, 0).out())).allMatch(GUIDANCE);
    }

    private SampleDistrict.Options write(String name, long seed, int defects) {
        SampleDistrict.Options options =
                new SampleDistrict.Options(folder.resolve(name), 2, STUDENTS, YEAR, seed, defects);
        SampleDistrict.write(options, (done, total) -> {});
        return options;
    }

    private List<String> findings(Path export) throws IOException {
        DATABASE.emptyRegister();
        Path home = Files.createTempDirectory(folder, "home");
        Intake intake = new Intake(
                home,
                Layouts.bundled(),
                AssessmentRules.bundled(FormCatalogue.bundled()::regimeIfKnown),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
        List<String> findings = new ArrayList<>();
        intake.read(intake.take(export), YEAR, ProgressListener.NONE)
                .findings()
                .forEach(finding -> findings.add(String.join(
                        " ",
                        finding.code(),
                        finding.severity().name(),
                        finding.place().file(),
                        finding.place().sheet(),
                        finding.place().cell())));
        return findings;
    }
}
