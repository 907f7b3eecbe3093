package nienkhoa.intake;

import static nienkhoa.intake.SecondaryExport.MARKS;
import static nienkhoa.intake.SecondaryExport.PORTAL;
import static nienkhoa.intake.SecondaryExport.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.assessment.Regimes;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.SecondaryResult.Marks;
import nienkhoa.model.SecondaryResult.Promotion;
import nienkhoa.model.StudentId;
import nienkhoa.model.Term;
import nienkhoa.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondaryIntakeTest {

    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    private RegisterContents database;

    @BeforeEach
    void emptyRegister() {
        DATABASE.emptyRegister();
        database = new RegisterContents(DATABASE.jdbc());
    }

    @Test
    void joinsMarksAndSummariesIntoOneResultAYear() throws IOException {
        IntakeResult read = read(SecondaryExport.standard());

        assertThat(read.findings()).isEmpty();
        SecondaryResult an = result(TestExport.AN);
        assertThat(an.subjects().get("TOAN").terms().get(Term.SEMESTER_1))
                .isEqualTo(new Marks(List.of("8", "8", "8", "8"), "8", "8", "8", "Tính nhanh.", ""));
        assertThat(an.subjects().get("TIN_HOC").result(Term.YEAR)).isEqualTo("6,5");
        assertThat(an.subjects().get("GIAO_DUC_THE_CHAT").result(Term.SEMESTER_2))
                .isEqualTo("Đ");
        assertThat(an.standings().get(Term.YEAR).title()).isEqualTo("HOC_SINH_GIOI");
        assertThat(an.promotion()).isEqualTo(Promotion.PROMOTED);
        assertThat(result(TestExport.BINH).standings().get(Term.YEAR).absences().inAll())
                .isEqualTo(45);
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        read(SecondaryExport.standard());
        String digest = database.digest();

        IntakeResult again = read(SecondaryExport.standard());

        assertThat(database.digest()).isEqualTo(digest);
        assertThat(again.counts().rowsAccepted()).isZero();
    }

    /** A cell of one summary is changed; {@code codes} are all findings that follow, none if empty. */
    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            # sheet, cell, value, codes, why
            CN,  T5, 46,       I113_PROMOTION_DIFFERS I118_ABSENCES_DO_NOT_ADD_UP, 46 absences are one too many
            CN,  S5, 6,        I118_ABSENCES_DO_NOT_ADD_UP,                        the total alone counts for promotion
            CN,  U5, Ở lại lớp, I113_PROMOTION_DIFFERS,                             who may go up stays down
            CN,  U5, Thi lại,  '',                                                 nothing is settled yet
            CN,  Q5, Tốt,      I112_CONDUCT_DIFFERS,                               Khá and Khá is Khá
            CN,  Q4, Khá,      I112_CONDUCT_DIFFERS I114_TITLE_DIFFERS,            conduct also counts for the title
            CN,  P4, Khá,      I111_LEARNING_LEVEL_DIFFERS I114_TITLE_DIFFERS,     learning also counts for the title
            HK1, P5, Chưa đạt, I111_LEARNING_LEVEL_DIFFERS,                        a semester has its level too
            CN,  V4, HSXS,     I114_TITLE_DIFFERS,                                 not six subjects at 9
            CN,  V4, '',       I114_TITLE_DIFFERS,                                 the title is missing
            CN,  E4, 7.9,      I109_YEAR_AVERAGE_DIFFERS I111_LEARNING_LEVEL_DIFFERS, five subjects at 8
            CN,  E4, '',       '',                                                 what is missing is not recomputed
            CN,  L4, 7,        I104_MARK_IN_COMMENT_SUBJECT,                       physical education has no marks
            CN,  D4, Đ,        I103_LEVEL_IN_SCORED_SUBJECT,                       literature has no levels
            CN,  L4, Miễn,     '',                                                 exempt from physical education
            CN,  D4, Miễn,     I111_LEARNING_LEVEL_DIFFERS,                        without it only five at 8
            HK1, E4, 7,        I108_TERM_AVERAGE_DIFFERS I109_YEAR_AVERAGE_DIFFERS I110_SUMMARY_DIFFERS_FROM_MARKS I111_LEARNING_LEVEL_DIFFERS, other than the marks
            """)
    void comparesSummaryWithTheRules(String sheet, String cell, String value, String codes, String why)
            throws IOException {
        IntakeResult result = read(SecondaryExport.standard().set(SUMMARY, sheet, cell, value));

        assertCodes(result, codes);
        assertThat(result.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARN);
            assertThat(finding.args()).noneMatch(arg -> arg.equals(value));
        });
        assertThat(database.current("secondary-result")).hasSize(2);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            # cell, value, codes, why
            I4,  7.9,  '',                            7.966 is rounded up to 8.0
            I4,  7.8,  I108_TERM_AVERAGE_DIFFERS,     7.933 is rounded down to 7.9
            G4,  '',   I107_NUMBER_OF_REGULAR_MARKS,  140 periods a year need four marks
            J4,  '',   '',                            the summary has the average
            """)
    void comparesMarksWithTheRules(String cell, String value, String codes, String why) throws IOException {
        assertCodes(read(SecondaryExport.standard().set(MARKS, "Toán", cell, value)), codes);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            # value, code, why
            10.1, I100_BAD_MARK,      above 10
            -1,   I100_BAD_MARK,      below 0
            tốt,  I100_BAD_MARK,      a word
            7.95, I101_MARK_DECIMALS, two decimals
            """)
    void rejectsWholeResultForBadMark(String value, String code, String why) throws IOException {
        IntakeResult result = read(SecondaryExport.standard().set(MARKS, "Toán", "I4", value));

        assertThat(result.findings()).extracting(Finding::code).contains(code, "I039_YEAR_RESULT_INCOMPLETE");
        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals(code))
                .extracting(finding -> finding.place().cell())
                .containsExactly("I4");
        assertThat(database.current("secondary-result")).hasSize(1);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            10,   10
            0,    0
            7.0,  7
            '7,5', '7,5'
            chưa đạt, CĐ
            Miễn, MIEN
            """)
    void keepsMarkInOneSpelling(String written, String kept) throws IOException {
        read(SecondaryExport.standard().set(MARKS, "Toán", "I4", written));

        assertThat(result(TestExport.AN)
                        .subjects()
                        .get("TOAN")
                        .terms()
                        .get(Term.SEMESTER_1)
                        .endTerm())
                .isEqualTo(kept);
    }

    @Test
    void namesSubjectsThatTheWholeClassLacksOnce() throws IOException {
        IntakeResult result = read(SecondaryExport.setAll(SecondaryExport.standard(), "K3", "Vật lí"));

        assertCodes(result, "I105_SUBJECT_NOT_OF_GRADE I106_SUBJECTS_MISSING");
        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals("I106_SUBJECTS_MISSING"))
                .extracting(Finding::args)
                .containsExactly(List.of("6A", "Tin học"));
    }

    @Test
    void saysOnceThatNothingIsKnownOfTheRegime() throws IOException {
        IntakeResult result = read(SecondaryExport.standard(), (year, grade) -> Optional.empty());

        assertCodes(result, "I119_NO_ASSESSMENT_RULES");
        assertThat(database.current("secondary-result")).hasSize(2);
    }

    @Test
    void fillsFromPortalWhatTheClassDoesNotSay() throws IOException {
        IntakeResult result = read(SecondaryExport.withPortal());

        assertThat(result.findings()).isEmpty();
        assertThat(result(TestExport.AN).certificate()).isEqualTo("Tin học: Khá");
        assertThat(result(TestExport.AN).promotion()).isEqualTo(Promotion.PROMOTED);
    }

    @Test
    void believesTheClassBeforeThePortal() throws IOException {
        IntakeResult result = read(SecondaryExport.withPortal().set(PORTAL, "KetQua", "J3", "Khá"));

        assertCodes(result, "I115_PORTAL_DIFFERS");
        assertThat(result(TestExport.AN).standings().get(Term.YEAR).learning()).isEqualTo("TOT");
    }

    @Test
    void passesOverPrimaryRowsOfPortalAndSaysSo() throws IOException {
        IntakeResult result = read(SecondaryExport.withPrimaryClass());

        assertCodes(result, "I116_PORTAL_ROW_OF_PRIMARY");
        assertThat(database.current("secondary-result")).hasSize(2);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            # cell, value, codes, why
            A4,     1,     '',                                             as printed
            P4,     7.9,   I120_AVERAGE_OF_SUBJECTS_DIFFERS,               the mean is 8.0
            Q4,     K,     I111_LEARNING_LEVEL_DIFFERS I114_TITLE_DIFFERS, learning also counts for the title
            S4,     HSTT,  I114_TITLE_DIFFERS,                             Giỏi and Tốt is the higher title
            K4,     6.4,   I111_LEARNING_LEVEL_DIFFERS I120_AVERAGE_OF_SUBJECTS_DIFFERS, one below 6.5
            """)
    void comparesSummaryOfTheOlderCircular(String cell, String value, String codes, String why) throws IOException {
        TestExport export = SecondaryExport.old().set(SUMMARY, "CN", cell, value);

        assertCodes(read(export, (year, grade) -> Optional.of("S58")), codes);
    }

    @Test
    void rejectsSecondRowForTheSameSubject() throws IOException {
        IntakeResult result = read(SecondaryExport.standard()
                .addRow(MARKS, "Toán", 3, TestExport.AN, "Nguyễn Văn An", 9, 9, 9, 9, 9, 9, 9, ""));

        assertCodes(result, "I028_DUPLICATE_ROW");
        assertThat(result(TestExport.AN).subjects().get("TOAN").result(Term.SEMESTER_1))
                .isEqualTo("8");
    }

    @Test
    void rejectsMarksOfStranger() throws IOException {
        IntakeResult result = read(
                SecondaryExport.standard().addRow(MARKS, "Toán", 3, TestExport.CHI, "Lê Chi", 9, 9, 9, 9, 9, 9, 9, ""));

        assertCodes(result, "I029_NOT_IN_CLASS_LIST");
    }

    @Test
    void believesTheClassInWhichTheStudentEndsTheYear() throws IOException {
        TestExport export = SecondaryExport.standard();
        export.addRow(
                SecondaryExport.CLASS_LIST,
                "6A",
                3,
                TestExport.CHI,
                "Lê Chi",
                "01/01/2012",
                "Nữ",
                "Chuyển lớp",
                "6B",
                "Khối 6");
        export.addRow(
                SecondaryExport.CLASS_LIST,
                "6A",
                4,
                TestExport.CHI,
                "Lê Chi",
                "01/01/2012",
                "Nữ",
                "Đang học",
                "6A",
                "Khối 6");
        export.addRow(MARKS, "Toán", 3, TestExport.CHI, "Lê Chi", 7, 7, 7, 7, 7, 7, 7, "");
        export.sheet(MARKS, "Toán 6B", new Object[][] {
            {"Môn học: Toán. Học kì I"},
            {"Lớp: 6B. Năm học 2023-2024"},
            {"STT", "Mã định danh Bộ GD&ĐT", "Họ và tên", "ĐĐGtx", "ĐĐGgk", "ĐĐGck", "ĐTBmhk", "Nội dung nhận xét"},
            {1, TestExport.CHI, "Lê Chi", 9, 9, 9, 9, ""}
        });

        read(export);

        SecondaryResult chi = result(TestExport.CHI);
        assertThat(chi.className()).isEqualTo("6A");
        assertThat(chi.subjects().get("TOAN").result(Term.SEMESTER_1)).isEqualTo("7");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            # cell, value, code, why
            ,    ,                    ,                     the best in all
            H4,  8,                   I117_OVERALL_DIFFERS, a test below 9
            M4,  H,                   I117_OVERALL_DIFFERS, a subject at H
            Q4,  Đ,                   I117_OVERALL_DIFFERS, a quality at Đ
            R4,  Hoàn thành tốt,      I117_OVERALL_DIFFERS, less than is due
            M4,  '',                  I106_SUBJECTS_MISSING, what is missing is not recomputed
            """)
    void comparesOverallLevelOfPrimary(@Nullable String cell, @Nullable String value, @Nullable String code, String why)
            throws IOException {
        TestExport export = primary();
        if (cell != null) {
            export.set("ket-qua.xlsx", "CN", cell, value == null ? "" : value);
        }

        IntakeResult result = read(export, (year, grade) -> Optional.of("P27"));

        assertCodes(result, code == null ? "" : code);
    }

    /** Class 1A with one student who is the best in all. */
    static TestExport primary() {
        TestExport export = new TestExport();
        export.workbooks.put(
                TestExport.SCHOOL_SHEET, TestExport.standard().workbooks.get(TestExport.SCHOOL_SHEET));
        export.set(TestExport.SCHOOL_SHEET, "Lớp học", "B2", "1A").set(TestExport.SCHOOL_SHEET, "Lớp học", "C2", 1);
        export.sheet(TestExport.CLASS_LIST, "1A", new Object[][] {
            {"Năm học 2023-2024"},
            {"STT", "Mã định danh Bộ GD&ĐT", "Họ tên", "Ngày sinh", "Giới tính", "Trạng thái", "Lớp học"},
            {1, TestExport.AN, "Nguyễn Văn An", "12/05/2017", "Nam", "Đang học", "1A"}
        });
        return export.sheet("ket-qua.xlsx", "CN", new Object[][] {
            {"Năm học: 2023-2024. Lớp: 1A"},
            {"Kết quả cuối năm học"},
            {
                "STT",
                "Mã định danh Bộ GD&ĐT",
                "Họ và đệm",
                "Tên",
                "Tiếng Việt (Mức)",
                "Tiếng Việt (Điểm)",
                "Toán (Mức)",
                "Toán (Điểm)",
                "Đạo đức (Mức)",
                "Tự nhiên và Xã hội (Mức)",
                "Giáo dục thể chất (Mức)",
                "Âm nhạc (Mức)",
                "Mĩ thuật (Mức)",
                "Hoạt động trải nghiệm (Mức)",
                "NL: Tự chủ và tự học",
                "PC: Yêu nước",
                "PC: Nhân ái",
                "Đánh giá KQGD",
                "Lên lớp"
            },
            {
                1,
                TestExport.AN,
                "Nguyễn Văn",
                "An",
                "T",
                10,
                "T",
                9,
                "T",
                "T",
                "T",
                "T",
                "T",
                "T",
                "T",
                "T",
                "T",
                "Hoàn thành xuất sắc",
                "x"
            }
        });
    }

    private static void assertCodes(IntakeResult result, String codes) {
        List<String> expected =
                Arrays.stream(codes.split(" ")).filter(code -> !code.isEmpty()).toList();
        assertThat(result.findings()).extracting(Finding::code).containsExactlyInAnyOrderElementsOf(expected);
    }

    private SecondaryResult result(String moetCode) {
        StudentId id = StudentId.ofMoetCode(moetCode);
        return database.current("secondary-result", SecondaryResult.class).stream()
                .filter(result -> result.studentId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private IntakeResult read(TestExport export) throws IOException {
        return read(export, (year, grade) -> Optional.of("S22"));
    }

    private IntakeResult read(TestExport export, Regimes regimes) throws IOException {
        Intake intake = new Intake(
                home,
                Layouts.bundled(),
                AssessmentRules.bundled(regimes),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
        return intake.read(intake.take(export.write(folder)), YEAR, ProgressListener.NONE);
    }
}
