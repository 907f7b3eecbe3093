package nienkhoa.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.Curriculum.Subject;
import org.junit.jupiter.api.Test;

/** The people of a district of 2,000 students, told without writing a file. */
class StudentsTest {

    private static final SampleDistrict.Options OPTIONS =
            new SampleDistrict.Options(Path.of("unused"), 3, 2_000, new SchoolYear(2024), 7);
    private static final List<SchoolBooks> SCHOOLS = SchoolPlan.district(OPTIONS).stream()
            .map(plan -> SchoolBooks.open(plan, OPTIONS))
            .toList();

    @Test
    void targetYearHasExactlyTheStudentsAsked() {
        Set<Integer> students = new HashSet<>();
        for (SchoolBooks school : SCHOOLS) {
            linesOf(school, 2024).forEach(line -> students.add(line.life().serial()));
        }

        assertThat(students).hasSize(2_000);
    }

    @Test
    void oneStudentAloneIsADistrict() {
        SampleDistrict.Options one = new SampleDistrict.Options(Path.of("unused"), 1, 1, new SchoolYear(2024), 1);

        List<SchoolPlan> plans = SchoolPlan.district(one);

        assertThat(plans.get(0).tracks()).hasSize(1);
        assertThat(SchoolBooks.open(plans.get(0), one).roll().lives()).isNotEmpty();
    }

    @Test
    void classesAreOfTheSizeThatTheCharterAllows() {
        for (SchoolBooks school : SCHOOLS) {
            assertThat(school.plan().tracks())
                    .allSatisfy(track -> assertThat(track.size()).isBetween(20, 35));
        }
    }

    @Test
    void codesAreUniqueAndOfTheRightShape() {
        Set<String> moetCodes = new HashSet<>();
        Set<String> identityNumbers = new HashSet<>();
        for (Life life : allLives()) {
            Person person = person(life);
            assertThat(person.moetCode()).matches("\\d{10}");
            assertThat(person.identityNumber()).matches("0\\d{2}[23]\\d{8}");
            assertThat(person.identityNumber().charAt(3)).isEqualTo(person.female() ? '3' : '2');
            assertThat(moetCodes.add(person.moetCode())).isTrue();
            assertThat(identityNumbers.add(person.identityNumber())).isTrue();
        }
    }

    @Test
    void everybodyBeginsSchoolAtSixOrAYearLate() {
        for (Life life : allLives()) {
            int age = life.levelYear() - person(life).born().getYear();

            assertThat(age - life.level().firstGrade()).isBetween(5, 6);
        }
    }

    @Test
    void parentsAreOldEnough() {
        for (Life life : allLives()) {
            Person person = person(life);
            int mother = Integer.parseInt(person.family().mother().birthYear());

            assertThat(person.born().getYear() - mother).isBetween(20, 36);
        }
    }

    @Test
    void namesAreComposedAndOfTwoWordsOrMore() {
        for (Life life : allLives()) {
            String name = person(life).name();

            assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
            assertThat(name.split(" ")).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aboutThreeOfTenAreCalledNguyen() {
        long nguyen = allLives().stream()
                .filter(life -> person(life).name().startsWith("Nguyễn "))
                .count();

        assertThat((double) nguyen / allLives().size()).isBetween(0.24, 0.33);
    }

    @Test
    void everyKindOfLifeIsThere() {
        Set<Status> statuses = new HashSet<>();
        Set<Life.Entry> entries = new HashSet<>();
        boolean repeated = false;
        for (Life life : allLives()) {
            life.stays().forEach(stay -> statuses.add(stay.status()));
            entries.add(life.entry());
            repeated |= life.stays().stream().anyMatch(stay -> stay.retained() && stay.year() < 2024);
        }

        assertThat(statuses).containsExactlyInAnyOrder(Status.values());
        assertThat(entries).containsExactlyInAnyOrder(Life.Entry.values());
        assertThat(repeated).isTrue();
    }

    @Test
    void everyYearFollowsTheOneBefore() {
        for (Life life : allLives()) {
            for (int i = 1; i < life.stays().size(); i++) {
                Stay before = life.stays().get(i - 1);
                Stay stay = life.stays().get(i);
                boolean changedClass = before.status() == Status.CHANGED_CLASS;
                int grades = changedClass || before.retained() ? 0 : 1;

                assertThat(stay.year() - before.year()).isEqualTo(changedClass ? 0 : 1);
                assertThat(stay.grade() - before.grade()).isEqualTo(grades);
            }
        }
    }

    /** TT 27/2020, article 9, and promotion by article 11. */
    @Test
    void overallLevelFollowsFromTheMarks() {
        for (SchoolBooks school : SCHOOLS) {
            for (Roll.Line line : primaryLines(school)) {
                Report report = school.marks().of(line.life(), line.stay(), AssessmentTime.END_2);

                assertThat(report.overall()).isEqualTo(overallBy(report));
                assertThat(report.overall().equals("CHT")).isEqualTo(line.stay().retained());
                assertThat(report.awards().contains("Học sinh Xuất sắc"))
                        .isEqualTo(report.overall().equals("HTXS")
                                && Curriculum.inForce(
                                        line.stay().schoolYear(), line.stay().grade()));
            }
        }
    }

    private static String overallBy(Report report) {
        boolean allGood = report.subjects().values().stream()
                        .allMatch(mark -> mark.level().equals("T"))
                && report.traits().values().stream().allMatch("T"::equals);
        boolean noneFailed = report.subjects().values().stream()
                        .noneMatch(mark -> mark.level().equals("C"))
                && report.traits().values().stream().noneMatch("C"::equals);
        int lowest = report.subjects().values().stream()
                .flatMapToInt(mark -> mark.score() == null ? IntStream.empty() : IntStream.of(mark.score()))
                .min()
                .orElse(10);
        if (allGood && lowest >= 7) {
            return lowest >= 9 ? "HTXS" : "HTT";
        }
        return noneFailed && lowest >= 5 ? "HT" : "CHT";
    }

    @Test
    void scoresStandWhereThereAreTestsAndNowhereElse() {
        for (Roll.Line line : primaryLines(SCHOOLS.get(0))) {
            for (AssessmentTime time : AssessmentTime.values()) {
                Report report = SCHOOLS.get(0).marks().of(line.life(), line.stay(), time);
                for (Subject subject : Curriculum.subjects(
                        line.stay().schoolYear(), line.stay().grade())) {
                    Integer score = report.subjects().get(subject.code()).score();

                    assertThat(score != null)
                            .isEqualTo(subject.tested(line.stay().grade(), time));
                    assertThat(score == null ? 5 : score).isBetween(1, 10);
                }
            }
        }
    }

    @Test
    void remarksAreAsLongAsTeachersWriteThem() {
        Remarks remarks = new Remarks();
        Dice dice = new Dice(1);
        for (int grade = 1; grade <= 5; grade++) {
            int of = grade;
            for (Subject subject : Stream.of(2019, 2024)
                    .map(SchoolYear::new)
                    .flatMap(year -> Curriculum.subjects(year, of).stream())
                    .toList()) {
                for (String level : List.of("T", "H", "C")) {
                    for (int i = 0; i < 50; i++) {
                        assertThat(remarks.subject(subject.code(), level, grade, dice))
                                .hasSizeBetween(40, 300);
                    }
                }
            }
        }
    }

    private static List<Life> allLives() {
        return SCHOOLS.stream()
                .flatMap(school -> school.roll().lives().stream())
                .toList();
    }

    private static Person person(Life life) {
        return SCHOOLS.get(life.serial() % SCHOOLS.size()).people().of(life);
    }

    private static List<Roll.Line> linesOf(SchoolBooks school, int year) {
        List<Roll.Line> lines = new ArrayList<>();
        school.roll().sections(year).forEach(track -> lines.addAll(school.roll().list(year, track)));
        return lines;
    }

    private static List<Roll.Line> primaryLines(SchoolBooks school) {
        List<Roll.Line> lines = new ArrayList<>();
        for (int year = 2020; year <= 2024; year++) {
            lines.addAll(linesOf(school, year));
        }
        return lines.stream().filter(line -> line.stay().grade() <= 5).toList();
    }
}
