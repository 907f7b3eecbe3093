package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nienkhoa.model.AssessmentTime;
import nienkhoa.sample.Curriculum.Subject;
import nienkhoa.sample.Curriculum.Trait;
import org.jspecify.annotations.Nullable;

/**
 * A column of a class summary (TT 27/2020, annex 2) as exports lay them out: subjects, core competences, main
 * qualities, then at the end of the year the overall level, honours and promotion.
 *
 * @param path labels of the four header rows; see {@link HeaderTree}
 * @param value what the cell of a student holds
 */
record ResultColumn(List<String> path, Function<Report, Object> value) {

    private static final String LEVEL = "Mức đạt được";

    /**
     * Columns after those that name the student.
     *
     * @param brief the short labels that some exports use
     * @param tick how the export marks a box
     */
    static List<ResultColumn> of(int grade, AssessmentTime time, boolean brief, String tick) {
        List<ResultColumn> columns = new ArrayList<>();
        for (Subject subject : Curriculum.subjects(grade)) {
            addSubject(columns, subject, subject.tested(grade, time), brief);
        }
        for (Trait trait : Curriculum.traits(grade)) {
            columns.add(new ResultColumn(
                    path(trait, brief), report -> text(report.traits().get(trait.code()))));
        }
        if (time == AssessmentTime.END_2) {
            addYearEnd(columns, tick);
        }
        columns.add(new ResultColumn(List.of("Ghi chú", "", "", ""), Report::note));
        return columns;
    }

    private static void addSubject(List<ResultColumn> columns, Subject subject, boolean tested, boolean brief) {
        String group = "Môn học và hoạt động giáo dục";
        String item = brief ? subject.shortItem() : subject.item();
        columns.add(new ResultColumn(List.of(group, item, subject.part(), LEVEL), report -> mark(report, subject)
                .level()));
        if (tested) {
            columns.add(new ResultColumn(
                    List.of(group, item, subject.part(), "Điểm KTĐK"),
                    report -> text(mark(report, subject).score())));
        }
    }

    private static Report.Mark mark(Report report, Subject subject) {
        return report.subjects().getOrDefault(subject.code(), new Report.Mark("", null));
    }

    private static Object text(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static List<String> path(Trait trait, boolean brief) {
        String label = brief ? trait.shortLabel() : trait.label();
        return switch (trait.group()) {
            case "general" -> List.of("Năng lực cốt lõi", "Năng lực chung", label, "");
            case "specific" -> List.of("Năng lực cốt lõi", "Năng lực đặc thù", label, "");
            default -> List.of("Phẩm chất chủ yếu", label, "", "");
        };
    }

    private static void addYearEnd(List<ResultColumn> columns, String tick) {
        addTick(columns, List.of("Đánh giá KQGD", "Hoàn thành xuất sắc", "", ""), tick, is("HTXS"));
        addTick(columns, List.of("Đánh giá KQGD", "Hoàn thành tốt", "", ""), tick, is("HTT"));
        addTick(columns, List.of("Đánh giá KQGD", "Hoàn thành", "", ""), tick, is("HT"));
        addTick(columns, List.of("Đánh giá KQGD", "Chưa hoàn thành", "", ""), tick, is("CHT"));
        addTick(columns, List.of("Khen thưởng", "Cuối năm", "", ""), tick, Report::awardedAtYearEnd);
        addTick(columns, List.of("Khen thưởng", "Đột xuất", "", ""), tick, Report::awardedSuddenly);
        addTick(columns, List.of("Chưa được lên lớp", "", "", ""), tick, is("CHT"));
    }

    private static Function<Report, Boolean> is(String overall) {
        return report -> report.overall().equals(overall);
    }

    private static void addTick(
            List<ResultColumn> columns, List<String> path, String tick, Function<Report, Boolean> ticked) {
        columns.add(new ResultColumn(path, report -> ticked.apply(report) ? tick : ""));
    }
}
