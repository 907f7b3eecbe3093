package nienkhoa.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SecondaryCurriculum.Subject;
import nienkhoa.sample.SecondaryReport.SubjectMarks;

/**
 * {@code tong-hop/<class>.xlsx}: a secondary class's summaries, a sheet a semester and one for the year;
 * {@code diem/<class>.xlsx}: its marks, a sheet a subject and semester, in the target year only.
 */
final class SecondaryFiles {

    private static final List<String> WHO = List.of("STT", "Mã định danh Bộ GD&ĐT", "Họ và tên", "Ngày sinh");
    private static final int WHOLE_YEAR = 3;

    private final SchoolBooks books;
    private final Words families = Words.from("families.csv");

    SecondaryFiles(SchoolBooks books) {
        this.books = books;
    }

    void write(int year, Track track) throws IOException {
        String folder = new SchoolYear(year) + "/";
        String file = books.roll().className(track, year) + ".xlsx";
        try (Workbook workbook = books.workbook(folder + "tong-hop/" + file)) {
            for (int term = 1; term <= WHOLE_YEAR; term++) {
                summary(workbook.page(term == WHOLE_YEAR ? "CN" : "HK" + term), year, track, term);
            }
            books.save(workbook);
        }
        if (year == books.plan().year().start()) {
            try (Workbook workbook = books.workbook(folder + "diem/" + file)) {
                for (Subject subject : subjects(year, track)) {
                    marks(workbook.page(subject.name() + " HK1"), year, track, subject, 1);
                    marks(workbook.page(subject.name() + " HK2"), year, track, subject, 2);
                }
                books.save(workbook);
            }
        }
    }

    private List<Subject> subjects(int year, Track track) {
        int grade = books.roll().gradeOf(track, year);
        return SecondaryCurriculum.subjects(SecondaryCurriculum.regime(year, grade), grade);
    }

    /** Who changes class does so before the first semester ends, who leaves does so after it. */
    private List<Roll.Line> present(int year, Track track, int term) {
        return books.roll().list(year, track).stream()
                .filter(line -> line.stay().status() != Status.CHANGED_CLASS)
                .filter(line -> term == 1 || line.stay().status().finishesYearHere())
                .toList();
    }

    private void titles(Page page, int year, Track track, String first, String second) {
        page.title(books.facts().name().toUpperCase(Locale.ROOT), 12);
        page.title(first, 12);
        page.title(second, 12);
        page.title("Lớp: " + books.roll().className(track, year) + ". Năm học: " + new SchoolYear(year), 12);
    }

    private void summary(Page page, int year, Track track, int term) {
        boolean old = SecondaryCurriculum.regime(year, books.roll().gradeOf(track, year))
                .equals("S58");
        List<Subject> subjects = subjects(year, track);
        titles(page, year, track, "TỔNG HỢP KẾT QUẢ", term == WHOLE_YEAR ? "Cả năm học" : "Học kì " + "I".repeat(term));
        List<String> header = new ArrayList<>(WHO);
        subjects.forEach(subject -> header.add(subject.name()));
        header.addAll(old ? List.of("TB các môn", "HL", "HK") : List.of("Kết quả học tập", "Kết quả rèn luyện"));
        header.addAll(List.of("Nghỉ P", "Nghỉ K", "Tổng nghỉ"));
        header.addAll(term == WHOLE_YEAR ? List.of("Lên lớp", "Danh hiệu") : List.of());
        page.header(header);
        Quirks quirks = books.quirks("summary", year, track.grade(), track.index(), term);
        for (Roll.Line line : present(year, track, term)) {
            Object[] cells = summary(line, subjects, term, old, quirks).toArray();
            page.student(RowKind.SUMMARY, year, line.life(), line.person().moetCode(), cells);
        }
    }

    private List<Object> summary(Roll.Line line, List<Subject> subjects, int term, boolean old, Quirks quirks) {
        SecondaryReport report = books.secondary().of(line.life(), line.stay());
        List<Object> cells = who(line, quirks);
        for (Subject subject : subjects) {
            cells.add(subject.scored() ? mark(report.average(subject, term)) : "Đ");
        }
        if (old) {
            cells.add(mark(report.averageOfSubjects(term)));
        }
        cells.add(report.learning());
        cells.add(report.conduct(term));
        absences(cells, line, term);
        if (term == WHOLE_YEAR) {
            cells.add(report.promoted() ? "Lên lớp" : "Ở lại lớp");
            cells.add(report.title());
        }
        return cells;
    }

    private static List<Object> who(Roll.Line line, Quirks quirks) {
        Person person = line.person();
        return new ArrayList<>(List.of(
                quirks.ordinal(line.ordinal()),
                person.moetCode(),
                quirks.text(person.name()),
                quirks.day(person.born())));
    }

    /** The first semester has the smaller half of what the whole year has. */
    private void absences(List<Object> cells, Roll.Line line, int term) {
        Dice dice =
                books.plan().dice().of("year", line.life().serial(), line.stay().year());
        Attendance year = Attendance.of(families, dice);
        int with = part(year.withLeave(), term);
        int without = part(year.withoutLeave(), term);
        cells.addAll(List.of(with, without, with + without));
    }

    private static int part(int whole, int term) {
        return term == WHOLE_YEAR ? whole : term == 1 ? whole / 2 : whole - whole / 2;
    }

    /** Schools of one product write numbers, those of another texts with a comma. */
    private Object mark(int tenths) {
        return books.plan().index() % 4 < 2 ? (Object) (tenths / 10.0) : tenths / 10 + "," + tenths % 10;
    }

    private void marks(Page page, int year, Track track, Subject subject, int semester) {
        titles(page, year, track, "Môn học: " + subject.name(), "Học kì " + "I".repeat(semester));
        List<String> header = new ArrayList<>(WHO);
        for (int i = 0; i < subject.regularMarks(); i++) {
            header.add("ĐĐGtx");
        }
        header.addAll(
                subject.scored()
                        ? List.of("ĐĐGgk", "ĐĐGck", "ĐTBmhk", "Mã nhận xét", "Nội dung nhận xét")
                        : List.of("Giữa kì", "Cuối kì", "Đánh giá", "Mã nhận xét", "Nội dung nhận xét"));
        page.header(header);
        Quirks quirks = books.quirks("marks " + subject.code(), year, track.grade(), track.index(), semester);
        for (Roll.Line line : present(year, track, semester)) {
            Object[] cells = marks(line, subject, semester, quirks).toArray();
            page.student(RowKind.MARKS, year, line.life(), line.person().moetCode(), cells);
        }
    }

    private List<Object> marks(Roll.Line line, Subject subject, int semester, Quirks quirks) {
        List<Object> cells = who(line, quirks);
        if (!subject.scored()) {
            cells.addAll(List.of("Đ", "Đ", "Đ", "", ""));
            return cells;
        }
        SubjectMarks marks = books.secondary().of(line.life(), line.stay()).marks(subject, semester);
        marks.regular().forEach(mark -> cells.add(mark(mark)));
        cells.addAll(List.of(mark(marks.midTerm()), mark(marks.endTerm()), mark(marks.average()), "", ""));
        return cells;
    }
}
