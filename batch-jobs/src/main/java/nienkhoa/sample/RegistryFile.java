package nienkhoa.sample;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.Cohort;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.Person.Relative;

/** {@code so-dang-bo.xlsx}: what the sector database does not hold, for all years of the export. */
final class RegistryFile {

    private final SchoolBooks books;
    private final Words families = Words.from("families.csv");

    RegistryFile(SchoolBooks books) {
        this.books = books;
    }

    void write() throws IOException {
        try (Workbook workbook = books.bigWorkbook("so-dang-bo.xlsx")) {
            List<Life> lives = books.roll().lives().stream()
                    .sorted(Comparator.comparing(Life::level)
                            .thenComparing(Life::levelYear)
                            .thenComparing(books.movements()::entered)
                            .thenComparing(Life::serial))
                    .toList();
            entries(workbook.page("Đăng bộ"), lives);
            history(workbook.page("Quá trình học tập"), lives);
            years(workbook.page("Theo dõi năm học"));
            workbook.page("Hướng dẫn")
                    .row("Một dòng một học sinh; mã định danh Bộ GD&ĐT là khóa nối với danh sách lớp.");
            books.save(workbook);
        }
    }

    private void entries(Page page, List<Life> lives) {
        page.title("SỔ ĐĂNG BỘ", 14);
        page.header(List.of(
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
                "Ghi chú"));
        Quirks quirks = books.quirks("registry");
        Map<Cohort, Integer> numbers = new HashMap<>();
        for (Life life : lives) {
            int number = numbers.merge(life.cohort(), 1, Integer::sum);
            String code = books.people().of(life).moetCode();
            page.student(RowKind.REGISTRY, life.levelYear(), life, code, entry(life, number, quirks));
        }
    }

    private Object[] entry(Life life, int number, Quirks quirks) {
        Person person = books.people().of(life);
        Movements movements = books.movements();
        Relative guardian = person.family().guardian();
        return new Object[] {
            People.digits(number, 3) + "/" + life.levelYear(),
            person.moetCode(),
            quirks.text(person.name()),
            level(life.level()),
            life.cohort().label(),
            quirks.day(movements.entered(life)),
            life.entry() == Life.Entry.NEW ? "Tuyển mới" : "Chuyển đến",
            quirks.text(movements.formerSchool(life)),
            guardian.name(),
            guardian.job(),
            person.family().policy(),
            Quirks.written(movements.left(life)),
            quirks.text(movements.reason(life)),
            ""
        };
    }

    private void history(Page page, List<Life> lives) {
        page.header(List.of(
                "Mã định danh Bộ GD&ĐT", "Năm học", "Lớp", "Tên trường", "Số đăng bộ", "Ngày nhập học/ chuyển đến"));
        for (Life life : lives) {
            for (Movements.FormerYear year : books.movements().formerYears(life)) {
                String code = books.people().of(life).moetCode();
                page.student(
                        RowKind.FORMER_YEAR,
                        year.year(),
                        life,
                        code,
                        code,
                        new SchoolYear(year.year()).toString(),
                        year.className(),
                        year.school(),
                        year.registryNumber(),
                        year.entered());
            }
        }
    }

    private void years(Page page) {
        page.header(List.of(
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
                "Kết quả cuối năm"));
        Roll roll = books.roll();
        Quirks quirks = books.quirks("years");
        for (int year = books.plan().firstYear(); year <= books.plan().year().start(); year++) {
            for (Track track : roll.sections(year)) {
                for (Roll.Line line : roll.list(year, track)) {
                    if (line.stay().status() != Status.CHANGED_CLASS) {
                        Object[] cells = yearOf(line, quirks);
                        page.student(
                                RowKind.YEAR_NOTE,
                                year,
                                line.life(),
                                line.person().moetCode(),
                                cells);
                    }
                }
            }
        }
    }

    private Object[] yearOf(Roll.Line line, Quirks quirks) {
        Stay stay = line.stay();
        Body body = Body.of(line, books.plan().dice().of("body", line.life().serial()));
        Dice dice = books.plan().dice().of("year", line.life().serial(), stay.year());
        Attendance attendance = Attendance.of(families, dice);
        boolean whole = stay.status().finishesYearHere();
        return new Object[] {
            new SchoolYear(stay.year()).toString(),
            line.person().moetCode(),
            quirks.text(line.person().name()),
            stay.className(),
            body.heightCm(),
            body.weightKg(),
            attendance.health(),
            attendance.withLeave(),
            attendance.withoutLeave(),
            whole ? quirks.text(awards(line, dice)) : "",
            outcome(line.life(), stay)
        };
    }

    private static String level(Level level) {
        return switch (level) {
            case PRIMARY -> "Tiểu học";
            case LOWER_SECONDARY -> "THCS";
            case UPPER_SECONDARY -> "THPT";
        };
    }

    private String awards(Roll.Line line, Dice dice) {
        Stay stay = line.stay();
        SchoolYear year = new SchoolYear(stay.year());
        if (Curriculum.isAssessed(year, stay.grade())) {
            return String.join(
                    "; ",
                    books.marks().of(line.life(), stay, AssessmentTime.END_2).awards());
        }
        if (stay.grade() > 5) {
            return books.secondary().of(line.life(), stay).title();
        }
        return stay.retained() || dice.chance(0.6) ? "" : families.pick("award.P22", dice);
    }

    private static String outcome(Life life, Stay stay) {
        return switch (stay.status()) {
            case TRANSFERRED_OUT -> "Chuyển đi";
            case LEFT -> "Thôi học";
            default -> {
                if (stay.retained()) {
                    yield "Ở lại lớp";
                }
                yield stay.grade() == life.level().lastGrade() ? Movements.completion(life.level()) : "Lên lớp";
            }
        };
    }
}
