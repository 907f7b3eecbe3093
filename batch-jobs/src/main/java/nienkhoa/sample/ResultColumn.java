package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.Curriculum.Subject;
import nienkhoa.sample.Curriculum.Trait;
import org.jspecify.annotations.Nullable;

/**
 * A column of a class summary (TT 27/2020, annex 2) as exports lay them out: subjects, core competences, main
 * qualities, then at the end of the year the overall level, honours and promotion. Before it (TT 22/2016) there is no
 * overall level, but whether the programme of the grade was completed.
 *
 * @param path labels of the three or four header rows; see {@link HeaderTree}
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
    static List<ResultColumn> of(SchoolYear year, int grade, AssessmentTime time, boolean brief, String tick) {
        boolean older = !Curriculum.inForce(year, grade);
        List<ResultColumn> columns = new ArrayList<>();
        for (Subject subject : Curriculum.subjects(year, grade)) {
            addSubject(columns, subject, subject.tested(grade, time), brief);
        }
        for (Trait trait : Curriculum.traits(year, grade)) {
            columns.add(new ResultColumn(
                    older ? olderPath(trait, brief) : path(trait, brief),
                    report -> text(report.traits().get(trait.code()))));
        }
        if (time == AssessmentTime.END_2 && older) {
            addOlderYearEnd(columns, tick);
        } else if (time == AssessmentTime.END_2) {
            addYearEnd(columns, tick);
        }
        columns.add(new ResultColumn(List.of("Ghi chú", "", "", ""), Report::note));
        return older ? columns.stream().map(ResultColumn::withoutPart).toList() : columns;
    }

    /** The older summary has three header rows: subjects have no parts. */
    private ResultColumn withoutPart() {
        return new ResultColumn(List.of(path.get(0), path.get(1), path.get(3)), value);
    }

    private static List<String> olderPath(Trait trait, boolean brief) {
        String group = trait.group().equals("quality") ? "Phẩm chất" : "Năng lực";
        return List.of(group, brief ? trait.shortLabel() : trait.label(), "", "");
    }

    private static void addOlderYearEnd(List<ResultColumn> columns, String tick) {
        addTick(columns, List.of("Khen thưởng", "Cuối năm", "", ""), tick, Report::awardedAtYearEnd);
        addTick(columns, List.of("Khen thưởng", "Đột xuất", "", ""), tick, Report::awardedSuddenly);
        columns.add(new ResultColumn(
                List.of("Hoàn thành chương trình lớp học", "", "", ""),
                report -> report.overall().equals("CHT") ? "CHT" : tick));
        addTick(columns, List.of("Lên lớp", "", "", ""), tick, report -> !report.overall()
                .equals("CHT"));
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
