package nienkhoa.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.Person.Home;
import nienkhoa.sample.Person.Relative;

/** {@code danh-sach-hoc-sinh.xlsx}: the sector database's class lists of one school year, a sheet a class. */
final class ClassListFile {

    private static final List<String> WHO = List.of(
            "STT",
            "Mã định danh Bộ GD&ĐT",
            "Họ tên",
            "Ngày sinh",
            "Giới tính",
            "Dân tộc",
            "Trạng thái",
            "SĐT liên hệ",
            "Nơi sinh chi tiết",
            "Tổ/thôn Hộ khẩu thường trú",
            "Tỉnh thành quê quán",
            "Phường Xã quê quán",
            "Tổ thôn quê quán");
    private static final List<String> SINCE_2025 = List.of(
            "Phường/Xã khai sinh",
            "Tỉnh thành khai sinh",
            "Nơi thường trú Xã (cũ)",
            "Nơi thường trú Huyện (cũ)",
            "Nơi thường trú Tỉnh (cũ)");
    private static final List<String> FAMILY = List.of(
            "Chỗ ở hiện nay",
            "Số CMND",
            "Ngày cấp",
            "Nơi cấp",
            "Tên cha",
            "Nghề nghiệp cha",
            "Năm sinh cha",
            "Tên mẹ",
            "Nghề nghiệp mẹ",
            "Năm sinh mẹ",
            "Lớp học",
            "Khối học",
            "Số định danh cá nhân");

    private static final int PHONE = 7;

    private final SchoolBooks books;

    ClassListFile(SchoolBooks books) {
        this.books = books;
    }

    void write(int year) throws IOException {
        try (Workbook workbook = books.workbook(new SchoolYear(year) + "/danh-sach-hoc-sinh.xlsx")) {
            for (Track track : books.roll().sections(year)) {
                section(workbook, year, track);
            }
            guide(workbook.page("Hướng dẫn"));
            books.save(workbook);
        }
    }

    private void section(Workbook workbook, int year, Track track) throws IOException {
        String className = books.roll().className(track, year);
        Page page = workbook.page(className);
        page.title("SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI PHÒNG", 6);
        page.title("DANH SÁCH HỌC SINH LỚP " + className, 6);
        page.title("Năm học " + new SchoolYear(year), 6);
        page.title("", 6);
        page.header(columns(year));
        page.hide(PHONE);
        Quirks quirks = books.quirks("list", year, track.grade(), track.index());
        for (Roll.Line line : books.roll().list(year, track)) {
            Object[] cells = cells(line, year, quirks).toArray();
            page.student(RowKind.CLASS_LIST, year, line.life(), line.person().moetCode(), cells);
        }
    }

    private static List<String> columns(int year) {
        List<String> columns = new ArrayList<>(WHO);
        if (year >= 2025) {
            columns.addAll(SINCE_2025);
        }
        columns.addAll(FAMILY);
        return columns;
    }

    private List<Object> cells(Roll.Line line, int year, Quirks quirks) {
        Person person = line.person();
        Home home = person.home();
        List<Object> cells = new ArrayList<>(List.of(
                quirks.ordinal(line.ordinal()),
                person.moetCode(),
                quirks.text(person.name()),
                quirks.day(person.born()),
                person.gender(),
                person.ethnicity(),
                status(line.stay().status()),
                home.phone(),
                quirks.text(home.birth().detail()),
                quirks.text(home.part()),
                home.hometown().province(),
                quirks.text(home.hometown().commune()),
                quirks.text(home.hometown().detail())));
        if (year >= 2025) {
            cells.addAll(List.of(
                    home.birth().commune(),
                    home.birth().province(),
                    home.commune(),
                    home.district(),
                    SchoolFacts.PROVINCE));
        }
        cells.add(quirks.text(address(home, year)));
        cells.addAll(List.of("", "", ""));
        addRelative(cells, person.family().father(), quirks);
        addRelative(cells, person.family().mother(), quirks);
        cells.addAll(List.of(line.stay().className(), grade(line.stay()), person.identityNumber()));
        return cells;
    }

    private static void addRelative(List<Object> cells, Relative relative, Quirks quirks) {
        cells.addAll(List.of(quirks.text(relative.name()), relative.job(), relative.birthYear()));
    }

    private static String grade(Stay stay) {
        return "Khối " + stay.grade();
    }

    /** In three levels until the school year 2024-2025, in two since. */
    private static String address(Home home, int year) {
        String district = year >= 2025 ? "" : ", " + home.district();
        return home.part() + ", " + home.commune() + district + ", " + SchoolFacts.PROVINCE;
    }

    private static String status(Status status) {
        return switch (status) {
            case STUDYING -> "Đang học";
            case TRANSFERRED_IN -> "Chuyển đến";
            case TRANSFERRED_OUT -> "Chuyển đi";
            case CHANGED_CLASS -> "Chuyển lớp";
            case LEFT -> "Thôi học";
        };
    }

    private void guide(Page page) {
        page.title("HƯỚNG DẪN", 4);
        page.row("Danh sách kết xuất từ cơ sở dữ liệu ngành của "
                + books.facts().name().replace("Trường", "trường") + ".");
        page.row("Trạng thái: Đang học, Chuyển đến, Chuyển đi, Chuyển lớp, Thôi học.");
        page.row("Không sửa mã định danh; ngày ghi theo dạng ngày/tháng/năm.");
    }
}
