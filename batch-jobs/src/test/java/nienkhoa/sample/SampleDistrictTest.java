package nienkhoa.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nienkhoa.model.SchoolYear;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDistrictTest {

    private static final SchoolYear YEAR = new SchoolYear(2020);

    @TempDir
    private static Path folder;

    private static Path written;
    private static SampleDistrict.Summary summary;
    private static final List<String> PROGRESS = new ArrayList<>();

    @BeforeAll
    static void writeADistrict() {
        written = folder.resolve("written");
        summary = SampleDistrict.write(options(written, 1), (done, total) -> {
            synchronized (PROGRESS) {
                PROGRESS.add(done + "/" + total);
            }
        });
    }

    private static SampleDistrict.Options options(Path out, long seed) {
        return new SampleDistrict.Options(out, 2, 40, YEAR, seed);
    }

    @Test
    void sameOptionsGiveSameBytesInAnyLocaleAndTimeZone() throws Exception {
        Path again = folder.resolve("again");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            SampleDistrict.write(options(again, 1), (done, total) -> {});
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(Trees.digest(again)).isEqualTo(Trees.digest(written));
    }

    @Test
    void sameDefectsGiveSameBytesAndLeaveOtherFilesAsTheyAre() throws Exception {
        SampleDistrict.Options clean = withDefects("defects-none", 0);
        SampleDistrict.Options planted = withDefects("defects", 4);
        SampleDistrict.Options again = withDefects("defects-again", 4);

        Set<String> touched = new HashSet<>();
        for (String line : Files.readAllLines(planted.listOfDefects())) {
            touched.add(line.split(",", -1)[3]);
        }
        assertThat(Trees.digest(again.out())).isEqualTo(Trees.digest(planted.out()));
        assertThat(again.listOfDefects()).hasSameTextualContentAs(planted.listOfDefects());
        assertThat(Trees.digest(planted.out())).isNotEqualTo(Trees.digest(clean.out()));
        try (Stream<Path> files = Files.walk(clean.out())) {
            assertThat(files.filter(Files::isRegularFile))
                    .filteredOn(file ->
                            !touched.contains(clean.out().relativize(file).toString()))
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(planted.out().resolve(clean.out().relativize(file)))
                                    .hasSameBinaryContentAs(file));
        }
    }

    private static SampleDistrict.Options withDefects(String name, int defects) {
        SampleDistrict.Options options = new SampleDistrict.Options(folder.resolve(name), 1, 12, YEAR, 5, defects);
        SampleDistrict.write(options, (done, total) -> {});
        return options;
    }

    @Test
    void moreDefectsThanStudentsAreRefusedBeforeAnythingIsWritten() {
        SampleDistrict.Options options = new SampleDistrict.Options(folder.resolve("none"), 2, 2, YEAR, 1, 500);

        assertThatThrownBy(() -> SampleDistrict.write(options, (done, total) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("defects");
        assertThat(options.out()).doesNotExist();
    }

    @Test
    void anotherSeedGivesOtherStudents() {
        SampleDistrict.Options other = options(folder, 2);
        SchoolPlan plan = SchoolPlan.district(other).get(0);

        assertThat(firstNames(other)).isNotEqualTo(firstNames(options(folder, 1)));
        assertThat(plan.tracks()).isNotEmpty();
    }

    private static List<String> firstNames(SampleDistrict.Options options) {
        SchoolBooks school = SchoolBooks.open(SchoolPlan.district(options).get(0), options);
        return school.roll().lives().stream()
                .map(life -> school.people().of(life).name())
                .toList();
    }

    @Test
    void upperSecondarySchoolsComeBehindTheOthersAndTakeTheirShareOfTheStudents() {
        List<SchoolPlan> plans =
                SchoolPlan.district(new SampleDistrict.Options(folder, 2, 200, new SchoolYear(2023), 1, 0, 1));

        assertThat(plans)
                .extracting(SchoolPlan::kind)
                .containsExactly(SchoolKind.PRIMARY, SchoolKind.MULTI_LEVEL, SchoolKind.UPPER_SECONDARY);
        assertThat(plans.get(2).tracks())
                .extracting(Track::grade)
                .contains(10, 11, 12)
                .allMatch(grade -> grade >= 10);
        assertThat(plans.stream()
                        .flatMap(plan -> plan.tracks().stream())
                        .mapToInt(Track::size)
                        .sum())
                .isEqualTo(200);
        assertThat(plans.get(2).firstYear()).isEqualTo(2021);
    }

    @Test
    void everyClassOfEveryYearIsToldOnceToTheProgress() {
        int total = PROGRESS.size();

        assertThat(total).isGreaterThan(summary.classes());
        assertThat(PROGRESS).contains(total + "/" + total);
    }

    @Test
    void folderThatHoldsSomethingIsLeftAlone() {
        assertThatThrownBy(() -> SampleDistrict.write(options(written, 1), (done, total) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void schoolSheetNamesTheSchool() throws Exception {
        List<List<String>> rows = rows("31313402/thong-tin-truong.xlsx", "Trường");

        assertThat(rows.get(0))
                .containsExactly(
                        "Mã trường",
                        "Tên trường",
                        "Cấp học",
                        "Địa chỉ",
                        "Xã/Phường",
                        "Quận/Huyện",
                        "Tỉnh/Thành phố",
                        "Nơi ghi",
                        "Từ ngày",
                        "Đến ngày");
        assertThat(rows.get(1)).contains("31313402", "Tiểu học; THCS");
    }

    @Test
    void classListHasItsHeaderInRowFive() throws Exception {
        List<List<String>> rows = rows("31313401/2020-2021/danh-sach-hoc-sinh.xlsx", "4A");

        assertThat(rows.get(1).get(0)).isEqualTo("DANH SÁCH HỌC SINH LỚP 4A");
        assertThat(rows.get(2).get(0)).isEqualTo("Năm học 2020-2021");
        assertThat(rows.get(4))
                .startsWith("STT", "Mã định danh Bộ GD&ĐT", "Họ tên", "Ngày sinh", "Giới tính", "Dân tộc", "Trạng thái")
                .endsWith("Lớp học", "Khối học", "Số định danh cá nhân");
        assertThat(rows.get(5).get(1)).matches("\\d{10}");
        assertThat(rows.get(5).get(25)).matches("0\\d{11}");
    }

    @Test
    void classResultsHaveFourHeaderRowsAndDataFromRowNine() throws Exception {
        List<List<String>> rows = rows("31313401/2020-2021/ket-qua/1A.xlsx", "CN");

        assertThat(rows.get(2).get(0)).isEqualTo("(Cuối năm học)");
        assertThat(rows.get(3).get(0)).isEqualTo("Năm học: 2020-2021");
        assertThat(rows.get(4))
                .startsWith("Lớp: 1A")
                .contains("Môn học và hoạt động giáo dục", "Năng lực cốt lõi", "Phẩm chất chủ yếu", "Đánh giá KQGD");
        assertThat(rows.get(5)).startsWith("STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Nữ", "Tiếng Việt");
        assertThat(rows.get(6)).contains("Âm nhạc", "Mĩ thuật", "Tự chủ và tự học", "Ngôn ngữ");
        assertThat(rows.get(7)).contains("Mức đạt được", "Điểm KTĐK");
        assertThat(rows.get(8).get(1)).matches("\\d{10}");
    }

    @Test
    void commentsHaveASheetASubjectAndOneMore() throws Exception {
        List<List<String>> subject = rows("31313401/2020-2021/nhan-xet/1A.xlsx", "Tiếng Việt");
        List<List<String>> traits = rows("31313401/2020-2021/nhan-xet/1A.xlsx", "Năng lực, phẩm chất");

        assertThat(subject.get(0).get(0)).isEqualTo("Môn học: Tiếng Việt");
        assertThat(subject.get(3)).contains("Mức đạt được", "Điểm KTĐK", "Nội dung nhận xét", "Thời điểm đánh giá");
        assertThat(traits.get(3)).contains("Nhận xét NL Chung", "Nhận xét NL Đặc thù", "Nhận xét Phẩm chất");
    }

    @Test
    void registryTellsOfEveryStudentOnce() throws Exception {
        List<List<String>> rows = rows("31313401/so-dang-bo.xlsx", "Đăng bộ");

        Set<String> numbers = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            assertThat(numbers.add(row.get(0) + row.get(3))).isTrue();
            assertThat(codes.add(row.get(1))).isTrue();
        }
        try (Stream<Path> photos = Files.list(written.resolve("31313401/anh"))) {
            assertThat(photos.map(photo -> photo.getFileName().toString().replace(".jpg", "")))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @Test
    void photosAreSmallPortraitsAllDifferent() throws Exception {
        Set<String> digests = new HashSet<>();
        try (Stream<Path> photos = Files.list(written.resolve("31313402/anh"))) {
            for (Path photo : photos.toList()) {
                BufferedImage picture = ImageIO.read(photo.toFile());
                assertThat(picture.getWidth()).isEqualTo(354);
                assertThat(picture.getHeight()).isEqualTo(472);
                assertThat(Files.size(photo)).isBetween(8_000L, 25_000L);
                assertThat(digests.add(Trees.sha256(photo))).isTrue();
            }
        }
    }

    /** Cells as a reader of the screen sees them, empty ones as empty text. */
    private static List<List<String>> rows(String file, String sheet) throws IOException {
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        List<List<String>> rows = new ArrayList<>();
        try (org.apache.poi.ss.usermodel.Workbook workbook =
                WorkbookFactory.create(written.resolve(file).toFile(), null, true)) {
            Sheet page = workbook.getSheet(sheet);
            for (int r = 0; r <= page.getLastRowNum(); r++) {
                Row row = page.getRow(r);
                List<String> cells = new ArrayList<>();
                for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
                    cells.add(formatter.formatCellValue(row.getCell(c)));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
