package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nienkhoa.intake.SampleSheet.Reading;
import nienkhoa.intake.SheetShape.Outcome;
import nienkhoa.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be around a header and in it. */
class HeaderRecognitionTest {

    private static final Layouts LAYOUTS = Layouts.bundled();

    private static final String YEAR = "Năm học 2023-2024";
    private static final String HEADER = "STT,Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Trạng thái,Lớp học";
    private static final String AN = "1,3100000001,Nguyễn Văn An,12/05/2013,Nam,Đang học,5A";
    private static final String BINH = "2,3100000002,Trần Thị Bình,03/09/2013,Nữ,Đang học,5A";

    private static SampleSheet sheet(String... lines) {
        return SampleSheet.parse("", "5A", String.join("\n", lines) + "\n");
    }

    private static Reading read(String... lines) {
        return sheet(lines).read(LAYOUTS);
    }

    private static void assertBoth(Reading reading) {
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.facts()).extracting(Fact::moetCode).containsExactly("3100000001", "3100000002");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 29, 30})
    void findsHeaderInTheFirstThirtyRows(int row) {
        List<String> lines = new ArrayList<>(List.of(YEAR));
        while (lines.size() < row - 1) {
            lines.add("");
        }
        lines.addAll(List.of(HEADER, AN, BINH));

        assertBoth(read(lines.toArray(String[]::new)));
    }

    @Test
    void passesOverSheetWhoseHeaderBeginsInRow31() {
        List<String> lines = new ArrayList<>(List.of(YEAR));
        while (lines.size() < 30) {
            lines.add("");
        }
        lines.addAll(List.of(HEADER, AN));

        Reading reading = read(lines.toArray(String[]::new));

        assertThat(reading.facts()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("I019_UNKNOWN_SHEET");
    }

    @Test
    void readsHeaderOfThreeRowsThatBeginsInRow30() {
        List<String> lines = new ArrayList<>(List.of("(Cuối năm học)", YEAR, "Lớp: 5A"));
        while (lines.size() < 29) {
            lines.add("");
        }
        lines.addAll(List.of(
                "STT,Mã học sinh,Họ và tên,Môn học và HĐGD,,,Phẩm chất chủ yếu,Đánh giá KQGD",
                ",,,Tiếng Việt,,Toán,Yêu nước,Hoàn thành tốt",
                ",,,Mức,Điểm,Mức",
                "1,3100000001,Nguyễn Văn An,T,9,T,T,x"));

        Reading reading = read(lines.toArray(String[]::new));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.facts().get(0).values())
                .containsEntry("level.TIENG_VIET", "T")
                .containsEntry("score.TIENG_VIET", "9")
                .containsEntry("level.TOAN", "T")
                .containsEntry("quality.YEU_NUOC", "T")
                .containsEntry("overall.HTT", "x");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Họ tên              | HỌ TÊN
            Họ tên              | Họ  và\u00a0tên
            Ngày sinh           | Ngày, tháng, năm sinh
            Giới tính           | giới  tính
            Trạng thái          | TRẠNG THÁI *
            Mã định danh Bộ GD&ĐT | Mã định danh (Bộ GD & ĐT)
            Mã định danh Bộ GD&ĐT | Mã MOET
            Lớp học             | Lớp
            """)
    void knowsOtherSpellingsOfHeaders(String header, String spelled) {
        String written = spelled.replace("\\u00a0", "\u00a0");
        String quoted = written.contains(",") ? '"' + written + '"' : written;

        assertBoth(read(YEAR, HEADER.replace(header, quoted), AN, BINH));
    }

    @Test
    void knowsDecomposedHeaders() {
        assertBoth(read(YEAR, Normalizer.normalize(HEADER, Normalizer.Form.NFD), AN, BINH));
    }

    @Test
    void toleratesEmptyFirstColumnsAndStrangeOnes() {
        assertBoth(read(YEAR, ",,Cột lạ," + HEADER, ",,a," + AN, ",,b," + BINH));
    }

    @Test
    void toleratesTitlesAndBlankRowsBetween() {
        assertBoth(read(YEAR, HEADER, "", "Danh sách này gồm 2 em", AN, "", "Tổ 2", BINH));
    }

    @Test
    void skipsRowThatNumbersTheColumns() {
        assertBoth(read(YEAR, HEADER, "1,2,3,4,5,6,7", AN, BINH));
        assertBoth(read(YEAR, HEADER, "(1),(2),(3),(4),(5),(6),(7)", AN, BINH));
    }

    @Test
    void skipsHeaderThatIsRepeatedOnANewPage() {
        assertBoth(read(YEAR, HEADER, AN, "Trang 2", HEADER, BINH));
    }

    @Test
    void skipsHeaderOfSeveralRowsThatIsRepeatedOnANewPage() {
        String[] header = {
            "STT,Mã học sinh,Họ và tên,Môn học và HĐGD,,,Phẩm chất chủ yếu",
            ",,,Tiếng Việt,,Toán,Yêu nước",
            ",,,Mức,Điểm,Mức"
        };
        List<String> lines = new ArrayList<>(List.of("Lớp: 5A", YEAR, "Giữa học kì I"));
        lines.addAll(Arrays.asList(header));
        lines.add("1,3100000001,Nguyễn Văn An,T,9,T,T");
        lines.addAll(Arrays.asList(header));
        lines.add("2,3100000002,Trần Thị Bình,H,7,H,T");

        Reading reading = read(lines.toArray(String[]::new));

        assertBoth(reading);
        assertThat(reading.facts()).extracting(Fact::className).containsExactly("5A", "5A");
    }

    @Test
    void readsTwoTablesOneBelowTheOtherEachWithItsOwnTitles() {
        String header = "STT,Mã học sinh,Họ và tên,Tiếng Việt (Mức),Toán (Mức),PC: Yêu nước";
        Reading reading = read(
                YEAR,
                "Giữa học kì I",
                "Lớp: 5A",
                header,
                "1,3100000001,Nguyễn Văn An,T,T,T",
                "Tổng số: 1 học sinh",
                "",
                "Lớp: 5B",
                header,
                "1,3100000002,Trần Thị Bình,T,T,T");

        assertBoth(reading);
        assertThat(reading.facts()).extracting(Fact::className).containsExactly("5A", "5B");
    }

    @Test
    void readsTableOfAnotherShapeBelowAndNamesItsCells() {
        Reading reading = read(
                YEAR,
                HEADER,
                AN,
                "",
                "STT,Họ tên,Mã định danh Bộ GD&ĐT,Ngày sinh,Giới tính,Trạng thái,Lớp học",
                "1,Trần Thị Bình,3100000002,03/09/2013,Bạn,Đang học,5A");

        assertThat(reading.facts()).extracting(Fact::moetCode).containsExactly("3100000001", "3100000002");
        assertThat(reading.findings())
                .extracting(finding -> finding.place().cell())
                .containsExactly("E6");
    }

    @Test
    void refusesTableBelowThatLacksAColumn() {
        Reading reading = read(
                YEAR,
                HEADER,
                AN,
                "",
                "STT,Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Lớp học",
                "2,3100000002,B,,,");

        assertThat(reading.facts()).extracting(Fact::moetCode).containsExactly("3100000001");
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("I002_MISSING_COLUMN");
    }

    @Test
    void leavesTotalsAndSignaturesOut() {
        assertBoth(read(
                YEAR,
                HEADER,
                AN,
                BINH,
                ",Tổng số,2,,1 nam,1 nữ,",
                ",,,\"Hải Phòng, ngày 31 tháng 5 năm 2024\",,,",
                ",NGƯỜI LẬP BIỂU,,GIÁO VIÊN CHỦ NHIỆM,,HIỆU TRƯỞNG,",
                ",,,(Ký tên),,(Ký tên),"));
    }

    @Test
    void namesRowWithBadCodeAndNothingElse() {
        Reading reading = read(YEAR, HEADER, AN, ",31000000O2,,,,,");

        assertThat(reading.findings()).extracting(Finding::code).contains("I007_BAD_CODE", "I004_MISSING_VALUE");
    }

    @Test
    void takesNoTextForASecondHeader() {
        Reading reading = read(
                YEAR,
                "Mã định danh Bộ GD&ĐT,Họ tên,Ngày sinh,Giới tính,Trạng thái,Lớp học,Dân tộc",
                ",Lớp,Họ tên,Nam,Đang học,5A,Dân tộc",
                "3100000001,Nguyễn Văn An,12/05/2013,Nam,Đang học,5A,Kinh");

        assertThat(reading.facts()).hasSize(2);
        assertThat(reading.findings())
                .extracting(finding -> finding.place().cell())
                .contains("A3");
    }

    @Test
    void readsRepeatedColumnsByNumberAndByOrder() {
        Layout.Column repeated =
                new Layout.Column("regular", Layout.ValueType.TEXT, "", List.of("ĐĐGtx"), Layout.Required.NOTHING, 4);
        SheetHeadings headings = headings(repeated);

        assertThat(fields(headings, "STT,ĐĐGtx,,,ĐĐGgk", ",1,2,4,"))
                .containsExactly("regular.1", "regular.2", "regular.4");
        assertThat(fields(headings, "STT,ĐĐGtx,,,ĐĐGgk", ",2,1,(3),"))
                .containsExactly("regular.2", "regular.1", "regular.3");
        assertThat(fields(headings, "STT,ĐĐGtx,ĐĐGtx,ĐĐGtx")).containsExactly("regular.1", "regular.2", "regular.3");
        assertThat(fields(headings, "STT,ĐĐGtx,,,ĐĐGgk")).containsExactly("regular.1", "regular.2", "regular.3");
        assertThat(fields(headings, "STT,ĐĐGtx,ĐĐGtx,ĐĐGtx,ĐĐGtx,ĐĐGtx")).hasSize(4);
    }

    private static SheetHeadings headings(Layout.Column column) {
        Layout.Sheet sheet =
                new Layout.Sheet(FactKind.RESULT, null, null, null, null, null, List.of(column), List.of());
        return new SheetHeadings(LAYOUTS, new Layout("test", "test", null, List.of(sheet)), sheet);
    }

    private static List<String> fields(SheetHeadings headings, String... header) {
        List<List<String>> keys = Arrays.stream(header)
                .map(row -> Arrays.stream(row.split(",", -1))
                        .map(LAYOUTS::headerKey)
                        .toList())
                .toList();
        HeaderBlock block = new HeaderBlock(keys);
        return headings.match(block.paths(), block.continued()).shape().columns().stream()
                .map(placed -> placed.column().field())
                .toList();
    }

    @Test
    void isUnknownWithoutAnyHeader() {
        assertThat(sheet(YEAR, AN, BINH).outcome(LAYOUTS)).isInstanceOf(Outcome.Unknown.class);
    }

    /** Who it is can be asked by name and birth date, once all rows are known. */
    @Test
    void leavesStudentWithoutAnyCodeToTheMatching() {
        Reading reading = read(
                YEAR,
                "STT,Lớp học,Mã học sinh,Mã MOET,Sổ đăng bộ,Họ tên,Ngày sinh,Giới tính,Chỗ ở hiện nay",
                "1,5A,HS1,,,Nguyễn Văn An,12/05/2013,Nam,",
                "2,5A,,,,Trần Thị Bình,03/09/2013,Nữ,");

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.facts()).extracting(Fact::rejected).containsExactly(false, false);
    }

    @Test
    void asksForTheSemesterWhereRowsSpeakOfItsMiddleAndEnd() {
        String header =
                "STT,Lớp,Mã định danh,Họ và tên,Ngày sinh,Mức đạt được GK,Nhận xét GK,Mức đạt được CK,Điểm KTĐK,Nhận xét CK";
        String row = "1,5A,3100000001,Nguyễn Văn An,12/05/2013,T,Tốt.,T,9,Tốt.";

        assertThat(read(YEAR, "Môn học: Toán", header, row).findings())
                .extracting(Finding::code)
                .containsExactly("I061_UNKNOWN_SEMESTER");
        assertThat(read(YEAR + " - Học kỳ 1", "Môn học: Toán", header, row).facts())
                .extracting(fact -> fact.value("time"))
                .containsExactly("END_1", "MID_1");
    }

    @Test
    void keepsWhatIsReadFromAPage() {
        assertThat(read(YEAR, HEADER, AN).lines())
                .containsExactly("CLASS_LIST,3,birthDate=2013-05-12,className=5A,gender=Nam,moetCode=3100000001,"
                        + "name=Nguyễn Văn An,ordinal=1,schoolYear=2023,status=STUDYING");
    }
}
