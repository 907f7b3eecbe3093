package nienkhoa.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.SchoolYear;

/** {@code ket-qua/<class>.xlsx}: a primary class's results, a sheet a time of assessment, data below its header. */
final class ClassResultFile {

    private static final List<String> WHO = List.of("STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Nữ");
    private static final int FIRST_HEADER_ROW = 4;

    private final SchoolBooks books;
    private final boolean brief;
    private final String tick;

    ClassResultFile(SchoolBooks books) {
        this.books = books;
        this.brief = books.facts().kind() == SchoolKind.MULTI_LEVEL;
        this.tick = books.plan().index() % 4 < 2 ? "x" : "✓";
    }

    /** All four times in the target year, the end of the year in those before. */
    void write(int year, Track track) throws IOException {
        boolean target = year == books.plan().year().start();
        String className = books.roll().className(track, year);
        try (Workbook workbook = books.workbook(new SchoolYear(year) + "/ket-qua/" + className + ".xlsx")) {
            for (AssessmentTime time : AssessmentTime.values()) {
                if (target || time == AssessmentTime.END_2) {
                    sheet(workbook.page(sheetName(time)), year, track, time);
                }
            }
            books.save(workbook);
        }
    }

    private void sheet(Page page, int year, Track track, AssessmentTime time) {
        int grade = books.roll().gradeOf(track, year);
        List<ResultColumn> columns = ResultColumn.of(new SchoolYear(year), grade, time, brief, tick);
        page.title(books.facts().name().toUpperCase(Locale.ROOT), 12);
        page.title("BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ GIÁO DỤC", 12);
        page.title("(" + title(time) + ")", 12);
        page.title("Năm học: " + new SchoolYear(year), 12);
        header(columns).write(page, FIRST_HEADER_ROW, "Lớp: " + books.roll().className(track, year), WHO.size());
        Quirks quirks = books.quirks("results " + time, year, grade, track.index());
        int ordinal = 0;
        for (Roll.Line line : books.roll().list(year, track)) {
            if (present(line.stay(), time)) {
                Object[] cells = cells(++ordinal, line, columns, time, quirks);
                page.student(RowKind.RESULT, year, line.life(), line.person().moetCode(), cells);
            }
        }
    }

    private static HeaderTree header(List<ResultColumn> columns) {
        List<List<String>> paths = new ArrayList<>();
        int below = columns.get(0).path().size() - 2;
        WHO.forEach(label -> paths.add(
                Stream.concat(Stream.of("", label), Stream.generate(() -> "").limit(below))
                        .toList()));
        columns.forEach(column -> paths.add(column.path()));
        return new HeaderTree(paths);
    }

    private Object[] cells(
            int ordinal, Roll.Line line, List<ResultColumn> columns, AssessmentTime time, Quirks quirks) {
        Person person = line.person();
        List<Object> cells = new ArrayList<>(List.of(
                quirks.ordinal(ordinal),
                person.moetCode(),
                quirks.text(person.name()),
                quirks.day(person.born()),
                person.female() ? tick : ""));
        Report report = books.marks().of(line.life(), line.stay(), time);
        columns.forEach(column -> cells.add(column.value().apply(report)));
        return cells.toArray();
    }

    /** Who changes class or moves in does so after the first assessment, who leaves does so after the second. */
    private static boolean present(Stay stay, AssessmentTime time) {
        if (stay.status() == Status.CHANGED_CLASS) {
            return time == AssessmentTime.MID_1;
        }
        if (stay.late()) {
            return time != AssessmentTime.MID_1;
        }
        return stay.status().finishesYearHere() || time.compareTo(AssessmentTime.END_1) <= 0;
    }

    private static String sheetName(AssessmentTime time) {
        return switch (time) {
            case MID_1 -> "GK1";
            case END_1 -> "CK1";
            case MID_2 -> "GK2";
            case END_2 -> "CN";
        };
    }

    private static String title(AssessmentTime time) {
        return switch (time) {
            case MID_1 -> "Giữa học kì I";
            case END_1 -> "Cuối học kì I";
            case MID_2 -> "Giữa học kì II";
            case END_2 -> "Cuối năm học";
        };
    }
}
