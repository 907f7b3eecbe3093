package nienkhoa.intake;

import static nienkhoa.intake.TestExport.AN;
import static nienkhoa.intake.TestExport.BINH;
import static nienkhoa.intake.TestExport.CLASS_LIST;
import static nienkhoa.intake.TestExport.RESULTS;
import static nienkhoa.intake.TestExport.SCHOOL_SHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.testing.TestDatabase;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook of rejected rows, read and corrected by another library than the one that writes it. */
class CorrectedWorkbookTest {

    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int REPORT_SHEETS = 2;
    private static final String BAD_DAY = "31/02/2013";
    private static final String GOOD_DAY = "12/05/2013";

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    @TempDir
    private Path desk;

    private RegisterContents database;

    @BeforeEach
    void emptyRegister() {
        DATABASE.emptyRegister();
        database = new RegisterContents(DATABASE.jdbc());
    }

    @ParameterizedTest(name = "{4} in {1}")
    @CsvSource(textBlock = """
            2023-2024/danh-sach-hoc-sinh.xlsx, 5A,                 D6, 31/02/2013, 12/05/2013
            2023-2024/danh-sach-hoc-sinh.xlsx, 5A,                 B6, 31000,      3100000001
            2023-2024/ket-qua/5A.xlsx,         CN,                 G9, 11,         9
            2023-2024/nhan-xet/5A.xlsx,        Tiếng Việt,         G4, 12,         9
            2023-2024/nhan-xet/5A.xlsx,        'Năng lực, phẩm chất', I3, Hôm nào, Cuối năm
            so-dang-bo.xlsx,                   Đăng bộ,            F2, hôm qua,    05/09/2019
            so-dang-bo.xlsx,                   Quá trình học tập,  B2, năm ngoái,  2020-2021
            so-dang-bo.xlsx,                   Theo dõi năm học,   H2, hai ngày,   2
            thong-tin-truong.xlsx,             Trường,             C2, Nhà trẻ,    Tiểu học
            thong-tin-truong.xlsx,             Cơ quan quản lý,    A2, Cục,        Sở
            thong-tin-truong.xlsx,             Hiệu trưởng,        C2, hôm kia,    01/08/2019
            thong-tin-truong.xlsx,             Lớp học,            C2, Khối lá,    5
            """)
    void entersTheCorrectedRowAsIfItHadNeverBeenWrong(
            String workbook, String sheet, String cell, String bad, String good) throws IOException {
        List<String> clean = clean();
        IntakeResult first = read(TestExport.standard().set(workbook, sheet, cell, bad));
        assertThat(first.counts().rowsRejected()).isPositive();
        assertThat(database.believed()).isNotEqualTo(clean);
        Path corrected = correct(first, Map.of(bad, good));

        IntakeResult alone = alone(corrected);

        assertThat(rejections(alone)).isEmpty();
        assertThat(alone.supplement()).isTrue();
        assertThat(database.believed()).containsExactlyElementsOf(clean);
        emptyRegister();
        read();
        Files.copy(corrected, folder.resolve("đã sửa.xlsx"));

        IntakeResult beside = read();

        assertThat(beside.findings()).isEmpty();
        assertThat(beside.supplement()).isFalse();
        assertThat(database.believed()).containsExactlyElementsOf(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "=1+1", "+84 90", "@x", "'-5", "''=x", "＝A1", "'Tổ 1"})
    void bringsTextThatLooksLikeFormulaThroughUnchanged(String text) throws IOException {
        IntakeResult first =
                read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY).set(CLASS_LIST, "5A", "J6", text));
        try (XSSFWorkbook workbook = open(workbook(first))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType().name()).isNotEqualTo("FORMULA");
                        assertThat(cell.toString()).doesNotMatch("(?s)[=+\\-@＝].*");
                    }
                }
            }
        }

        alone(correct(first, Map.of(BAD_DAY, GOOD_DAY)));

        assertThat(database.current("student")).anyMatch(student -> student.contains(CanonicalJson.write(text)));
    }

    @Test
    void coloursAndExplainsTheBadCellInACopyOfItsRow() throws IOException {
        IntakeResult result = read(
                TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY).set(CLASS_LIST, "5A", "P6", "31213000001"));

        try (XSSFWorkbook workbook = open(workbook(result))) {
            Sheet sheet = sheetWith(workbook, BAD_DAY);
            XSSFCell bad = (XSSFCell) find(sheet, BAD_DAY);
            XSSFCell warned = (XSSFCell) find(sheet, "31213000001");
            Row row = bad.getRow();
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("DANH SÁCH HỌC SINH LỚP 5A");
            assertThat(sheet.getRow(4).getCell(16).getStringCellValue()).isEqualTo(Origin.HEADER);
            assertThat(row.getRowNum()).isEqualTo(5);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("Nguyễn Văn An");
            assertThat(bad.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFF8A5A5");
            assertThat(warned.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .isEqualTo("FFFFE699");
            assertThat(bad.getCellComment().getString().getString()).contains("không phải là một ngày", "Sửa thành");
            assertThat(bad.getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(row.getCell(16).getStringCellValue())
                    .contains(" :: " + CLASS_LIST + " :: 5A :: 6 :: ", "31313401");
        }
    }

    @Test
    void namesSheetsByLayoutAndNeverByWhatTheExportCallsThem() throws IOException {
        TestExport export = TestExport.standard();
        Object[][] list = export.rows(CLASS_LIST, "5A");
        export.workbooks.get(CLASS_LIST).clear();
        export.sheet(CLASS_LIST, "Nguyễn Văn An", list).set(CLASS_LIST, "Nguyễn Văn An", "D6", BAD_DAY);

        IntakeResult result = read(export);

        try (XSSFWorkbook workbook = open(workbook(result))) {
            for (Sheet sheet : workbook) {
                assertThat(sheet.getSheetName()).doesNotContain("Nguyễn").hasSizeLessThanOrEqualTo(31);
            }
        }
    }

    @Test
    void takesAWholeYearResultInOnceItsRowInTheClassListIsCorrected() throws IOException {
        List<String> clean = clean();
        IntakeResult first = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        assertThat(first.byCode()).containsKey("I035_CLASS_LIST_ROW_REJECTED");

        IntakeResult second = alone(correct(first, Map.of(BAD_DAY, GOOD_DAY)));

        assertThat(rejections(second)).isEmpty();
        assertThat(database.current("year-result")).hasSize(3);
        assertThat(database.believed()).containsExactlyElementsOf(clean);
    }

    @Test
    void rejectsAgainWhatIsStillWrongAndPointsToTheFirstPlace() throws IOException {
        List<String> clean = clean();
        IntakeResult first = read(
                TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY).set(CLASS_LIST, "5A", "D7", "ngày xưa"));
        Path half = correct(first, Map.of(BAD_DAY, GOOD_DAY));
        Files.copy(half, folder.resolve("lan-1.xlsx"));

        IntakeResult second = read();

        assertThat(second.byCode()).containsEntry("I003_BAD_DATE", 1L);
        try (XSSFWorkbook workbook = open(workbook(second))) {
            Row row = find(sheetWith(workbook, "ngày xưa"), "ngày xưa").getRow();
            Origin origin = Origin.parse(row.getCell(16).getStringCellValue()).orElseThrow();
            assertThat(origin.file()).isEqualTo(CLASS_LIST);
            assertThat(origin.row()).isEqualTo(7);
            assertThat(origin.round()).isEqualTo(2);
        }
        Path rest = correct(second, Map.of("ngày xưa", "03/09/2013"));
        Files.copy(rest, folder.resolve("lan-2.xlsx"));
        IntakeResult third = read();
        assertThat(third.findings()).isEmpty();
        assertThat(database.believed()).containsExactlyElementsOf(clean);
    }

    @Test
    void goesOnAloneFromOneCorrectedWorkbookToTheNext() throws IOException {
        List<String> clean = clean();
        IntakeResult first = read(
                TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY).set(CLASS_LIST, "5A", "D7", "ngày xưa"));
        IntakeResult second = alone(correct(first, Map.of(BAD_DAY, GOOD_DAY)));
        assertThat(second.byCode()).containsEntry("I003_BAD_DATE", 1L);

        IntakeResult third = alone(correct(second, Map.of("ngày xưa", "03/09/2013")));

        assertThat(rejections(third)).isEmpty();
        assertThat(database.believed()).containsExactlyElementsOf(clean);
    }

    @Test
    void changesNothingWhenTheSameCorrectedWorkbookComesTwice() throws IOException {
        IntakeResult first = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        Path corrected = correct(first, Map.of(BAD_DAY, GOOD_DAY));
        alone(corrected);
        String digest = database.digest();

        IntakeResult again = alone(corrected);
        Files.copy(corrected, folder.resolve("a.xlsx"));
        Files.copy(corrected, folder.resolve("b-rejects.xlsx"));
        IntakeResult twice = read();

        assertThat(again.counts().revisions()).isEmpty();
        assertThat(twice.findings()).isEmpty();
        assertThat(database.digest()).isEqualTo(digest);
    }

    @Test
    void leavesOtherStudentsAloneWhenACorrectedWorkbookComesAlone() throws IOException {
        IntakeResult first = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        Path corrected = correct(first, Map.of(BAD_DAY, GOOD_DAY));
        read(TestExport.standard()
                .set(CLASS_LIST, "5A", "D6", BAD_DAY)
                .set(CLASS_LIST, "5A", "C7", "Trần Thị Thanh Bình")
                .set(SCHOOL_SHEET, "Trường", "D2", "Số 2 phố Sen"));

        alone(corrected);

        assertThat(database.current("student")).anyMatch(student -> student.contains("Trần Thị Thanh Bình"));
        assertThat(database.current("student")).anyMatch(student -> student.contains(AN));
        assertThat(database.current("school").get(0)).contains("Số 2 phố Sen");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            I080_NO_ORIGIN,      ''
            I081_ORIGIN_DAMAGED, dòng 6
            I081_ORIGIN_DAMAGED, NK1 :: 1 :: 2
            """)
    void takesARowWhoseOriginIsLostForANewOne(String code, String origin) throws IOException {
        List<String> clean = clean();
        IntakeResult first = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        Path corrected = correct(first, Map.of(BAD_DAY, GOOD_DAY), row -> {
            if (row.getSheet().getSheetName().startsWith("Danh sách")) {
                Cell cell = row.getCell(row.getLastCellNum() - 1);
                cell.setBlank();
                cell.setCellValue(origin);
            }
        });

        IntakeResult second = alone(corrected);

        assertThat(second.byCode()).containsEntry(code, 1L);
        assertThat(second.findings())
                .filteredOn(finding -> finding.code().equals(code))
                .allSatisfy(finding -> {
                    assertThat(finding.place().cell()).isNotEmpty();
                    assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN);
                });
        assertThat(database.believed()).containsExactlyElementsOf(clean);
    }

    @Test
    void keepsTheOriginalRowIfItWasChangedMeanwhile() throws IOException {
        IntakeResult first = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        Files.copy(correct(first, Map.of(BAD_DAY, GOOD_DAY)), folder.resolve("sua.xlsx"));

        IntakeResult second = read(TestExport.standard());

        assertThat(second.byCode()).containsKeys("I083_ORIGINAL_CHANGED", "I028_DUPLICATE_ROW");
        assertThat(database.current("student")).hasSize(3);
    }

    @Test
    void rejectsASecondRowWithTheSameOrigin() throws IOException {
        IntakeResult first = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        Path corrected = correct(first, Map.of(BAD_DAY, GOOD_DAY));
        Path other = correct(first, Map.of(BAD_DAY, "13/05/2013"));
        Files.copy(corrected, folder.resolve("a-rejects.xlsx"));
        Files.copy(other, folder.resolve("b-rejects.xlsx"));

        IntakeResult second = read();

        assertThat(second.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("I084_CORRECTED_TWICE");
            assertThat(finding.place().file()).isEqualTo("b-rejects.xlsx");
        });
        assertThat(database.current("student")).anyMatch(student -> student.contains("2013-05-12"));
    }

    @Test
    void dropsARowThatWasEmptied() throws IOException {
        Object[] again = TestExport.standard().rows(RESULTS, "CN")[9];
        IntakeResult first = read(TestExport.standard().addRow(RESULTS, "CN", again));
        assertThat(first.byCode()).containsKey("I028_DUPLICATE_ROW");
        Path corrected = correct(first, Map.of(), row -> {
            for (int i = 0; i < row.getLastCellNum() - 1; i++) {
                row.getCell(i).setBlank();
            }
        });
        Files.copy(corrected, folder.resolve("sua.xlsx"));

        assertThat(read().findings()).isEmpty();
    }

    @Test
    void refusesWhatIsNoCorrectedWorkbookOrHasNoExport() throws IOException {
        TestExport.standard().write(folder);
        Intake intake = intake(home);
        assertThatThrownBy(() -> intake.take(folder.resolve(CLASS_LIST)))
                .isInstanceOfSatisfying(
                        RefusedExport.class,
                        refused -> assertThat(refused.finding().code()).isEqualTo("I085_NO_CORRECTED_ROWS"));
        IntakeResult first = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        Path corrected = correct(first, Map.of(BAD_DAY, GOOD_DAY));

        Intake elsewhere = intake(desk.resolve("other-home"));

        assertThatThrownBy(() -> elsewhere.take(corrected))
                .isInstanceOfSatisfying(
                        RefusedExport.class,
                        refused -> assertThat(refused.finding().code()).isEqualTo("I086_EXPORT_NOT_KEPT"));
    }

    @Test
    void keepsSchoolsApartThatShareOneWorkbook() throws IOException {
        secondSchool(TestExport.standard()).write(folder.resolve("b"));
        TestExport.standard().write(folder.resolve("a"));
        Files.delete(folder.resolve("b/anh/" + AN + ".jpg"));
        read();
        List<String> clean = database.believed();
        emptyRegister();
        secondSchool(TestExport.standard())
                .set(CLASS_LIST, "5A", "D7", "hôm qua")
                .write(folder.resolve("b"));
        TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY).write(folder.resolve("a"));
        Files.delete(folder.resolve("b/anh/" + AN + ".jpg"));
        IntakeResult first = read();

        IntakeResult second = alone(correct(first, Map.of(BAD_DAY, GOOD_DAY, "hôm qua", "03/09/2013")));

        assertThat(rejections(second)).isEmpty();
        assertThat(database.believed()).containsExactlyElementsOf(clean);
    }

    private static TestExport secondSchool(TestExport export) {
        Map<String, String> others = Map.of(
                "31313401",
                "31313402",
                AN,
                "3200000001",
                BINH,
                "3200000002",
                TestExport.CHI,
                "3200000003",
                "031213000001",
                "031213000011",
                "031313000002",
                "031313000012",
                "031313000003",
                "031313000013");
        export.workbooks.values().forEach(sheets -> sheets.values().forEach(rows -> Arrays.stream(rows)
                .forEach(row -> Arrays.setAll(
                        row, i -> row[i] instanceof String text ? others.getOrDefault(text, text) : row[i]))));
        return export;
    }

    @Test
    void putsSheetsWithManyTitlesTogetherAndKnowsTheirClassesAgain() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            numbers.add(i);
        }
        manyClasses(numbers, "9").write(folder);
        read();
        List<String> clean = database.believed();
        emptyRegister();
        manyClasses(numbers, "10,5").write(folder);
        IntakeResult first = read();
        assertThat(first.byCode()).containsEntry("I009_BAD_SCORE", 60L);
        try (XSSFWorkbook workbook = open(workbook(first))) {
            assertThat(workbook.getNumberOfSheets()).isLessThan(10);
        }

        IntakeResult second = alone(correct(first, Map.of("10,5", "9")));

        assertThat(rejections(second)).isEmpty();
        assertThat(database.believed()).containsExactlyElementsOf(clean);
    }

    /** A class of one student each, whose results name the class above the table only. */
    private static TestExport manyClasses(List<Integer> numbers, String score) {
        TestExport export = TestExport.standard();
        for (int number : numbers) {
            String code = String.valueOf(3_500_000_000L + number);
            String className = "5L" + number;
            export.addRow(
                    CLASS_LIST,
                    "5A",
                    1,
                    code,
                    "Em " + number,
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
                    className,
                    "Khối 5",
                    "");
            Object[][] rows = TestExport.standard().rows(RESULTS, "CN");
            rows[4][0] = "Lớp: " + className;
            Object[] row = rows[8];
            row[1] = code;
            row[2] = "Em " + number;
            row[6] = score;
            export.sheet("2023-2024/ket-qua/" + className + ".xlsx", "CN", Arrays.copyOf(rows, 9));
        }
        return export;
    }

    @Test
    void copiesTenThousandRejectedRowsInBoundedTime() throws IOException {
        TestExport export = TestExport.standard();
        Object[][] rows = export.rows(CLASS_LIST, "5A");
        List<Object[]> many = new ArrayList<>(Arrays.asList(rows));
        for (int i = 0; i < 10_000; i++) {
            Object[] row = rows[5].clone();
            row[1] = String.valueOf(3_300_000_000L + i);
            row[3] = BAD_DAY;
            row[15] = "";
            many.add(row);
        }
        export.sheet(CLASS_LIST, "5A", many.toArray(Object[][]::new));
        export.write(folder);
        long began = System.nanoTime();

        IntakeResult first = read();
        Duration written = Duration.ofNanos(System.nanoTime() - began);
        IntakeResult second = alone(correct(first, Map.of(BAD_DAY, GOOD_DAY)));

        assertThat(first.counts().rowsRejected()).isEqualTo(10_000);
        assertThat(written).isLessThan(Duration.ofMinutes(2));
        assertThat(rejections(second)).isEmpty();
        assertThat(database.current("student")).hasSize(10_003);
    }

    @Test
    void saysTheSameAsJson() throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        Path json = workbook(result)
                .resolveSibling(workbook(result).getFileName().toString().replace("-rejects.xlsx", "-findings.json"));

        Map<?, ?> told = CanonicalJson.read(Files.readString(json), Map.class);

        List<?> findings = (List<?>) told.get("findings");
        assertThat(findings).hasSameSizeAs(result.findings());
        Map<?, ?> first = (Map<?, ?>) findings.get(0);
        assertThat(first.get("code")).isEqualTo("I003_BAD_DATE");
        assertThat(first.get("row")).isEqualTo(6);
        assertThat(String.valueOf(first.get("sentence"))).contains("không phải là một ngày");
        assertThat(String.valueOf(first.get("do"))).contains("Sửa thành");
    }

    @Test
    void writesTheSameBytesAgainAndNeverOverAWorkbookThatSomebodyBeganToCorrect() throws IOException {
        IntakeResult first = read(TestExport.standard().set(CLASS_LIST, "5A", "D6", BAD_DAY));
        read();
        byte[] bytes = Files.readAllBytes(workbook(first));
        read();
        assertThat(workbook(first)).hasBinaryContent(bytes);
        assertThat(workbook(first).getParent().toFile().list()).hasSize(2);
        Path edited = correct(first, Map.of(BAD_DAY, GOOD_DAY));
        Files.copy(edited, workbook(first), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        read();

        Path kept = workbook(first)
                .resolveSibling(workbook(first).getFileName().toString().replace(".xlsx", "-old-1.xlsx"));
        assertThat(kept).hasSameBinaryContentAs(edited);
        assertThat(workbook(first)).hasBinaryContent(bytes);
    }

    private List<String> clean() throws IOException {
        read(TestExport.standard());
        List<String> clean = database.believed();
        emptyRegister();
        return clean;
    }

    private static List<Finding> rejections(IntakeResult result) {
        return result.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.REJECT)
                .toList();
    }

    private static Path workbook(IntakeResult result) {
        return result.workbook().orElseThrow();
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private Path correct(IntakeResult result, Map<String, String> corrections) throws IOException {
        return correct(result, corrections, row -> {});
    }

    /** Does what a school does: opens the workbook, changes cells of the copies, saves it elsewhere. */
    private Path correct(IntakeResult result, Map<String, String> corrections, java.util.function.Consumer<Row> more)
            throws IOException {
        Path corrected = Files.createTempFile(desk, "sua", ".xlsx");
        try (XSSFWorkbook workbook = open(workbook(result));
                OutputStream out = Files.newOutputStream(corrected)) {
            for (int i = REPORT_SHEETS; i < workbook.getNumberOfSheets(); i++) {
                for (Row row : workbook.getSheetAt(i)) {
                    for (Cell cell : row) {
                        String good = corrections.get(cell.toString());
                        if (good != null) {
                            cell.setBlank();
                            cell.setCellValue(good);
                        }
                    }
                    if (Origin.parse(text(row.getLastCellNum() - 1, row)).isPresent()) {
                        more.accept(row);
                    }
                }
            }
            workbook.write(out);
        }
        return corrected;
    }

    private static String text(int column, Row row) {
        Cell cell = row.getCell(column);
        return cell == null ? "" : cell.toString();
    }

    private static Sheet sheetWith(XSSFWorkbook workbook, String value) {
        for (int i = REPORT_SHEETS; i < workbook.getNumberOfSheets(); i++) {
            for (Row row : workbook.getSheetAt(i)) {
                for (Cell cell : row) {
                    if (cell.toString().equals(value)) {
                        return workbook.getSheetAt(i);
                    }
                }
            }
        }
        throw new AssertionError("no copy holds " + value);
    }

    private static Cell find(Sheet sheet, String value) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(value)) {
                    return cell;
                }
            }
        }
        throw new AssertionError("no cell holds " + value);
    }

    private IntakeResult read(TestExport export) throws IOException {
        export.write(folder);
        return read();
    }

    private IntakeResult read() {
        Intake intake = intake(home);
        return intake.read(intake.take(folder), YEAR, ProgressListener.NONE);
    }

    private IntakeResult alone(Path corrected) {
        Intake intake = intake(home);
        return intake.read(intake.take(corrected), YEAR, ProgressListener.NONE);
    }

    private static Intake intake(Path home) {
        return new Intake(
                home,
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
    }
}
