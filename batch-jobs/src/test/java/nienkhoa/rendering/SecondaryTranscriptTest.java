package nienkhoa.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.PdfReadback;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Cohort;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Finding;
import nienkhoa.model.Level;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.SecondaryResult.Absences;
import nienkhoa.model.SecondaryResult.AfterSummer;
import nienkhoa.model.SecondaryResult.Marks;
import nienkhoa.model.SecondaryResult.Promotion;
import nienkhoa.model.SecondaryResult.Standing;
import nienkhoa.model.SecondaryResult.Subject;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.model.Term;
import nienkhoa.rendering.DocumentData.Built;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecondaryTranscriptTest {

    private static final String HERE = "31313501";
    private static final String BEFORE = "31313502";
    private static final StudentId STUDENT = StudentId.ofMoetCode("3100000001");
    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();

    private final RegisterOnPaper register = new RegisterOnPaper();

    @BeforeEach
    void aStudentOfTwoSchools() {
        register.schools.add(school(HERE, "Trường THPT Hoa Sen", "Trần Thị Hiệu"));
        register.schools.add(school(BEFORE, "Trường THPT Hoa Lúa", "Lê Văn Trưởng"));
        register.students.add(student());
    }

    @ParameterizedTest(name = "{0}, grade {1}, {2}: {3} {4}")
    @CsvSource(textBlock = """
            2023, 11, PROMOTED,              '',            Được lên lớp: x,                                 goes up
            2023, 11, PROMOTED_AFTER_SUMMER, '',            rèn luyện thêm về HK: x,                         goes up late
            2024, 12, PROMOTED,              COMPLETED,     Hoàn thành chương trình trung học phổ thông,     ends the level
            2024, 12, NOT_PROMOTED,          NOT_COMPLETED, Không hoàn thành chương trình trung học phổ thông, does not
            2023, 12, NOT_PROMOTED,          NOT_COMPLETED, Không được lên lớp: x,                           the old form has no such line
            """)
    void saysWhatTheYearComesTo(
            int year, int grade, Promotion promotion, String completion, String printed, String why, @TempDir Path out)
            throws IOException {
        study(HERE, year, grade);
        register.secondaryResults.add(result(HERE, year, grade, promotion));

        String text = render(planned(year, grade, "year-pages"), out);

        assertThat(data(year, grade).at("/years/0/completion").asString()).isEqualTo(completion);
        assertThat(text.replaceAll("\\s+", " ")).as(why).contains(printed);
    }

    @Test
    void printsTheSubjectsThatTheStudentHas(@TempDir Path out) throws IOException {
        study(HERE, 2023, 11);
        register.secondaryResults.add(result(HERE, 2023, 11, Promotion.PROMOTED));

        String text = render(planned(2023, 11, "whole-book"), out);

        assertThat(text).contains("TRUNG HỌC PHỔ THÔNG", "Nguyễn Văn An", "Số: 0042/THPT", "Vật lí", "8,0", "7,5");
        assertThat(text)
                .contains("Nội dung giáo dục của")
                .doesNotContain("Sinh học")
                .doesNotContain("Mĩ thuật");
    }

    @Test
    void takesTheCommentOnTheYearBeforeThatOnTheSecondSemester() {
        study(HERE, 2023, 11);
        register.secondaryResults.add(result(HERE, 2023, 11, Promotion.PROMOTED));

        JsonNode subjects = data(2023, 11).at("/years/0/subjects");

        assertThat(subjects.at("/0/code").asString()).isEqualTo("TOAN");
        assertThat(subjects.at("/0/comment").asString()).isEqualTo("Cả năm chăm.");
        assertThat(subjects.at("/1/comment").asString()).isEqualTo("Kì hai chăm.");
    }

    @Test
    void addsTheAbsencesOfBothSemestersWhereTheYearTellsNone() {
        study(HERE, 2023, 11);
        register.secondaryResults.add(result(HERE, 2023, 11, Promotion.PROMOTED));

        assertThat(data(2023, 11).at("/years/0/absences").asInt()).isEqualTo(1 + 2 + 4);
    }

    @Test
    void keepsWhoSignedForAYearAtAnotherSchool() {
        study(BEFORE, 2022, 10);
        study(HERE, 2023, 11);
        register.secondaryResults.add(result(BEFORE, 2022, 10, Promotion.PROMOTED));
        register.secondaryResults.add(result(HERE, 2023, 11, Promotion.PROMOTED));

        JsonNode data = data(2023, 11);

        assertThat(data.at("/years/0/school").asString()).isEqualTo("Trường THPT Hoa Lúa");
        assertThat(data.at("/years/0/principal").asString()).isEqualTo("Lê Văn Trưởng");
        assertThat(data.at("/years/1/principal").asString()).isEqualTo("Trần Thị Hiệu");
        assertThat(data.at("/studyHistory/0/school").asString())
                .isEqualTo("Trường THPT Hoa Lúa, Quận Hồ, Thành phố Hải Phòng");
    }

    @Test
    void tellsOfAnotherSchoolWhoseResultsAreNotKnownInTheHistoryOnly() {
        study(BEFORE, 2022, 10);
        study(HERE, 2023, 11);
        register.secondaryResults.add(result(HERE, 2023, 11, Promotion.PROMOTED));

        JsonNode data = data(2023, 11);

        assertThat(data.at("/years")).hasSize(1);
        assertThat(data.at("/studyHistory")).hasSize(2);
    }

    @Test
    void doesNotLeaveOutAYearHereThatHasNoResult() {
        study(HERE, 2022, 10);
        study(HERE, 2023, 11);
        register.secondaryResults.add(result(HERE, 2023, 11, Promotion.PROMOTED));

        assertThat(build(planned(2023, 11, "whole-book")).reasons())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo("N002_YEAR_WITHOUT_MARKS");
                    assertThat(reason.args()).contains("2022-2023");
                });
        assertThat(build(planned(2023, 11, "year-pages")).reasons()).isEmpty();
    }

    @Test
    void doesNotTakeMarksAloneForAResult() {
        study(HERE, 2023, 11);
        register.secondaryResults.add(with(result(HERE, 2023, 11, Promotion.PROMOTED), Map.of()));

        assertThat(build(planned(2023, 11, "whole-book")).reasons())
                .extracting(Finding::code)
                .containsExactly("N002_YEAR_WITHOUT_MARKS");
    }

    @Test
    void printsWhoRepeatsAGradeOnTwoFormsInOneBook(@TempDir Path out) throws IOException {
        study(HERE, 2021, 10);
        study(HERE, 2022, 10);
        register.secondaryResults.add(result(HERE, 2021, 10, Promotion.NOT_PROMOTED));
        register.secondaryResults.add(result(HERE, 2022, 10, Promotion.PROMOTED));

        String text = render(planned(2022, 10, "whole-book"), out);

        assertThat(data(2022, 10).at("/years").findValuesAsString("edition")).containsExactly("tt58-2011", "tt22-2021");
        assertThat(text).contains("ĐTB các môn học", "Không được lên lớp: x", "NHẬN XÉT CỦA GIÁO VIÊN CHỦ NHIỆM");
    }

    @Test
    void namesAYearOfARegimeWithoutAForm() {
        study(HERE, 2011, 10);
        study(HERE, 2023, 11);
        register.secondaryResults.add(result(HERE, 2011, 10, Promotion.PROMOTED));
        register.secondaryResults.add(result(HERE, 2023, 11, Promotion.PROMOTED));

        assertThat(build(planned(2023, 11, "whole-book")).reasons())
                .extracting(Finding::code)
                .containsExactly("N003_YEAR_OF_OTHER_REGIME");
    }

    private JsonNode data(int year, int grade) {
        Built built = build(planned(year, grade, "whole-book"));
        assertThat(built.reasons()).isEmpty();
        return new JsonMapper().valueToTree(built.json());
    }

    private Built build(PlannedDocument planned) {
        return new DocumentData(register, YearEndPapers.bundled(), CATALOGUE, planned.unit(), issued(planned))
                .build(planned);
    }

    private String render(PlannedDocument planned, Path out) throws IOException {
        UnitWorker worker = new UnitWorker(
                register,
                YearEndPapers.bundled(),
                planned.unit(),
                issued(planned),
                CATALOGUE,
                new FormRenderer(CATALOGUE),
                photo -> Optional.empty(),
                out);
        Result result = worker.work(new Documents.Known(planned, Made.NOTHING, false));
        assertThat(result).isInstanceOf(Result.Rendered.class);
        return PdfReadback.text(Files.readAllBytes(out.resolve(planned.path() + ".pdf")));
    }

    private static LocalDate issued(PlannedDocument planned) {
        return LocalDate.of(planned.unit().year().end(), 5, 31);
    }

    private static PlannedDocument planned(int year, int grade, String variant) {
        String form = "transcript-upper-secondary";
        String edition = CATALOGUE.inForce(form, year, grade).orElseThrow().edition();
        Unit unit = new Unit(Unit.Kind.CLASS_SECTION, HERE, new SchoolYear(year), grade + "A");
        return new PlannedDocument(unit, form, edition, variant, grade + "A", grade, "", STUDENT.value(), 1, List.of());
    }

    private void study(String school, int start, int grade) {
        SchoolYear year = new SchoolYear(start);
        register.sections.add(new ClassSection(school, year, grade + "A", grade, "Lê Thị Chủ"));
        register.enrolments.add(new Enrolment(STUDENT, school, year, grade + "A", 1, Status.STUDYING));
        if (school.equals(HERE) && register.entries.isEmpty()) {
            register.entries.add(new RegistryEntry(
                    STUDENT,
                    HERE,
                    new Cohort(Level.UPPER_SECONDARY, year),
                    "0042",
                    null,
                    "",
                    "",
                    null,
                    "",
                    "",
                    List.of()));
        }
    }

    private static SecondaryResult result(String school, int start, int grade, Promotion promotion) {
        Subject maths = new Subject(
                Map.of(
                        Term.SEMESTER_1,
                        marks("7,5", "Kì một."),
                        Term.SEMESTER_2,
                        marks("8", "Kì hai."),
                        Term.YEAR,
                        marks("7,8", "Cả năm chăm.")),
                "");
        Subject physics = new Subject(
                Map.of(
                        Term.SEMESTER_1,
                        marks("8", ""),
                        Term.SEMESTER_2,
                        marks("7", "Kì hai chăm."),
                        Term.YEAR,
                        marks("7,3", "")),
                "");
        Absences unknown = new Absences(null, null, null);
        return new SecondaryResult(
                STUDENT,
                school,
                new SchoolYear(start),
                grade + "A",
                grade,
                Map.of("TOAN", maths, "VAT_LI", physics),
                Map.of(
                        Term.SEMESTER_1, standing(new Absences(1, 2, null)),
                        Term.SEMESTER_2, standing(new Absences(null, null, 4)),
                        Term.YEAR, standing(unknown)),
                new AfterSummer("", ""),
                promotion,
                false,
                false,
                "",
                "");
    }

    private static Marks marks(String result, String comment) {
        return new Marks(List.of(), "", "", result, comment, "");
    }

    private static Standing standing(Absences absences) {
        return new Standing("KHA", "TOT", "7,6", "", absences, "");
    }

    private static SecondaryResult with(SecondaryResult result, Map<Term, Standing> standings) {
        return new SecondaryResult(
                result.studentId(),
                result.schoolCode(),
                result.year(),
                result.className(),
                result.grade(),
                result.subjects(),
                standings,
                result.afterSummer(),
                result.promotion(),
                false,
                false,
                "",
                "");
    }

    private static School school(String code, String name, String principal) {
        School.Name called =
                new School.Name(null, null, name, "", "Phường Sen", "Quận Hồ", "Thành phố Hải Phòng", "Hải Phòng");
        return new School(
                code,
                List.of(Level.UPPER_SECONDARY),
                List.of(called),
                List.of(),
                List.of(new School.Principal(null, null, "Hiệu trưởng", principal)));
    }

    private static Student student() {
        return new Student(
                STUDENT,
                "3100000001",
                "",
                "Nguyễn Văn An",
                "Nam",
                LocalDate.of(2006, 5, 12),
                "Kinh",
                "Việt Nam",
                "",
                "",
                "",
                "",
                Student.Relative.NONE,
                Student.Relative.NONE,
                Student.Relative.NONE);
    }
}
