package nienkhoa.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The export of one small primary school: class 5A of 2023-2024 with three students. A test changes single cells and
 * writes it.
 */
final class TestExport {

    static final String SCHOOL_SHEET = "thong-tin-truong.xlsx";
    static final String CLASS_LIST = "2023-2024/danh-sach-hoc-sinh.xlsx";
    static final String RESULTS = "2023-2024/ket-qua/5A.xlsx";
    static final String COMMENTS = "2023-2024/nhan-xet/5A.xlsx";
    static final String REGISTRY = "so-dang-bo.xlsx";

    static final String AN = "3100000001";
    static final String BINH = "3100000002";
    static final String CHI = "3100000003";

    /** Sheets by workbook and name; a sheet is a list of rows, a row a list of cells. */
    final Map<String, Map<String, Object[][]>> workbooks = new LinkedHashMap<>();

    static TestExport standard() {
        TestExport export = new TestExport();
        export.schoolSheet();
        export.classList();
        export.results();
        export.comments();
        export.registry();
        return export;
    }

    private void schoolSheet() {
        sheet(SCHOOL_SHEET, "Trường", new Object[][] {
            {
                "Mã trường",
                "Tên trường",
                "Cấp học",
                "Địa chỉ",
                "Xã/Phường",
                "Quận/Huyện",
                "Tỉnh/Thành phố",
                "Nơi ghi",
                "Từ ngày",
                "Đến ngày"
            },
            {
                "31313401",
                "Trường Tiểu học Hoa Sen",
                "Tiểu học",
                "Số 1 phố Sen",
                "Phường Sen",
                "Quận Hồ",
                "Hải Phòng",
                "Hải Phòng",
                "",
                "30/06/2025"
            },
            {
                "31313401",
                "Trường Tiểu học Hoa Sen",
                "Tiểu học",
                "Số 1 phố Sen",
                "Phường Sen Hồ",
                "",
                "Hải Phòng",
                "Hải Phòng",
                "01/07/2025",
                ""
            }
        });
        sheet(SCHOOL_SHEET, "Cơ quan quản lý", new Object[][] {
            {"Loại", "Tên cơ quan", "Từ ngày", "Đến ngày"},
            {"Sở", "Sở GD&ĐT Hải Phòng", "", ""},
            {"Phòng", "Phòng GD&ĐT Quận Hồ", "", "30/06/2025"}
        });
        sheet(SCHOOL_SHEET, "Hiệu trưởng", new Object[][] {
            {"Họ và tên", "Chức danh", "Từ ngày", "Đến ngày"}, {"Trần Thị Hiệu", "Hiệu trưởng", "01/08/2019", ""}
        });
        sheet(SCHOOL_SHEET, "Lớp học", new Object[][] {
            {"Năm học", "Lớp", "Khối", "Giáo viên chủ nhiệm"}, {"2023-2024", "5A", 5, "Lê Thị Chủ"}
        });
    }

    private void classList() {
        sheet(CLASS_LIST, "5A", new Object[][] {
            {"SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI PHÒNG"},
            {"DANH SÁCH HỌC SINH LỚP 5A"},
            {"Năm học 2023-2024"},
            {},
            {
                "STT",
                "Mã định danh Bộ GD&ĐT",
                "Họ tên",
                "Ngày sinh",
                "Giới tính",
                "Dân tộc",
                "Trạng thái",
                "SĐT liên hệ",
                "Nơi sinh chi tiết",
                "Chỗ ở hiện nay",
                "Tên cha",
                "Nghề nghiệp cha",
                "Năm sinh cha",
                "Lớp học",
                "Khối học",
                "Số định danh cá nhân"
            },
            {
                1,
                AN,
                "Nguyễn Văn An",
                "12/05/2013",
                "Nam",
                "Kinh",
                "Đang học",
                "0900000001",
                "Hải Phòng",
                "Tổ 1",
                "Nguyễn Văn Cha",
                "Công nhân",
                1985,
                "5A",
                "Khối 5",
                "031213000001"
            },
            {
                2,
                BINH,
                "Trần Thị Bình",
                "03/09/2013",
                "Nữ",
                "Kinh",
                "Đang học",
                "",
                "Hải Phòng",
                "Tổ 2",
                "",
                "",
                "",
                "5A",
                "Khối 5",
                "031313000002"
            },
            {
                3,
                CHI,
                "Lê Chi",
                "25/12/2013",
                "Nữ",
                "Tày",
                "Đang học",
                "",
                "Hải Phòng",
                "Tổ 3",
                "",
                "",
                "",
                "5A",
                "Khối 5",
                "031313000003"
            }
        });
    }

    private void results() {
        sheet(RESULTS, "CN", new Object[][] {
            {"TRƯỜNG TIỂU HỌC HOA SEN"},
            {"BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ GIÁO DỤC"},
            {"(Cuối năm học)"},
            {"Năm học: 2023-2024"},
            {
                "Lớp: 5A",
                "",
                "",
                "",
                "",
                "Môn học và hoạt động giáo dục",
                "",
                "",
                "",
                "",
                "Năng lực cốt lõi",
                "",
                "Phẩm chất chủ yếu",
                "Đánh giá KQGD",
                "",
                "",
                "",
                "Khen thưởng",
                "",
                "Chưa được lên lớp",
                "Ghi chú"
            },
            {
                "STT",
                "Mã học sinh",
                "Họ và tên",
                "Ngày sinh",
                "Nữ",
                "Tiếng Việt",
                "",
                "Toán",
                "",
                "Đạo đức",
                "Năng lực chung",
                "Năng lực đặc thù",
                "Yêu nước",
                "Hoàn thành xuất sắc",
                "Hoàn thành tốt",
                "Hoàn thành",
                "Chưa hoàn thành",
                "Cuối năm",
                "Đột xuất"
            },
            {"", "", "", "", "", "", "", "", "", "", "Tự chủ và\ntự học", "Khoa học"},
            {"", "", "", "", "", "Mức đạt được", "Điểm KTĐK", "Mức đạt được", "Điểm KTĐK", "Mức đạt được"},
            {
                1,
                AN,
                "Nguyễn Văn An",
                "12/05/2013",
                "",
                "T",
                9,
                "T",
                10,
                "T",
                "T",
                "T",
                "T",
                "x",
                "",
                "",
                "",
                "x",
                "",
                "",
                ""
            },
            {
                2,
                BINH,
                "Trần Thị Bình",
                "03/09/2013",
                "x",
                "H",
                7,
                "H",
                6,
                "T",
                "Đ",
                "Đ",
                "T",
                "",
                "",
                "✓",
                "",
                "",
                "",
                "",
                ""
            },
            {
                3,
                CHI,
                "Lê Chi",
                "25/12/2013",
                "x",
                "C",
                3,
                "C",
                4,
                "H",
                "C",
                "Đ",
                "Đ",
                "",
                "",
                "",
                "\uF0FC",
                "",
                "",
                "x",
                "Rèn luyện thêm"
            }
        });
    }

    private void comments() {
        sheet(COMMENTS, "Tiếng Việt", new Object[][] {
            {"Môn học: Tiếng Việt"},
            {"Năm học: 2023-2024"},
            {
                "STT",
                "Lớp",
                "Mã học sinh",
                "Họ và tên",
                "Ngày sinh",
                "Mức đạt được",
                "Điểm KTĐK",
                "Mã nhận xét",
                "Nội dung nhận xét",
                "Thời điểm đánh giá"
            },
            {1, "5A", AN, "Nguyễn Văn An", "12/05/2013", "T", 9, "", "Đọc lưu loát.", "Cuối năm"},
            {2, "5A", BINH, "Trần Thị Bình", "03/09/2013", "H", 7, "", "Đọc khá.", "Cuối năm"},
            {3, "5A", CHI, "Lê Chi", "25/12/2013", "C", 3, "", "Cần đọc thêm.", "Cuối năm"}
        });
        sheet(COMMENTS, "Năng lực, phẩm chất", new Object[][] {
            {"Năm học: 2023-2024"},
            {
                "STT",
                "Lớp",
                "Mã học sinh",
                "Họ và tên",
                "Ngày sinh",
                "Nhận xét NL Chung",
                "Nhận xét NL Đặc thù",
                "Nhận xét Phẩm chất",
                "Thời điểm đánh giá"
            },
            {1, "5A", AN, "Nguyễn Văn An", "12/05/2013", "Tự tin.", "Tính nhanh.", "Chăm ngoan.", "Cuối năm"}
        });
    }

    private void registry() {
        sheet(REGISTRY, "Đăng bộ", new Object[][] {
            {
                "Số đăng bộ",
                "Mã định danh Bộ GD&ĐT",
                "Họ tên",
                "Cấp học",
                "Niên khóa",
                "Ngày vào trường",
                "Hình thức",
                "Trường cũ",
                "Người giám hộ",
                "Nghề nghiệp người giám hộ",
                "Diện chính sách",
                "Ngày ra trường",
                "Lý do",
                "Ghi chú"
            },
            {
                "001",
                AN,
                "Nguyễn Văn An",
                "Tiểu học",
                "2019-2024",
                "05/09/2019",
                "Tuyển mới",
                "",
                "",
                "",
                "",
                "31/05/2024",
                "Hoàn thành chương trình tiểu học",
                ""
            },
            {
                "002",
                BINH,
                "Trần Thị Bình",
                "Tiểu học",
                "2019-2024",
                "10/01/2022",
                "Chuyển đến",
                "Trường Tiểu học Cũ",
                "Bà Giám",
                "Nông dân",
                "Con liệt sĩ",
                "",
                "",
                ""
            },
            {"003", CHI, "Lê Chi", "Tiểu học", "2019-2024", "05/09/2019", "Tuyển mới", "", "", "", "", "", "", ""}
        });
        sheet(REGISTRY, "Quá trình học tập", new Object[][] {
            {"Mã định danh Bộ GD&ĐT", "Năm học", "Lớp", "Tên trường", "Số đăng bộ", "Ngày nhập học/ chuyển đến"},
            {BINH, "2020-2021", "2C", "Trường Tiểu học Cũ", "17", "05/09/2020"},
            {BINH, "2019-2020", "1C", "Trường Tiểu học Cũ", "17", 43713}
        });
        sheet(REGISTRY, "Theo dõi năm học", new Object[][] {
            {
                "Năm học",
                "Mã định danh Bộ GD&ĐT",
                "Họ tên",
                "Lớp",
                "Chiều cao",
                "Cân nặng",
                "Sức khoẻ",
                "Nghỉ có phép",
                "Nghỉ không phép",
                "Khen thưởng",
                "Kết quả cuối năm"
            },
            {
                "2023-2024",
                AN,
                "Nguyễn Văn An",
                "5A",
                140.5,
                35,
                "Tốt",
                2,
                0,
                "Học sinh Xuất sắc; Giải Nhất cờ vua",
                "Hoàn thành chương trình tiểu học"
            },
            {"2023-2024", BINH, "Trần Thị Bình", "5A", "138", "33", "Tốt", 0, 0, "", "Hoàn thành chương trình tiểu học"
            },
            {"2023-2024", CHI, "Lê Chi", "5A", "", "", "", 5, 1, "", "Ở lại lớp"}
        });
    }

    TestExport sheet(String workbook, String name, Object[][] rows) {
        workbooks.computeIfAbsent(workbook, none -> new LinkedHashMap<>()).put(name, rows);
        return this;
    }

    /** Changes one cell, named as Excel names it: {@code set(CLASS_LIST, "5A", "D6", "hôm qua")}. */
    TestExport set(String workbook, String sheet, String cell, Object value) {
        int column = cell.charAt(0) - 'A';
        Object[] row = rows(workbook, sheet)[Integer.parseInt(cell.substring(1)) - 1];
        row[column] = value;
        return this;
    }

    TestExport addRow(String workbook, String sheet, Object... cells) {
        Object[][] rows = rows(workbook, sheet);
        Object[][] longer = java.util.Arrays.copyOf(rows, rows.length + 1);
        longer[rows.length] = cells;
        return sheet(workbook, sheet, longer);
    }

    Object[][] rows(String workbook, String sheet) {
        return java.util.Objects.requireNonNull(workbooks.get(workbook)).get(sheet);
    }

    Path write(Path folder) throws IOException {
        for (Map.Entry<String, Map<String, Object[][]>> workbook : workbooks.entrySet()) {
            Path file = folder.resolve(workbook.getKey());
            Files.createDirectories(file.getParent());
            try (XSSFWorkbook book = new XSSFWorkbook();
                    OutputStream out = Files.newOutputStream(file)) {
                workbook.getValue().forEach((name, rows) -> fill(book.createSheet(name), List.of(rows)));
                book.write(out);
            }
        }
        photo(folder.resolve("anh/" + AN + ".jpg"), 354, 472);
        return folder;
    }

    private static void fill(Sheet sheet, List<Object[]> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = sheet.createRow(i);
            for (int column = 0; column < rows.get(i).length; column++) {
                Cell cell = row.createCell(column);
                Object value = rows.get(i)[column];
                if (value instanceof Number number) {
                    cell.setCellValue(number.doubleValue());
                } else if (value instanceof Boolean truth) {
                    cell.setCellValue(truth);
                } else {
                    cell.setCellValue(String.valueOf(value));
                }
            }
        }
    }

    /** A picture of one colour, another for every name. */
    static void photo(Path file, int width, int height) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int colour = file.getFileName().toString().hashCode();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, colour);
            }
        }
        ImageIO.write(picture, "jpg", file.toFile());
    }
}
