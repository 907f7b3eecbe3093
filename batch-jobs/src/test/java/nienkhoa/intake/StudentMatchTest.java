package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nienkhoa.intake.Question.Answer;
import nienkhoa.intake.StudentQuestions.Outcome;
import nienkhoa.intake.postgres.PostgresQuestions;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is who in a real register, from one export to the next. */
class StudentMatchTest {

    private static final String AN =
            "A 2023 4A STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000001 | 3100000001 | HS1";
    private static final String AN_BY_LOCAL_CODE = "A 2023 4A STUDYING | Nguyễn Văn An | 2013-05-12 | | | HS1";
    private static final String AN_BY_MOET_CODE = "A 2023 4A STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000001 |";
    private static final String AN_WITHOUT_CODE = "A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | |";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path home;

    private MatchFixture register;
    private StudentQuestions questions;

    @BeforeEach
    void emptyRegister() {
        DATABASE.clear();
        register = new MatchFixture(DATABASE, home);
        questions = new PostgresQuestions(DATABASE.dataSource());
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = ';', textBlock = """
            # second export (the first has An in 4A of school A); register after; finding; why
            A 2023 4A STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000001 | 3100000001 | HS1 ; Nguyễn Văn An 2013-05-12 031213000001, A 2023 4A ; '' ; the same again changes nothing
            A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000001 | 3100000001 | HS1 ; Nguyễn Văn An 2013-05-12 031213000001, A 2023 4A, A 2024 5A ; '' ; a new year beside the old one
            A 2024 4B STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000001 | ; Nguyễn Văn An 2013-05-12 031213000001, A 2023 4A, A 2024 4B ; '' ; a repeater keeps both years
            A 2023 4B STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000001 | | ; Nguyễn Văn An 2013-05-12 031213000001, A 2023 4A (closed), A 2023 4A (closed), A 2023 4B ; '' ; another class of the year ends the old one
            B 2024 5C STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000001 | | HS77 ; Nguyễn Văn An 2013-05-12 031213000001, A 2023 4A, B 2024 5C ; '' ; a transfer: one student in two schools
            B 2024 5C STUDYING | Lê Chi | 2013-12-25 | | | HS1 ; Nguyễn Văn An 2013-05-12 031213000001, Lê Chi 2013-12-25 '', A 2023 4A, B 2024 5C ; '' ; the same local code in another school is another student
            A 2024 5A STUDYING | Nguyễn Văn Ân | 2013-05-12 | 031213000001 | 3100000001 | ; Nguyễn Văn An 2013-05-12 031213000001 (closed), Nguyễn Văn Ân 2013-05-12 031213000001, A 2023 4A, A 2024 5A ; '' ; a corrected name
            A 2024 5A STUDYING | Nguyễn Văn An | 2013-12-05 | | | HS1 ; Nguyễn Văn An 2013-05-12 031213000001 (closed), Nguyễn Văn An 2013-12-05 031213000001, A 2023 4A, A 2024 5A ; '' ; a corrected birth date
            A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000009 | 3100000001 | ; Nguyễn Văn An 2013-05-12 031213000001 (closed), Nguyễn Văn An 2013-05-12 031213000009, A 2023 4A, A 2024 5A ; I130_IDENTITY_NUMBER_CHANGED ; a corrected identity number
            A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000001 | 3100000009 | ; Nguyễn Văn An 2013-05-12 031213000001 (closed), Nguyễn Văn An 2013-05-12 031213000001, A 2023 4A, A 2024 5A ; I131_MOET_CODE_CHANGED ; a new code of the ministry
            A 2024 5A STUDYING | Lê Chi | 2013-12-25 | | | HS1 ; Nguyễn Văn An 2013-05-12 031213000001, A 2023 4A ; I132_CODE_OF_ANOTHER_PERSON ; a local code used again for somebody else
            A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000005 | ; Nguyễn Văn An 2013-05-12 031213000001, Nguyễn Văn An 2013-05-12 '', A 2023 4A, A 2024 5A ; I138_LOOKS_LIKE_OTHER_STUDENT ; another code with the same name is another student until a person says no
            A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | | ; Nguyễn Văn An 2013-05-12 031213000001, A 2023 4A ; I136_NO_CODE_ASK ; a name alone never joins
            """)
    void keepsHistory(String second, String after, String finding, String why) {
        register.take(AN);

        List<Finding> findings = register.take(second);

        assertThat(register.history())
                .containsExactlyElementsOf(Arrays.stream(after.split(", "))
                        .map(entry -> entry.replace("''", ""))
                        .toList());
        assertThat(findings).extracting(Finding::code).isEqualTo(finding.equals("") ? List.of() : List.of(finding));
    }

    @Test
    void keepsTheIdOfStudentWhoGetsBetterCodesLater() {
        register.take(AN_BY_LOCAL_CODE);
        StudentId first = register.students().get(0).id();

        register.take(AN);
        register.take(AN_BY_MOET_CODE);

        assertThat(register.students()).extracting(Student::id).containsExactly(first);
        assertThat(register.students().get(0).moetCode()).isEqualTo("3100000001");
        assertThat(first).isNotEqualTo(StudentId.ofMoetCode("3100000001"));
    }

    @Test
    void joinsRowsOfOneExportThatShareAnyCode() {
        register.take(AN, "A 2022 3A STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000001 | |");
        List<Finding> findings = register.take("A 2021 2A STUDYING | Nguyễn Văn An | 2013-05-12 | | | HS1");

        assertThat(findings).isEmpty();
        assertThat(register.students()).extracting(Student::id).containsExactly(StudentId.ofMoetCode("3100000001"));
    }

    @Test
    void namesTheOldStudentInFindings() {
        register.take(AN_BY_LOCAL_CODE);
        String id = register.students().get(0).id().value();

        List<Finding> findings = register.take(AN, AN);

        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("I028_DUPLICATE_ROW");
            assertThat(finding.place().subject()).isEqualTo(id);
        });
    }

    @Test
    void rejectsRowWhoseCodesAreOfTwoStudentsAndKeepsBoth() {
        register.take(AN, "A 2023 4A STUDYING | Trần Thị Bình | 2013-09-03 | 031213000002 | 3100000002 | HS2");

        List<Finding> findings = register.take(
                "A 2024 5A STUDYING | Trần Thị Bình | 2013-09-03 | 031213000001 | 3100000002 |",
                "A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000001 |");

        assertThat(findings)
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple("I133_CODES_OF_TWO_STUDENTS", Severity.REJECT));
        assertThat(register.history()).contains("A 2024 5A").hasSize(5);
    }

    @Test
    void freesCodeThatAPersonSaysHasMoved() {
        register.take(AN, "A 2023 4A STUDYING | Trần Thị Bình | 2013-09-03 | | 3100000002 |");
        String moved = "A 2024 5A STUDYING | Trần Thị Bình | 2013-09-03 | 031213000001 | 3100000002 |";
        register.take(moved);

        answer(1, Answer.DIFFERENT);
        List<Finding> findings = register.take(moved);

        assertThat(findings).isEmpty();
        assertThat(register.history()).contains("Trần Thị Bình 2013-09-03 031213000001");
        assertThat(register.students()).hasSize(2);
    }

    @Test
    void acceptsRowThatAPersonSaysIsOfTheSameStudent() {
        register.take(AN);
        String renamed = "A 2024 5A STUDYING | Trần Ân | 2013-12-05 | 031213000009 | 3100000001 |";
        register.take(renamed);

        answer(1, Answer.SAME);
        List<Finding> findings = register.take(renamed);

        assertThat(findings).isEmpty();
        assertThat(register.history()).contains("Nguyễn Văn An 2013-05-12 031213000001 (closed)");
        assertThat(register.students()).extracting(Student::name).containsExactly("Trần Ân");
    }

    @Test
    void takesRowWithoutCodeOnceAPersonSaysWhose() {
        register.take(AN);
        register.take(AN_WITHOUT_CODE);

        answer(1, Answer.SAME);
        List<Finding> findings = register.take(AN_WITHOUT_CODE);

        assertThat(findings).isEmpty();
        assertThat(register.history()).contains("A 2024 5A");
        assertThat(register.students()).hasSize(1);
    }

    @Test
    void neverAsksAgainWhatAPersonDenied() {
        register.take(AN);
        register.take(AN_WITHOUT_CODE);

        answer(1, Answer.DIFFERENT);
        List<Finding> findings = register.take(AN_WITHOUT_CODE);

        assertThat(findings).extracting(Finding::code).containsExactly("I137_NO_CODE");
        assertThat(questions.open()).isEmpty();
    }

    @Test
    void asksOnceHoweverOftenTheExportComes() {
        register.take(AN);
        register.take(AN_WITHOUT_CODE, "A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000005 |");
        register.take(AN_WITHOUT_CODE, "A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000005 |");

        assertThat(questions.open())
                .extracting(asked -> asked.question().kind())
                .containsExactlyInAnyOrder(Question.Kind.LOOKALIKE, Question.Kind.NO_CODE, Question.Kind.NO_CODE);
    }

    @Test
    void joinsHistoriesUnderTheOlderId() {
        register.take(AN);
        String lostCode = "A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000005 |";
        register.take(lostCode);

        answer(1, Answer.SAME);
        List<String> joined = register.history();
        List<Finding> findings = register.take(lostCode);

        assertThat(joined)
                .containsExactly(
                        "Nguyễn Văn An 2013-05-12 031213000001 (closed)",
                        "Nguyễn Văn An 2013-05-12  (closed)",
                        "Nguyễn Văn An 2013-05-12 031213000001",
                        "A 2023 4A",
                        "A 2024 5A (closed)",
                        "A 2024 5A");
        assertThat(register.history()).isEqualTo(joined);
        assertThat(register.students())
                .extracting(Student::id, Student::moetCode)
                .containsExactly(tuple(StudentId.ofMoetCode("3100000001"), "3100000005"));
        assertThat(findings).isEmpty();
    }

    @Test
    void warnsUntilThePersonAnswersThatTwoAreTwo() {
        register.take(AN);
        String namesake = "A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000005 |";
        register.take(namesake);

        List<Finding> open = register.take(namesake);
        answer(1, Answer.DIFFERENT);
        List<Finding> answered = register.take(namesake);

        assertThat(open).extracting(Finding::code).containsExactly("I138_LOOKS_LIKE_OTHER_STUDENT");
        assertThat(answered).isEmpty();
        assertThat(register.students()).hasSize(2);
    }

    @Test
    void keepsWhoAnsweredWhenAndWhy() {
        register.take(AN);
        register.take(AN_WITHOUT_CODE);

        answer(1, Answer.DIFFERENT);
        Outcome again = questions.answer(1, Answer.SAME, "an nguyen", register.now(), "nhầm");

        assertThat(again).isEqualTo(Outcome.ANSWERED_BEFORE);
        assertThat(questions.answer(9, Answer.SAME, "x", register.now(), "x")).isEqualTo(Outcome.NO_SUCH_QUESTION);
        assertThat(DATABASE.jdbc()
                        .sql("select answer || ' ' || answered_by || ' ' || reason from student_question")
                        .query(String.class)
                        .list())
                .containsExactly("DIFFERENT thu ky đã đối chiếu giấy khai sinh");
    }

    @Test
    void showsThePersonWhatHasToBeKnown() {
        register.take(AN);
        register.take(AN_WITHOUT_CODE);

        StudentQuestions.Asked asked = questions.open().get(0);

        assertThat(asked.known().name()).isEqualTo("Nguyễn Văn An");
        assertThat(asked.known().classes()).containsExactly("A 4A 2023-2024");
        assertThat(asked.question().place()).isEqualTo("1 (A/danh-sach.xlsx)");
    }

    @Test
    void asksNothingAboutStudentsWhoWereRejectedAfterAll() {
        register.take(AN);

        register.take(
                "A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000005 |",
                "A 2024 5B STUDYING | Nguyễn Văn An | 2013-05-12 | | 3100000005 |");

        assertThat(questions.open()).isEmpty();
    }

    @Test
    void knowsStudentsOfRegistersMadeBeforeCodesWereKept() {
        register.take(AN);
        DATABASE.jdbc().sql("delete from student_key").update();
        DATABASE.jdbc().sql("delete from student_person").update();
        DATABASE.jdbc().sql(backfill()).update();

        register.take("A 2024 5A STUDYING | Nguyễn Văn An | 2013-05-12 | 031213000001 | |");

        assertThat(register.students()).extracting(Student::id).containsExactly(StudentId.ofMoetCode("3100000001"));
    }

    /** The last statement of the migration. */
    private static String backfill() {
        try (var sql = StudentMatchTest.class.getResourceAsStream("/db/migration/V011__student_matching.sql")) {
            String all = new String(sql.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return all.substring(all.indexOf("insert into student_key"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void answer(int number, Answer answer) {
        Outcome outcome = questions.answer(number, answer, "thu ky", register.now(), "đã đối chiếu giấy khai sinh");
        assertThat(outcome).isEqualTo(Outcome.KEPT);
    }
}
