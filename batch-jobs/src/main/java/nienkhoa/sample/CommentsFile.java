package nienkhoa.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.Curriculum.Subject;
import nienkhoa.sample.Curriculum.Trait;

/** {@code nhan-xet/<class>.xlsx}: a primary class's comments at the end of the year, a sheet a subject and one more. */
final class CommentsFile {

    private static final String TIME = "Cuối năm";

    private final SchoolBooks books;
    private final Remarks remarks = new Remarks();

    CommentsFile(SchoolBooks books) {
        this.books = books;
    }

    void write(int year, Track track) throws IOException {
        int grade = books.roll().gradeOf(track, year);
        List<Roll.Line> lines = books.roll().list(year, track).stream()
                .filter(line -> line.stay().status().finishesYearHere())
                .toList();
        String className = books.roll().className(track, year);
        try (Workbook workbook = books.bigWorkbook(new SchoolYear(year) + "/nhan-xet/" + className + ".xlsx")) {
            for (Subject subject : Curriculum.subjects(new SchoolYear(year), grade)) {
                Quirks quirks = books.quirks("comments " + subject.code(), year, grade, track.index());
                subject(workbook.page(subject.sheet()), subject, year, lines, quirks);
            }
            traits(
                    workbook.page("Năng lực, phẩm chất"),
                    year,
                    grade,
                    lines,
                    books.quirks("traits", year, grade, track.index()));
            books.save(workbook);
        }
    }

    private void subject(Page page, Subject subject, int year, List<Roll.Line> lines, Quirks quirks) {
        page.title("Môn học: " + subject.sheet(), 10);
        page.title("Năm học: " + new SchoolYear(year), 10);
        page.title("", 10);
        page.header(List.of(
                "STT",
                "Lớp",
                "Mã học sinh",
                "Họ và tên",
                "Ngày sinh",
                "Mức đạt được",
                "Điểm KTĐK",
                "Mã nhận xét",
                "Nội dung nhận xét",
                "Thời điểm đánh giá"));
        int ordinal = 0;
        for (Roll.Line line : lines) {
            Object[] cells = subjectCells(++ordinal, line, subject, quirks);
            page.student(RowKind.COMMENT, year, line.life(), line.person().moetCode(), cells);
        }
    }

    private Object[] subjectCells(int ordinal, Roll.Line line, Subject subject, Quirks quirks) {
        Report report = books.marks().of(line.life(), line.stay(), AssessmentTime.END_2);
        Report.Mark mark = report.subjects().getOrDefault(subject.code(), new Report.Mark("", null));
        Dice dice = dice(line, subject.code());
        Integer score = mark.score();
        return new Object[] {
            quirks.ordinal(ordinal),
            line.stay().className(),
            line.person().moetCode(),
            quirks.text(line.person().name()),
            quirks.day(line.person().born()),
            mark.level(),
            score == null ? "" : quirks.ordinal(score),
            subject.code().charAt(0) + mark.level() + People.digits(dice.below(40) + 1L, 2),
            quirks.text(
                    remarks.subject(subject.code(), mark.level(), line.stay().grade(), dice)),
            TIME
        };
    }

    /** TT 22/2016 has one list of competences. */
    private static boolean older(int year, int grade) {
        return !Curriculum.inForce(new SchoolYear(year), grade);
    }

    private void traits(Page page, int year, int grade, List<Roll.Line> lines, Quirks quirks) {
        page.title("Nhận xét năng lực, phẩm chất", 9);
        page.title("Năm học: " + new SchoolYear(year), 9);
        page.title("", 9);
        List<String> header = new ArrayList<>(List.of("STT", "Lớp", "Mã học sinh", "Họ và tên", "Ngày sinh"));
        header.addAll(
                older(year, grade)
                        ? List.of("Nhận xét Năng lực")
                        : List.of("Nhận xét NL Chung", "Nhận xét NL Đặc thù"));
        header.addAll(List.of("Nhận xét Phẩm chất", "Thời điểm đánh giá"));
        page.header(header);
        int ordinal = 0;
        for (Roll.Line line : lines) {
            Object[] cells = traitCells(++ordinal, line, quirks);
            page.student(RowKind.TRAITS, year, line.life(), line.person().moetCode(), cells);
        }
    }

    private Object[] traitCells(int ordinal, Roll.Line line, Quirks quirks) {
        List<Object> cells = new ArrayList<>(List.of(
                quirks.ordinal(ordinal),
                line.stay().className(),
                line.person().moetCode(),
                quirks.text(line.person().name()),
                quirks.day(line.person().born()),
                quirks.text(about(line, "general"))));
        if (!older(line.stay().year(), line.stay().grade())) {
            cells.add(quirks.text(about(line, "specific")));
        }
        cells.add(quirks.text(about(line, "quality")));
        cells.add(TIME);
        return cells.toArray();
    }

    private String about(Roll.Line line, String group) {
        List<Trait> traits = Curriculum.traits(
                        line.stay().schoolYear(), line.stay().grade())
                .stream()
                .filter(trait -> trait.group().equals(group))
                .toList();
        Report report = books.marks().of(line.life(), line.stay(), AssessmentTime.END_2);
        return remarks.traits(traits, report, dice(line, group));
    }

    private Dice dice(Roll.Line line, String purpose) {
        return books.plan()
                .dice()
                .of("remark " + purpose, line.life().serial(), line.stay().year());
    }
}
