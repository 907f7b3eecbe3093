package nienkhoa.sample;

import java.io.IOException;
import java.util.List;
import nienkhoa.model.SchoolYear;

/** {@code thong-tin-truong.xlsx}: the school's names, the offices above it, its principals and its classes. */
final class SchoolSheetFile {

    private static final String LAST_DAY_OF_DISTRICTS = "30/06/2025";
    private static final String FIRST_DAY_OF_COMMUNES = "01/07/2025";

    private final SchoolBooks books;
    private final Names names = new Names();
    private final Dice dice;

    SchoolSheetFile(SchoolBooks books) {
        this.books = books;
        this.dice = books.plan().dice().of("school-sheet");
    }

    void write() throws IOException {
        try (Workbook workbook = books.workbook("thong-tin-truong.xlsx")) {
            school(workbook.page("Trường"));
            offices(workbook.page("Cơ quan quản lý"));
            principals(workbook.page("Hiệu trưởng"));
            classes(workbook.page("Lớp học"));
            books.save(workbook);
        }
    }

    private void school(Page page) {
        page.header(List.of(
                "Mã trường",
                "Tên trường",
                "Cấp học",
                "Địa chỉ",
                "Xã/Phường",
                "Quận/Huyện",
                "Tỉnh/Thành phố",
                "Nơi ghi",
                "Từ ngày",
                "Đến ngày"));
        SchoolFacts facts = books.facts();
        span(page, facts.district(), "", books.twoLevels() ? LAST_DAY_OF_DISTRICTS : "");
        if (books.twoLevels()) {
            span(page, "", FIRST_DAY_OF_COMMUNES, "");
        }
    }

    private void span(Page page, String district, String from, String until) {
        SchoolFacts facts = books.facts();
        page.row(
                facts.code(),
                facts.name(),
                facts.kind().levels(),
                facts.address(),
                facts.commune(),
                district,
                SchoolFacts.PROVINCE,
                SchoolFacts.PLACE,
                from,
                until);
    }

    private void offices(Page page) {
        page.header(List.of("Loại", "Tên cơ quan", "Từ ngày", "Đến ngày"));
        page.row("Sở", "Sở Giáo dục và Đào tạo Hải Phòng", "", "");
        if (books.facts().kind() == SchoolKind.UPPER_SECONDARY) {
            return; // the province's office is right above it
        }
        page.row("Phòng", books.facts().districtOffice(), "", books.twoLevels() ? LAST_DAY_OF_DISTRICTS : "");
        if (books.twoLevels()) {
            String commune = books.facts().commune();
            page.row("Xã", "Ủy ban nhân dân " + SchoolFacts.lowerFirst(commune), FIRST_DAY_OF_COMMUNES, "");
        }
    }

    private void principals(Page page) {
        page.header(List.of("Họ và tên", "Chức danh", "Từ ngày", "Đến ngày"));
        int changed = books.plan().year().start() - dice.between(1, 3);
        page.row(adult("principal", 1), "Hiệu trưởng", "15/08/" + (changed - 5), "31/07/" + changed);
        page.row(adult("principal", 2), "Hiệu trưởng", "01/08/" + changed, "");
    }

    private void classes(Page page) {
        page.header(List.of("Năm học", "Lớp", "Khối", "Giáo viên chủ nhiệm"));
        Roll roll = books.roll();
        for (int year = books.plan().firstYear(); year <= books.plan().year().start(); year++) {
            for (Track track : roll.sections(year)) {
                int grade = roll.gradeOf(track, year);
                page.row(
                        new SchoolYear(year).toString(),
                        roll.className(track, year),
                        grade,
                        adult("teacher", grade, track.index(), year / 3));
            }
        }
    }

    private String adult(String purpose, long... keys) {
        Dice own = dice.of(purpose, keys);
        return names.adult(names.family("Kinh", own), "Kinh", own.chance(purpose.equals("teacher") ? 0.85 : 0.5), own);
    }
}
