package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.YearResult;
import nienkhoa.sample.SampleDistrict;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Intake of a whole invented district, as large as a test may be. */
class SampleIntakeTest {

    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final int STUDENTS = 60;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private static Path folder;

    @TempDir
    private Path home;

    private RegisterContents register;

    @BeforeAll
    static void writeSample() {
        SampleDistrict.write(
                new SampleDistrict.Options(folder.resolve("export"), 2, STUDENTS, YEAR, 11), (done, total) -> {});
    }

    @BeforeEach
    void emptyRegister() {
        DATABASE.emptyRegister();
        register = new RegisterContents(DATABASE.jdbc());
    }

    @Test
    void rejectsNothingOfACleanDistrict() {
        IntakeResult result = read(2, step -> {});

        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.REJECT
                        || finding.code().startsWith("I1"))
                .isEmpty();
        assertThat(result.counts().unknownColumns()).isZero();
    }

    @Test
    void warnsOfNothingButTheGuidesInCleanDistrict() {
        assertThat(read(2, step -> {}).byCode()).containsOnlyKeys("I019_UNKNOWN_SHEET");
    }

    @Test
    void givesEveryStudentOfTheYearOneClassAndOneResult() {
        read(2, step -> {});

        Map<String, Long> classes = register.current("enrolment", Enrolment.class).stream()
                .filter(enrolment -> enrolment.year().equals(YEAR))
                .filter(enrolment -> enrolment.status().finishesYearHere())
                .collect(
                        Collectors.groupingBy(enrolment -> enrolment.studentId().value(), Collectors.counting()));
        long results = register.current("year-result", YearResult.class).stream()
                .filter(result -> result.year().equals(YEAR))
                .filter(result -> classes.containsKey(result.studentId().value()))
                .count();
        assertThat(classes.values()).containsOnly(1L);
        assertThat(results).isEqualTo(classes.size());
    }

    @Test
    void givesEveryLowerSecondaryStudentTheResultsOfEveryYear() {
        read(2, step -> {});

        Set<String> enrolled = register.current("enrolment", Enrolment.class).stream()
                .filter(enrolment -> enrolment.status().finishesYearHere())
                .filter(enrolment -> enrolment.className().charAt(0) >= '6')
                .map(enrolment -> enrolment.year() + "/" + enrolment.studentId())
                .collect(Collectors.toSet());
        assertThat(enrolled).isNotEmpty();
        assertThat(register.current("secondary-result", SecondaryResult.class).stream()
                        .map(result -> result.year() + "/" + result.studentId()))
                .containsAll(enrolled);
    }

    @Test
    void takesUpperSecondarySchoolsWithoutAWarning() {
        Path upper = folder.resolve("upper");
        SampleDistrict.write(new SampleDistrict.Options(upper, 1, 40, YEAR, 11, 0, 1), (done, total) -> {});

        assertThat(read(upper, 2, step -> {}).byCode()).containsOnlyKeys("I019_UNKNOWN_SHEET");

        Set<String> enrolled = register.current("enrolment", Enrolment.class).stream()
                .filter(enrolment -> enrolment.status().finishesYearHere())
                .filter(enrolment -> enrolment.className().matches("1[0-2].+"))
                .map(enrolment -> enrolment.year() + "/" + enrolment.studentId())
                .collect(Collectors.toSet());
        assertThat(enrolled).hasSizeGreaterThan(16).anyMatch(one -> one.startsWith("2021-2022"));
        assertThat(register.current("secondary-result", SecondaryResult.class).stream()
                        .map(result -> result.year() + "/" + result.studentId()))
                .containsAll(enrolled);
    }

    @Test
    void endsTheSameOnOneThreadAndOnMany() {
        read(1, step -> {});
        String digest = register.digest();
        DATABASE.emptyRegister();

        read(4, step -> {});

        assertThat(register.digest()).isEqualTo(digest);
    }

    @Test
    void endsTheSameAfterBreakingOffAtRandom() {
        read(2, step -> {});
        String digest = register.digest();
        DATABASE.emptyRegister();
        Random random = new Random(3);

        for (int death = 0; death < 4; death++) {
            AtomicInteger left = new AtomicInteger(1 + random.nextInt(5));
            catchThrowable(() -> read(2, step -> {
                if (left.decrementAndGet() == 0) {
                    throw new IllegalStateException("killed at " + step);
                }
            }));
            assertThat(register.digest()).isIn("", digest);
        }
        read(2, step -> {});

        assertThat(register.digest()).isEqualTo(digest);
    }

    private IntakeResult read(int threads, Intake.Checkpoint checkpoint) {
        return read(folder.resolve("export"), threads, checkpoint);
    }

    private IntakeResult read(Path export, int threads, Intake.Checkpoint checkpoint) {
        Intake intake = new Intake(
                home,
                Layouts.bundled(),
                AssessmentRules.bundled(FormCatalogue.bundled()::regimeIfKnown),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                threads,
                checkpoint);
        return intake.read(intake.take(export), YEAR, ProgressListener.NONE);
    }
}
