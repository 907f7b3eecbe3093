package nienkhoa.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.sample.Curriculum.Subject;
import nienkhoa.sample.Curriculum.Trait;
import nienkhoa.sample.Report.Mark;

/**
 * Marks that keep the rules of TT 27/2020, article 9, which are stricter than those before it: the overall level is drawn first and the marks are drawn to fit
 * it. A student who has to repeat the year is the only one whose year is not completed.
 */
final class Marks {

    private final Words families = Words.from("families.csv");
    private final Dice district;

    Marks(long seed) {
        this.district = new Dice(seed);
    }

    /** The report at a time of the year; those before the end of the year lean on that of its end. */
    Report of(Life life, Stay stay, AssessmentTime time) {
        Year year = year(life, stay);
        boolean atEnd = time == AssessmentTime.END_2;
        Map<String, Mark> marks = new HashMap<>();
        Dice drift = year.dice().of("drift " + time);
        for (Subject subject : Curriculum.subjects(stay.schoolYear(), stay.grade())) {
            String level = year.level(subject);
            String now = atEnd ? level : earlier(level, drift);
            int score = atEnd ? year.score(subject, now) : usualScore(now, drift);
            marks.put(subject.code(), new Mark(now, subject.tested(stay.grade(), time) ? (Integer) score : null));
        }
        return new Report(
                marks,
                traits(year, stay, atEnd, drift),
                year.overall(),
                awards(year, stay),
                titled(year),
                note(year, stay, time));
    }

    private Year year(Life life, Stay stay) {
        Dice dice = district.of("marks", life.serial(), stay.year());
        double able = district.of("able", life.serial()).bell() + 0.45 * dice.bell();
        String overall = stay.retained() ? "CHT" : able > 0.75 ? "HTXS" : able > 0.2 ? "HTT" : "HT";
        List<Subject> tested = Curriculum.subjects(stay.schoolYear(), stay.grade()).stream()
                .filter(subject -> subject.tested(stay.grade(), AssessmentTime.END_2))
                .toList();
        Subject weakest = overall.equals("CHT") ? tested.get(dice.below(2)) : dice.pick(tested);
        return new Year(dice, able, overall, weakest);
    }

    /** What is settled about a student's year before the single marks. */
    private record Year(Dice dice, double able, String overall, Subject weakest) {

        /** Failed the year-end test of the weakest subject first, and passed it when it was taken again. */
        boolean retaken() {
            return overall.equals("HT") && able < -1.6;
        }

        String level(Subject subject) {
            Dice own = dice.of(subject.code());
            return switch (overall) {
                case "HTXS", "HTT" -> "T";
                case "HT" -> subject.equals(weakest) || !own.chance(0.55 + 0.2 * able) ? "H" : "T";
                default -> subject.equals(weakest) ? "C" : "H";
            };
        }

        int score(Subject subject, String level) {
            Dice own = dice.of(subject.code() + ".score");
            if (overall.equals("HTXS")) {
                return own.between(9, 10);
            }
            if (subject.equals(weakest) && !overall.equals("CHT")) {
                return overall.equals("HTT") ? own.between(7, 8) : retaken() ? 5 : own.between(5, 7);
            }
            return usualScore(level, own);
        }
    }

    private static int usualScore(String level, Dice dice) {
        return switch (level) {
            case "T" -> dice.between(dice.chance(0.2) ? 7 : 8, 10);
            case "H" -> dice.between(5, dice.chance(0.3) ? 8 : 7);
            default -> dice.between(2, 4);
        };
    }

    private static String earlier(String level, Dice dice) {
        double luck = dice.share();
        return switch (level) {
            case "T" -> luck < 0.12 ? "H" : "T";
            case "H" -> luck < 0.03 ? "C" : luck < 0.1 ? "T" : "H";
            default -> luck < 0.3 ? "H" : "C";
        };
    }

    private static Map<String, String> traits(Year year, Stay stay, boolean atEnd, Dice drift) {
        Map<String, String> traits = new HashMap<>();
        boolean good = year.overall().equals("HTXS") || year.overall().equals("HTT");
        for (Trait trait : Curriculum.traits(stay.schoolYear(), stay.grade())) {
            double luck = year.dice().of(trait.code()).share();
            double middling = good ? 0 : trait.group().equals("quality") ? 0.2 : 0.4;
            String level = luck < middling ? "Đ" : "T";
            if (year.overall().equals("CHT")) {
                level = luck < 0.2 && trait.group().equals("general") ? "C" : "Đ";
            }
            traits.put(trait.code(), !atEnd && level.equals("T") && drift.chance(0.08) ? "Đ" : level);
        }
        return traits;
    }

    private static boolean titled(Year year) {
        return year.overall().equals("HTXS")
                || (year.overall().equals("HTT") && year.dice().of("title").chance(0.6));
    }

    private List<String> awards(Year year, Stay stay) {
        List<String> awards = new ArrayList<>();
        if (titled(year) && !Curriculum.inForce(stay.schoolYear(), stay.grade())) {
            awards.add(families.pick("award.P22", year.dice().of("award")));
        } else if (titled(year)) {
            awards.add(
                    year.overall().equals("HTXS")
                            ? "Học sinh Xuất sắc"
                            : "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện");
        }
        Dice dice = year.dice().of("sudden");
        if (dice.chance(year.overall().equals("HTXS") ? 0.2 : 0.03)) {
            awards.add(families.pick("sudden", dice));
        }
        return awards;
    }

    private static String note(Year year, Stay stay, AssessmentTime time) {
        if (time == AssessmentTime.END_2 && year.retaken()) {
            return "Đã kiểm tra lại môn " + year.weakest().sheet();
        }
        return time == AssessmentTime.END_1 && stay.status() == Status.TRANSFERRED_IN
                ? "Chuyển đến trong học kì I"
                : "";
    }
}
