package nienkhoa.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The export of one small lower secondary school: class 6A of 2023-2024 with two students, as TT 22/2021 has it. An is
 * Tốt just so, Bình Đạt just so; every finding takes one changed cell.
 */
final class SecondaryExport {

    static final String CLASS_LIST = "2023-2024/danh-sach-hoc-sinh.xlsx";
    static final String SUMMARY = "2023-2024/tong-hop/6A.xlsx";
    static final String MARKS = "2023-2024/diem/6A.xlsx";
    static final String PORTAL = "2023-2024/cong-du-lieu.xlsx";

    private static final List<Object> SUBJECTS = List.of(
            "Ngữ văn",
            "Toán",
            "Ngoại ngữ 1",
            "GDCD",
            "LS&ĐL",
            "KHTN",
            "Công nghệ",
            "Tin học",
            "GDTC",
            "Nghệ thuật",
            "HĐTN, HN",
            "GDĐP");

    private SecondaryExport() {}

    static TestExport standard() {
        TestExport export = new TestExport();
        TestExport school = TestExport.standard();
        export.workbooks.put(TestExport.SCHOOL_SHEET, school.workbooks.get(TestExport.SCHOOL_SHEET));
        export.set(TestExport.SCHOOL_SHEET, "Trường", "C2", "THCS")
                .set(TestExport.SCHOOL_SHEET, "Trường", "C3", "THCS");
        export.set(TestExport.SCHOOL_SHEET, "Lớp học", "B2", "6A").set(TestExport.SCHOOL_SHEET, "Lớp học", "C2", 6);
        export.sheet(CLASS_LIST, "6A", new Object[][] {
            {"DANH SÁCH HỌC SINH LỚP 6A"},
            {"Năm học 2023-2024"},
            {"STT", "Mã định danh Bộ GD&ĐT", "Họ tên", "Ngày sinh", "Giới tính", "Trạng thái", "Lớp học", "Khối học"},
            {1, TestExport.AN, "Nguyễn Văn An", "12/05/2012", "Nam", "Đang học", "6A", "Khối 6"},
            {2, TestExport.BINH, "Trần Thị Bình", "03/09/2012", "Nữ", "Đang học", "6A", "Khối 6"}
        });
        summary(export, "HK1", "HỌC KÌ I");
        summary(export, "HK2", "HỌC KÌ II");
        summary(export, "CN", "CẢ NĂM HỌC");
        export.sheet(MARKS, "Toán", new Object[][] {
            {"Môn học: Toán. Học kì I"},
            {"Lớp: 6A. Năm học 2023-2024"},
            {
                "STT",
                "Mã định danh Bộ GD&ĐT",
                "Họ và tên",
                "ĐĐGtx",
                "ĐĐGtx",
                "ĐĐGtx",
                "ĐĐGtx",
                "ĐĐGgk",
                "ĐĐGck",
                "ĐTBmhk",
                "Nội dung nhận xét"
            },
            {1, TestExport.AN, "Nguyễn Văn An", 8, 8, 8, 8, 8, 8, 8, "Tính nhanh."},
            {2, TestExport.BINH, "Trần Thị Bình", 5, 5, 5, 5, 5, 5, 5, "Cần cố gắng."}
        });
        return export;
    }

    private static void summary(TestExport export, String sheet, String title) {
        List<Object> an = List.of(8, 8, 8, 8, 8, 8, 6.5, 6.5, "Đ", "Đ", "Đ", "Đ", "Tốt", "Tốt", 1, 0, 1);
        List<Object> binh = List.of(5, 5, 5, 5, 5, 5, 3.5, 3.5, "Đ", "Đ", "Đ", "CĐ", "Đạt", "Khá", 40, 5, 45);
        export.sheet(SUMMARY, sheet, new Object[][] {
            {"TỔNG HỢP KẾT QUẢ " + title},
            {"Lớp: 6A. Năm học: 2023 - 2024"},
            row(
                    List.of("STT", "Mã định danh Bộ GD&ĐT", "Họ và tên"),
                    SUBJECTS,
                    List.of("KQHT", "KQRL", "Nghỉ P", "Nghỉ K", "Tổng nghỉ", "Lên lớp", "Danh hiệu")),
            row(List.of(1, TestExport.AN, "Nguyễn Văn An"), an, end(sheet, "Lên lớp", "HSG")),
            row(List.of(2, TestExport.BINH, "Trần Thị Bình"), binh, end(sheet, "x", ""))
        });
    }

    private static List<Object> end(String sheet, Object promotion, Object title) {
        return sheet.equals("CN") ? List.of(promotion, title) : List.of("", "");
    }

    private static Object[] row(List<?>... parts) {
        return Stream.of(parts).flatMap(part -> part.stream()).toArray();
    }

    /** The same students once more, as a portal lists them. */
    static TestExport withPortal() {
        return standard().sheet(PORTAL, "KetQua", new Object[][] {
            {
                "Họ và tên",
                "Tên lớp học",
                "Mã định danh Bộ GD&ĐT",
                "Năm học",
                "Học kỳ",
                "Danh hiệu",
                "Lên lớp",
                "Thi lại",
                "Số ngày nghỉ",
                "Kết quả học tập",
                "Kết quả rèn luyện",
                "Loại chứng chỉ nghề"
            },
            {"Nguyễn Văn An", "6A", TestExport.AN, "2023-2024", 1, "", 0, 0, 1, 1, 1, ""},
            {"Nguyễn Văn An", "6A", TestExport.AN, "2023-2024", 3, "HSG", 1, 0, 1, "Tốt", "Tốt", "Tin học: Khá"}
        });
    }

    /** The same school under TT 58/2011: only An, Giỏi just so, and only the whole year. */
    static TestExport old() {
        TestExport export = standard();
        export.workbooks.remove(MARKS);
        export.workbooks.remove(SUMMARY);
        export.sheet(CLASS_LIST, "6A", Arrays.copyOf(export.rows(CLASS_LIST, "6A"), 4));
        return export.sheet(SUMMARY, "CN", new Object[][] {
            {"TỔNG HỢP CẢ NĂM"},
            {"Lớp: 6A. Năm học: 2023 - 2024"},
            row(
                    List.of(
                            "STT",
                            "Mã định danh Bộ GD&ĐT",
                            "Họ và tên",
                            "Toán",
                            "Vật lý",
                            "Sinh học",
                            "Ngữ văn",
                            "Lịch sử"),
                    List.of("Địa lý", "Ngoại ngữ", "GDCD", "Công nghệ", "Thể dục", "Âm nhạc", "Mỹ thuật"),
                    List.of("TB các môn", "HL", "HK", "Danh hiệu thi đua")),
            row(
                    List.of(1, TestExport.AN, "Nguyễn Văn An", 8, "7,9", 8, 8, 8),
                    List.of(8, 8, "8,1", 8, "Đ", "Đ", "Đ"),
                    List.of(8, "G", "T", "HSG"))
        });
    }

    /** A class of the primary level in the same school, as class list and portal have it. */
    static TestExport withPrimaryClass() {
        TestExport export = withPortal();
        export.addRow(CLASS_LIST, "6A", 3, TestExport.CHI, "Lê Chi", "01/01/2013", "Nữ", "Đang học", "5A", "Khối 5")
                .set(CLASS_LIST, "6A", "A1", "Danh sách học sinh");
        return export.addRow(
                PORTAL,
                "KetQua",
                "Lê Chi",
                "5A",
                TestExport.CHI,
                "2023-2024",
                3,
                "",
                1,
                "",
                0,
                "Hoàn thành tốt",
                "",
                "");
    }

    /** Puts one value into the same cell of all three summaries. */
    static TestExport setAll(TestExport export, String cell, Object value) {
        Arrays.asList("HK1", "HK2", "CN").forEach(sheet -> export.set(SUMMARY, sheet, cell, value));
        return export;
    }
}
