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
import nienkhoa.model.Enrolment;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Finding;
import nienkhoa.model.Level;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClassRecordBookTest {

    private static final String SCHOOL = "31313501";
    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final Absences UNKNOWN = new Absences(null, null, null);

    private final RegisterOnPaper register = new RegisterOnPaper();

    @BeforeEach
    void aClass() {
        School.Name called = new School.Name(
                null, null, "Trường THPT Hoa Sen", "", "Phường Sen", "Quận Hồ", "Thành phố Hải Phòng", "Hải Phòng");
        register.schools.add(new School(SCHOOL, List.of(Level.UPPER_SECONDARY), List.of(called), List.of(), List.of()));
        register.sections.add(new ClassSection(SCHOOL, YEAR, "10A1", 10, "Lê Thị Chủ"));
    }

    @Test
    void printsTheMarksOfTheSubjectsThatTheClassHas(@TempDir Path out) throws IOException {
        study(1, "Nguyễn Văn An", Status.STUDYING);
        register.secondaryResults.add(result(1, Promotion.PROMOTED));

        String text = render(out);

        assertThat(text).contains("Môn: Vật lí", "Môn: Lịch sử", "GHI ĐIỂM HỌC KỲ II", "Lê Thị Chủ", "Tháng 8 năm 2023");
        assertThat(text).doesNotContain("Môn: Sinh học").doesNotContain("Môn: Lịch sử và Địa lí");
        assertThat(Files.exists(out.resolve(planned().path() + ".xlsx"))).isTrue();
    }

    @Test
    void givesAColumnToEachRegularMark() {
        study(1, "Nguyễn Văn An", Status.STUDYING);
        register.secondaryResults.add(result(1, Promotion.PROMOTED));

        JsonNode data = data();

        assertThat(data.at("/terms/0/score/0/code").asString()).isEqualTo("NGU_VAN");
        assertThat(data.at("/terms/0/score/0/regular")).hasSize(4);
        assertThat(data.at("/terms/0/score/1/code").asString()).isEqualTo("TOAN");
        assertThat(data.at("/terms/0/score/1/regular")).hasSize(5);
        assertThat(data.at("/students/0/terms/SEMESTER_1/subjects/TOAN/result").asString())
                .isEqualTo("8,0");
        assertThat(data.at("/students/0/terms/SEMESTER_1/subjects/GIAO_DUC_THE_CHAT/result").asString())
                .isEqualTo("Miễn");
    }

    @Test
    void keepsWhoLeftInTheListAndCountsWhoStayed() {
        study(1, "Nguyễn Văn An", Status.STUDYING);
        study(2, "Trần Thị Bình", Status.TRANSFERRED_OUT);
        study(3, "Lê Văn Cường", Status.CHANGED_CLASS);
        study(4, "Phạm Thị Dung", Status.TRANSFERRED_IN);
        register.secondaryResults.add(result(1, Promotion.PROMOTED));
        register.secondaryResults.add(result(3, Promotion.PROMOTED));
        register.secondaryResults.add(result(4, Promotion.PROMOTED_AFTER_SUMMER));

        JsonNode data = data();

        assertThat(data.at("/students").findValuesAsString("status"))
                .containsExactly("", "TRANSFERRED_OUT", "CHANGED_CLASS", "TRANSFERRED_IN");
        assertThat(data.at("/students/2/terms").isMissingNode()).isTrue();
        assertThat(data.at("/summary").toString())
                .isEqualTo("{\"students\":2,\"promoted\":2,\"afterSummer\":1,\"notPromoted\":0}");
    }

    @Test
    void namesStudentsWithoutResult() {
        study(1, "Nguyễn Văn An", Status.STUDYING);
        study(2, "Trần Thị Bình", Status.STUDYING);
        register.secondaryResults.add(result(1, Promotion.PROMOTED));

        assertThat(build().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("N004_STUDENTS_WITHOUT_RESULTS");
            assertThat(reason.args()).contains(id(2).value());
        });
    }

    @Test
    void plansOneBookForTheClass() {
        study(1, "Nguyễn Văn An", Status.STUDYING);
        Scope scope = new Scope(
                YEAR,
                Optional.of(SCHOOL),
                Optional.empty(),
                List.of(new Scope.FormChoice("class-record-book", Optional.empty())),
                "");

        List<PlannedDocument> plan =
                new Planner(register, CATALOGUE, YearEndPapers.bundled()).plan(scope, planned().unit());

        assertThat(plan).singleElement().satisfies(book -> {
            assertThat(book.edition()).isEqualTo("tt22-2021");
            assertThat(book.variant()).isEqualTo("whole-book");
            assertThat(book.reasons()).extracting(Finding::code).isEmpty();
        });
    }

    private JsonNode data() {
        Built built = build();
        assertThat(built.reasons()).isEmpty();
        return new JsonMapper().valueToTree(built.json());
    }

    private Built build() {
        PlannedDocument planned = planned();
        return new DocumentData(register, YearEndPapers.bundled(), CATALOGUE, planned.unit(), LocalDate.of(2024, 5, 31))
                .build(planned);
    }

    private String render(Path out) throws IOException {
        UnitWorker worker = new UnitWorker(
                register,
                YearEndPapers.bundled(),
                planned().unit(),
                LocalDate.of(2024, 5, 31),
                CATALOGUE,
                new FormRenderer(CATALOGUE),
                photo -> Optional.empty(),
                out);
        Result result = worker.work(new Documents.Known(planned(), Made.NOTHING, false));
        assertThat(result).isInstanceOf(Result.Rendered.class);
        return PdfReadback.text(Files.readAllBytes(out.resolve(planned().path() + ".pdf")));
    }

    private static PlannedDocument planned() {
        Unit unit = new Unit(Unit.Kind.CLASS_SECTION, SCHOOL, YEAR, "10A1");
        return new PlannedDocument(
                unit, "class-record-book", "tt22-2021", "whole-book", "10A1", 10, "", "", 0, List.of());
    }

    private static StudentId id(int number) {
        return StudentId.ofMoetCode("310000000" + number);
    }

    private void study(int number, String name, Status status) {
        register.enrolments.add(new Enrolment(id(number), SCHOOL, YEAR, "10A1", number, status));
        register.students.add(new Student(
                id(number),
                "310000000" + number,
                "",
                name,
                "Nam",
                LocalDate.of(2008, 5, 12),
                "Kinh",
                "Việt Nam",
                "",
                "",
                "",
                "",
                Student.Relative.NONE,
                Student.Relative.NONE,
                Student.Relative.NONE));
    }

    private static SecondaryResult result(int number, Promotion promotion) {
        Map<String, Subject> subjects = Map.of(
                "TOAN", subject(List.of("7", "8", "9", "8", "7"), "8"),
                "VAT_LI", subject(List.of("7"), "7,5"),
                "GIAO_DUC_THE_CHAT", subject(List.of(), "MIEN"));
        Standing standing = new Standing("KHA", "TOT", "", "", UNKNOWN, "");
        return new SecondaryResult(
                id(number),
                SCHOOL,
                YEAR,
                "10A1",
                10,
                subjects,
                Map.of(
                        Term.SEMESTER_1, standing,
                        Term.SEMESTER_2, standing,
                        Term.YEAR, new Standing("KHA", "TOT", "7,6", "HOC_SINH_GIOI", new Absences(1, 2, null), "")),
                new AfterSummer("", ""),
                promotion,
                false,
                false,
                "",
                "");
    }

    private static Subject subject(List<String> regular, String result) {
        Marks marks = new Marks(regular, "", "", result, "Chăm.", "");
        return new Subject(
                Map.of(
                        Term.SEMESTER_1, marks,
                        Term.SEMESTER_2, marks,
                        Term.YEAR, new Marks(List.of(), "", "", result, "", "")),
                "");
    }
}
