package nienkhoa.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Cohort;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Finding;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;
import nienkhoa.model.YearResult.Assessment;
import nienkhoa.rendering.Scope.FormChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private static final String SCHOOL = "31313401";
    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final StudentId STUDENT = StudentId.ofMoetCode("0123456789");
    private static final Assessment UNMARKED =
            new Assessment(Map.of(), Map.of(), Map.of(), "", "", "", "", false, false, null, "");

    private final RegisterOnPaper register = new RegisterOnPaper();
    private final YearEndPapers papers = YearEndPapers.bundled();
    private final Planner planner = new Planner(register, FormCatalogue.bundled(), papers);

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            # grade, status,          reason,               why
            4,       STUDYING,        '',                   a student of a regime with an edition gets a transcript
            4,       TRANSFERRED_IN,  '',                   so does one who came in mid-year
            4,       TRANSFERRED_OUT, N101_TRANSFERRED_OUT, who moved away takes the transcript along
            4,       CHANGED_CLASS,   N102_CHANGED_CLASS,   who changed class gets it there
            4,       LEFT,            N103_LEFT_SCHOOL,     who left gets none
            5,       STUDYING,        '',                   also one of TT 22/2016
            6,       STUDYING,        '',                   of TT 22/2021
            9,       STUDYING,        '',                   and of TT 58/2011 to its end
            10,      STUDYING,        '',                   and upper secondary school
            12,      LEFT,            N103_LEFT_SCHOOL,     who left gets none there either
            """)
    void givesEveryStudentADocumentOrAReason(int grade, Status status, String reason, String why) {
        enrol(grade, status);

        List<PlannedDocument> transcripts = plan(Optional.empty()).stream()
                .filter(document -> !document.studentId().isEmpty())
                .toList();

        assertThat(transcripts).as(why).hasSize(1);
        assertThat(transcripts.get(0).reasons().stream().map(Finding::code))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @Test
    void plansAClassSummaryForEachTimeThatHasMarks() {
        enrol(3, Status.STUDYING);
        register.results.add(result(Map.of(AssessmentTime.MID_1, UNMARKED, AssessmentTime.END_2, UNMARKED)));

        assertThat(variantsOf("class-summary")).containsExactly("MID_1", "END_2");
    }

    @Test
    void owesTheSummaryOfTheYearsEndEvenWithoutMarks() {
        enrol(3, Status.STUDYING);

        assertThat(variantsOf("class-summary")).containsExactly("END_2");
    }

    @Test
    void plansTheRegistryOfTheCohortThatEnds() {
        enrol(5, Status.STUDYING);
        register.entries.add(entry(Cohort.of(YEAR, 5)));
        register.entries.add(entry(Cohort.of(YEAR, 4)));

        List<PlannedDocument> registries = plan(Optional.empty()).stream()
                .filter(document -> document.form().equals("student-registry"))
                .toList();

        assertThat(registries).extracting(PlannedDocument::cohort).containsExactly("2019-2024");
    }

    @Test
    void plansTheRegistryOverFacingPagesWhenThatIsAskedFor() {
        enrol(5, Status.STUDYING);
        register.entries.add(entry(Cohort.of(YEAR, 5)));

        List<PlannedDocument> documents = plan(Optional.of(FormChoice.parse("student-registry/B")));

        assertThat(documents).singleElement().satisfies(document -> assertThat(document.variant())
                .isEqualTo("B"));
    }

    @Test
    void namesStudentsOfTheLastGradeWhoAreInNoRegistry() {
        enrol(5, Status.STUDYING);
        register.entries.add(new RegistryEntry(
                StudentId.ofMoetCode("9999999999"),
                SCHOOL,
                Cohort.of(YEAR, 5),
                "1",
                null,
                "",
                "",
                null,
                "",
                "",
                List.of()));

        assertThat(plan(Optional.empty()))
                .filteredOn(document -> document.form().equals("student-registry"))
                .filteredOn(document -> document.studentId().equals(STUDENT.value()))
                .singleElement()
                .satisfies(document -> assertThat(document.reasons())
                        .extracting(Finding::code)
                        .containsExactly("N104_NO_REGISTRY_LINE"));
    }

    @Test
    void plansOnlyWhatIsAskedFor() {
        enrol(4, Status.STUDYING);

        List<PlannedDocument> documents = plan(Optional.of(FormChoice.parse("transcript-primary/year-pages")));

        assertThat(documents).singleElement().satisfies(document -> assertThat(document.variant())
                .isEqualTo("year-pages"));
    }

    @Test
    void namesTheSameDocumentAlikeInEveryRunAndNoTwoAlike() {
        enrol(4, Status.STUDYING);
        register.entries.add(entry(Cohort.of(YEAR, 5)));

        List<String> ids =
                plan(Optional.empty()).stream().map(PlannedDocument::id).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("VB-[0-9A-HJKMNP-TV-Z]{16}"));
        assertThat(plan(Optional.empty()).stream().map(PlannedDocument::id).toList())
                .isEqualTo(ids);
    }

    private List<String> variantsOf(String form) {
        return plan(Optional.empty()).stream()
                .filter(document -> document.form().equals(form))
                .map(PlannedDocument::variant)
                .toList();
    }

    private List<PlannedDocument> plan(Optional<FormChoice> choice) {
        List<FormChoice> forms = choice.map(List::of)
                .orElseGet(() -> papers.forms().stream().map(FormChoice::parse).toList());
        Scope scope = new Scope(YEAR, Optional.empty(), Optional.empty(), forms, "0".repeat(64));
        return planner.units(scope).stream()
                .flatMap(unit -> planner.plan(scope, unit).stream())
                .toList();
    }

    private void enrol(int grade, Status status) {
        register.sections.add(new ClassSection(SCHOOL, YEAR, grade + "A", grade, ""));
        register.enrolments.add(new Enrolment(STUDENT, SCHOOL, YEAR, grade + "A", 1, status));
    }

    private static YearResult result(Map<AssessmentTime, Assessment> assessments) {
        return new YearResult(STUDENT, SCHOOL, YEAR, "3A", 3, "", "", "", null, null, List.of(), "", assessments);
    }

    private static RegistryEntry entry(Cohort cohort) {
        return new RegistryEntry(STUDENT, SCHOOL, cohort, "1", null, "Tuyển mới", "", null, "", "", List.of());
    }
}
