package nienkhoa.intake;

import static nienkhoa.intake.TestExport.AN;
import static nienkhoa.intake.TestExport.BINH;
import static nienkhoa.intake.TestExport.CHI;
import static nienkhoa.intake.TestExport.CLASS_LIST;
import static nienkhoa.intake.TestExport.COMMENTS;
import static nienkhoa.intake.TestExport.REGISTRY;
import static nienkhoa.intake.TestExport.RESULTS;
import static nienkhoa.intake.TestExport.SCHOOL_SHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Finding;
import nienkhoa.model.Photo;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;
import nienkhoa.model.YearResult.Assessment;
import nienkhoa.model.YearResult.SubjectResult;
import nienkhoa.testing.TestDatabase;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {

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
    void takesCleanExportWithoutFindings() throws IOException {
        IntakeResult result = read(TestExport.standard());

        assertThat(result.findings()).isEmpty();
        assertThat(result.workbook()).isEmpty();
        assertThat(result.counts().rowsRejected()).isZero();
        assertThat(result.counts().students()).isEqualTo(3);
    }

    @Test
    void joinsSchoolSheetIntoSchoolAndClasses() throws IOException {
        read(TestExport.standard());

        School school = database.current("school", School.class).get(0);
        assertThat(school.code()).isEqualTo("31313401");
        assertThat(school.names()).extracting(School.Name::district).containsExactly("Quận Hồ", null);
        assertThat(school.superiors()).hasSize(2);
        assertThat(database.current("class-section", ClassSection.class))
                .containsExactly(new ClassSection("31313401", YEAR, "5A", 5, "Lê Thị Chủ"));
    }

    @Test
    void joinsClassListAndRegistryIntoStudent() throws IOException {
        read(TestExport.standard());

        Student binh = database.current("student", Student.class).stream()
                .filter(student -> student.moetCode().equals(BINH))
                .findFirst()
                .orElseThrow();
        assertThat(binh.birthDate()).isEqualTo(LocalDate.of(2013, 9, 3));
        assertThat(binh.identityNumber()).isEqualTo("031313000002");
        assertThat(binh.guardian()).isEqualTo(new Student.Relative("Bà Giám", "Nông dân", ""));
        assertThat(binh.policy()).isEqualTo("Con liệt sĩ");
        assertThat(database.current("enrolment", Enrolment.class)).hasSize(3);
    }

    @Test
    void joinsResultsCommentsAndSideFileIntoYearResult() throws IOException {
        read(TestExport.standard());

        YearResult an = result(AN);
        Assessment end = an.assessments().get(AssessmentTime.END_2);
        assertThat(end.subjects())
                .containsEntry("TIENG_VIET", new SubjectResult("T", 9, "Đọc lưu loát."))
                .containsEntry("DAO_DUC", new SubjectResult("T", null, ""));
        assertThat(end.competences()).containsEntry("NL_KHOA_HOC", "T").containsEntry("TU_CHU_TU_HOC", "T");
        assertThat(end.overall()).isEqualTo("HTXS");
        assertThat(end.awardedAtYearEnd()).isTrue();
        assertThat(end.generalCompetencesComment()).isEqualTo("Tự tin.");
        assertThat(an.heightCm()).isEqualTo("140.5");
        assertThat(an.awards()).containsExactly("Học sinh Xuất sắc", "Giải Nhất cờ vua");
        assertThat(result(CHI).assessments().get(AssessmentTime.END_2).promoted())
                .isFalse();
    }

    @Test
    void joinsRegistryLineWithFormerYears() throws IOException {
        read(TestExport.standard());

        RegistryEntry binh = database.current("registry-entry", RegistryEntry.class).stream()
                .filter(entry -> entry.number().equals("002"))
                .findFirst()
                .orElseThrow();
        assertThat(binh.cohort().label()).isEqualTo("2019-2024");
        assertThat(binh.history())
                .extracting(RegistryEntry.FormerYear::className, RegistryEntry.FormerYear::entered)
                .containsExactly(tuple("1C", "05/09/2019"), tuple("2C", "05/09/2020"));
    }

    @Test
    void keepsPhotoUnderItsDigest() throws IOException {
        read(TestExport.standard());

        Photo photo = database.current("photo", Photo.class).get(0);
        Path kept = home.resolve("work/photos/" + photo.sha256().substring(0, 2) + "/" + photo.sha256() + ".jpg");
        assertThat(photo.widthPx()).isEqualTo(354);
        assertThat(kept).hasSameBinaryContentAs(folder.resolve("anh/" + AN + ".jpg"));
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        read(TestExport.standard());
        String digest = database.digest();

        IntakeResult again = read(TestExport.standard());

        assertThat(database.digest()).isEqualTo(digest);
        assertThat(again.counts().rowsAccepted()).isZero();
        assertThat(again.counts().revisions()).isEmpty();
    }

    @Test
    void writesRevisionOnlyForWhatChanged() throws IOException {
        read(TestExport.standard());
        long before = database.revisions();

        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "C7", "Trần Thị Thanh Bình"));

        assertThat(result.counts().revisions()).containsOnlyKeys("student").containsEntry("student", 1L);
        assertThat(database.revisions()).isEqualTo(before + 1);
    }

    @Test
    void endsTheOldClassOfStudentWhoIsNowInAnother() throws IOException {
        read(TestExport.standard());

        read(TestExport.standard().set(CLASS_LIST, "5A", "N8", "5B"));

        assertThat(database.current("enrolment", Enrolment.class))
                .extracting(Enrolment::className)
                .containsExactlyInAnyOrder("5A", "5A", "5B");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(textBlock = """
                    I003_BAD_DATE,            D6, 31/02/2013
                    I003_BAD_DATE,            D6, hôm qua
                    I004_MISSING_VALUE,       C6, ''
                    I004_MISSING_VALUE,       B6, ''
                    I007_BAD_CODE,            B6, 31000000012
                    I007_BAD_CODE,            P6, 0312130A0001
                    I008_UNKNOWN_VALUE,       E6, Trai
                    I008_UNKNOWN_VALUE,       G6, Không rõ
                    """)
    void rejectsBadCellOfClassList(String code, String cell, String value) throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", cell, value));

        assertThat(result.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.place().file()).isEqualTo(CLASS_LIST);
            assertThat(finding.place().cell()).isEqualTo(cell);
        });
        assertThat(database.current("student")).hasSize(2);
        assertThat(result.rejectedStudents()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(textBlock = """
                    I008_UNKNOWN_VALUE, F9,  Đ
                    I008_UNKNOWN_VALUE, K9,  H
                    I009_BAD_SCORE,     G9,  0
                    I009_BAD_SCORE,     G9,  11
                    I009_BAD_SCORE,     G9,  8.5
                    I011_NOT_ONE_TICK,  N9,  ''
                    I008_UNKNOWN_VALUE, N9,  xx
                    """)
    void rejectsBadCellOfResults(String code, String cell, String value) throws IOException {
        IntakeResult result = read(TestExport.standard().set(RESULTS, "CN", cell, value));

        assertThat(result.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.place().cell()).isEqualTo(cell);
            assertThat(finding.place().subject())
                    .isEqualTo(StudentId.ofMoetCode(AN).value());
        });
        assertThat(database.current("year-result")).hasSize(2);
    }

    @Test
    void countsTwoTicksInOverallResult() throws IOException {
        IntakeResult result = read(TestExport.standard().set(RESULTS, "CN", "O9", "x"));

        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals("I011_NOT_ONE_TICK"))
                .extracting(finding -> finding.place().cell(), Finding::args)
                .containsExactly(tuple("N9", List.of("2")));
    }

    @Test
    void restoresLeadingZerosAndSaysSo() throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "P6", 31213000001.0));

        assertThat(result.findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple("I005_LEADING_ZERO_RESTORED", Finding.Severity.WARN));
        assertThat(database.current("student", Student.class))
                .extracting(Student::identityNumber)
                .contains("031213000001");
    }

    @Test
    void rejectsBothOfTwoPersonsWithOneCode() throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "B7", AN));

        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals("I025_SAME_CODE_TWO_PERSONS"))
                .extracting(finding -> finding.place().cell(), finding -> finding.args()
                        .get(0))
                .containsExactly(
                        tuple("B6", "[5A] 7 (" + CLASS_LIST + ")"), tuple("B7", "[5A] 6 (" + CLASS_LIST + ")"));
        assertThat(database.current("student")).hasSize(1);
    }

    @Test
    void rejectsBothOfTwoStudentsWithOneIdentityNumber() throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "P7", "031213000001"));

        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals("I026_SAME_IDENTITY_TWO_PERSONS"))
                .extracting(finding -> finding.place().cell())
                .containsExactly("P6", "P7");
        assertThat(database.current("student")).hasSize(1);
    }

    @Test
    void rejectsStudentWhoStudiesInTwoClasses() throws IOException {
        IntakeResult result = read(TestExport.standard()
                .addRow(
                        CLASS_LIST,
                        "5A",
                        4,
                        AN,
                        "Nguyễn Văn An",
                        "12/05/2013",
                        "Nam",
                        "Kinh",
                        "Đang học",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "5B"));

        assertThat(result.byCode()).containsEntry("I027_TWO_CLASSES", 2L);
    }

    @Test
    void givesResultToTheClassWhereTheStudentFinishes() throws IOException {
        read(TestExport.standard()
                .set(CLASS_LIST, "5A", "G6", "Chuyển lớp")
                .addRow(
                        CLASS_LIST,
                        "5A",
                        4,
                        AN,
                        "Nguyễn Văn An",
                        "12/05/2013",
                        "Nam",
                        "Kinh",
                        "Đang học",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "5B"));

        assertThat(result(AN).className()).isEqualTo("5B");
    }

    @Test
    void rejectsRowsOfStrangers() throws IOException {
        IntakeResult result = read(TestExport.standard()
                .addRow(REGISTRY, "Đăng bộ", "9", "3100000009", "Người Lạ", "Tiểu học", "2019-2024"));

        assertThat(result.byCode()).containsOnlyKeys("I029_NOT_IN_CLASS_LIST");
    }

    @Test
    void stopsBeforeWritingIfTheYearIsAnother() throws IOException {
        TestExport.standard().write(folder);
        Intake intake = intake(step -> {});

        IntakeResult result = intake.read(intake.take(folder), new SchoolYear(2024), ProgressListener.NONE);

        assertThat(result.stopped()).isTrue();
        assertThat(result.findings()).extracting(Finding::code).containsExactly("I010_WRONG_SCHOOL_YEAR");
        assertThat(database.revisions()).isZero();
    }

    @Test
    void namesMissingColumn() throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "G5", "Tình hình"));

        assertThat(result.findings())
                .filteredOn(finding -> finding.code().equals("I002_MISSING_COLUMN"))
                .extracting(finding -> finding.args().get(0))
                .containsExactly("Trạng thái");
    }

    @Test
    void rejectsSheetWithoutSchoolYear() throws IOException {
        IntakeResult result = read(TestExport.standard().set(RESULTS, "CN", "A4", ""));

        assertThat(result.byCode()).containsEntry("I013_UNKNOWN_SCHOOL_YEAR", 1L);
    }

    @Test
    void goesOnPastFilesThatAreNoWorkbooks() throws IOException {
        TestExport.standard().write(folder);
        Files.writeString(folder.resolve("a.xlsx"), "không phải bảng tính");
        byte[] whole = Files.readAllBytes(folder.resolve(COMMENTS));
        Files.write(folder.resolve("b.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.write(folder.resolve("c.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        Files.writeString(folder.resolve("d.txt"), "ghi chú");

        IntakeResult result = read();

        assertThat(result.findings())
                .extracting(finding -> finding.place().file() + " " + finding.code())
                .containsExactly(
                        "a.xlsx I001_UNREADABLE_WORKBOOK",
                        "b.xlsx I001_UNREADABLE_WORKBOOK",
                        "c.xls I001_UNREADABLE_WORKBOOK");
        assertThat(database.current("student")).hasSize(3);
    }

    @Test
    void namesPhotosThatAreNoneAndPhotosOfStrangers() throws IOException {
        TestExport.standard().write(folder);
        Files.writeString(folder.resolve("anh/" + BINH + ".jpg"), "không phải ảnh");
        TestExport.photo(folder.resolve("anh/3199999999.jpg"), 30, 40);

        IntakeResult result = read();

        assertThat(result.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("I032_PHOTO_UNREADABLE", "I033_PHOTO_OF_NO_STUDENT");
    }

    @Test
    void rejectsFilesOfNoSchool() throws IOException {
        TestExport export = TestExport.standard();
        export.workbooks.remove(SCHOOL_SHEET);

        IntakeResult result = read(export);

        assertThat(result.byCode()).containsEntry("I012_NO_SCHOOL_SHEET", 5L);
        assertThat(database.revisions()).isZero();
    }

    @Test
    void refusesMissingAndEmptyFolders() {
        Intake intake = intake(step -> {});

        assertThatThrownBy(() -> intake.take(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        RefusedExport.class,
                        refused -> assertThat(refused.finding().code()).isEqualTo("I020_EXPORT_NOT_FOUND"));
        assertThatThrownBy(() -> intake.take(folder)).isInstanceOfSatisfying(RefusedExport.class, refused -> assertThat(
                        refused.finding().code())
                .isEqualTo("I021_EXPORT_EMPTY"));
    }

    @Test
    void keepsExportByteForByteAndTakesItOnce() throws IOException {
        TestExport.standard().write(folder);
        Intake intake = intake(step -> {});

        TakenExport taken = intake.take(folder);
        TakenExport again = intake.take(folder);

        assertThat(again).isEqualTo(taken);
        assertThat(taken.folder().resolve(CLASS_LIST)).hasSameBinaryContentAs(folder.resolve(CLASS_LIST));
        assertThat(Files.readString(taken.manifest())).contains(taken.sha256());
    }

    @Test
    void writesFindingsForPeopleWithoutLettingCellsStartFormulas() throws IOException {
        read(TestExport.standard().set(CLASS_LIST, "5A", "D6", "=HYPERLINK(\"x\")"));
        IntakeResult result = read();
        byte[] first = Files.readAllBytes(result.workbook().orElseThrow());

        read();

        assertThat(result.workbook().orElseThrow()).hasBinaryContent(first);
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(result.workbook().orElseThrow().toFile())) {
            Sheet findings = workbook.getSheet("Phát hiện");
            assertThat(findings.getRow(1).getCell(0).getStringCellValue()).isEqualTo("I003_BAD_DATE");
            assertThat(findings.getRow(1).getCell(6).getStringCellValue()).isEqualTo("'=HYPERLINK(\"x\")");
            assertThat(findings.getRow(1).getCell(7).getStringCellValue()).contains("Ngày sinh");
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    @Test
    void endsTheSameAfterBreakingOffAtAnyStep() throws IOException {
        read(TestExport.standard());
        String digest = database.digest();
        DATABASE.emptyRegister();

        for (int step = 1; step <= 5; step++) {
            AtomicInteger left = new AtomicInteger(step);
            Intake dying = intake(reached -> {
                if (left.decrementAndGet() == 0) {
                    throw new IllegalStateException("killed at " + reached);
                }
            });
            Throwable killed = catchThrowable(() -> dying.read(dying.take(folder), YEAR, ProgressListener.NONE));
            assertThat(killed).hasMessageStartingWith("killed at");
            assertThat(database.digest()).isIn("", digest);
        }
        IntakeResult result = read();

        assertThat(result.findings()).isEmpty();
        assertThat(database.digest()).isEqualTo(digest);
    }

    private YearResult result(String moetCode) {
        return database.current("year-result", YearResult.class).stream()
                .filter(result -> result.studentId().equals(StudentId.ofMoetCode(moetCode)))
                .findFirst()
                .orElseThrow();
    }

    private IntakeResult read(TestExport export) throws IOException {
        export.write(folder);
        return read();
    }

    private IntakeResult read() {
        Intake intake = intake(step -> {});
        return intake.read(intake.take(folder), YEAR, ProgressListener.NONE);
    }

    private Intake intake(Intake.Checkpoint checkpoint) {
        return new Intake(
                home,
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2,
                checkpoint);
    }
}
