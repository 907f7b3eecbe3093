package nienkhoa.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PhotoSource;
import nienkhoa.forms.Refusal;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Finding;
import nienkhoa.model.Level;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.model.Student.Relative;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;
import nienkhoa.model.YearResult.Assessment;
import nienkhoa.model.YearResult.SubjectResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which school years a transcript holds, on which edition's pages, and under which school's name. */
class TranscriptYearsTest {

    private static final StudentId STUDENT = StudentId.ofMoetCode("3100000001");
    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);
    private static final Map<String, String> TRAITS_OF_P22 = Map.of("HOP_TAC", "T", "TU_PHUC_VU_TU_QUAN", "Đ");
    private static final Map<String, String> TRAITS_OF_P27 = Map.of("TU_CHU_TU_HOC", "T");

    private final RegisterOnPaper register = new RegisterOnPaper();

    @BeforeEach
    void enterStudent() {
        school("31313401", "Trường Tiểu học Hoa Sen");
        school("31313402", "Trường Tiểu học Kim Đồng");
        register.students.add(new Student(
                STUDENT,
                "3100000001",
                "",
                "Nguyễn Văn An",
                "Nam",
                LocalDate.of(2013, 5, 12),
                "Kinh",
                "Việt Nam",
                "",
                "",
                "",
                "",
                Relative.NONE,
                Relative.NONE,
                Relative.NONE));
    }

    @Test
    void printsYearsOfTwoRegimesInOneBook() {
        year("31313401", 2021, 3, TRAITS_OF_P22, "CHT", false);
        year("31313401", 2022, 3, TRAITS_OF_P27, "HT", true);

        DocumentData.Built book = build(2022, 3);

        assertThat(book.reasons()).isEmpty();
        assertThat(book.others()).extracting(Edition::edition).containsExactly("tt22-2016");
        assertThat(years(book)).extracting(year -> year.get("edition")).containsExactly("tt22-2016", null);
        assertThat(years(book)).extracting(year -> year.get("outcome")).containsExactly("RETAINED", "PROMOTED");
        assertThat(render(book, "tt27-2020")).isInstanceOf(Outcome.Rendered.class);
    }

    @Test
    void keepsTheYearsOfTheSchoolThatTheStudentCameFrom() {
        year("31313402", 2022, 4, TRAITS_OF_P22, "HT", true);
        year("31313401", 2023, 5, TRAITS_OF_P22, "HT", true);

        DocumentData.Built book = build(2023, 5);

        assertThat(years(book))
                .extracting(year -> year.get("school"), year -> year.get("principal"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Trường Tiểu học Kim Đồng", "Hiệu trưởng 31313402"),
                        org.assertj.core.groups.Tuple.tuple("Trường Tiểu học Hoa Sen", "Hiệu trưởng 31313401"));
        assertThat(years(book)).extracting(year -> year.get("outcome")).containsExactly("PROMOTED", "LEVEL_COMPLETED");
        assertThat(render(book, "tt22-2016")).isInstanceOf(Outcome.Rendered.class);
    }

    @Test
    void saysWhichYearHasNoEditionAtAll() {
        year("31313401", 2014, 1, TRAITS_OF_P22, "HT", true);
        year("31313401", 2018, 5, TRAITS_OF_P22, "HT", true);

        DocumentData.Built book = build(2018, 5);

        assertThat(book.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("N003_YEAR_OF_OTHER_REGIME");
            assertThat(reason.args()).last().isEqualTo("2014-2015");
        });
    }

    @Test
    void hasNoPagesForAYearThatDoesNotTellWhetherItsProgrammeWasCompleted() {
        year("31313401", 2023, 5, TRAITS_OF_P22, "", null);

        assertThat(build(2023, 5).reasons()).extracting(Finding::code).containsExactly("N002_YEAR_WITHOUT_MARKS");
    }

    @Test
    void refusesWhatTheRegimeOfTheYearDoesNotAssess() {
        year("31313401", 2023, 5, TRAITS_OF_P27, "HT", true);

        Outcome outcome = render(build(2023, 5), "tt22-2016");

        assertThat(((Outcome.Refused) outcome).refusals())
                .extracting(Refusal::code, Refusal::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("R104_BAD_VALUE", "years[0].generalCompetences"));
    }

    private void school(String code, String name) {
        register.schools.add(new School(
                code,
                List.of(Level.PRIMARY),
                List.of(new School.Name(
                        null, null, name, "", "Phường Anh Dũng", "Quận Dương Kinh", "Hải Phòng", "Hải Phòng")),
                List.of(),
                List.of(new School.Principal(null, null, "Hiệu trưởng", "Hiệu trưởng " + code))));
    }

    private void year(
            String school,
            int from,
            int grade,
            Map<String, String> competences,
            String overall,
            @org.jspecify.annotations.Nullable Boolean promoted) {
        SchoolYear year = new SchoolYear(from);
        String className = grade + "A";
        register.sections.add(new ClassSection(school, year, className, grade, "Phạm Thùy Linh"));
        register.enrolments.add(new Enrolment(STUDENT, school, year, className, 1, Status.STUDYING));
        Assessment end = new Assessment(
                Map.of("TOAN", new SubjectResult("T", 9, "Tốt.")),
                competences,
                Map.of(),
                "",
                "",
                "",
                overall,
                false,
                false,
                promoted,
                "");
        register.results.add(new YearResult(
                STUDENT,
                school,
                year,
                className,
                grade,
                "",
                "",
                "",
                null,
                null,
                List.of(),
                "",
                Map.of(AssessmentTime.END_2, end)));
    }

    private DocumentData.Built build(int from, int grade) {
        SchoolYear year = new SchoolYear(from);
        Unit unit = new Unit(Unit.Kind.CLASS_SECTION, "31313401", year, grade + "A");
        Edition edition = CATALOGUE.inForce("transcript-primary", from, grade).orElseThrow();
        PlannedDocument planned = new PlannedDocument(
                unit,
                edition.form(),
                edition.edition(),
                "whole-book",
                grade + "A",
                grade,
                "",
                STUDENT.value(),
                1,
                List.of());
        return new DocumentData(register, YearEndPapers.bundled(), CATALOGUE, unit, LocalDate.of(from + 1, 5, 31))
                .build(planned);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> years(DocumentData.Built book) {
        return (List<Map<String, Object>>) book.json().get("years");
    }

    private static Outcome render(DocumentData.Built book, String editionName) {
        Edition edition = CATALOGUE.editions().stream()
                .filter(candidate -> candidate.form().equals("transcript-primary"))
                .filter(candidate -> candidate.edition().equals(editionName))
                .findFirst()
                .orElseThrow();
        return RENDERER.render(edition, "whole-book", CanonicalJson.write(book.json()), PhotoSource.NONE);
    }
}
