package nienkhoa.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Level;
import org.jspecify.annotations.Nullable;

/** When and why students came and went, and where they were before. */
final class Movements {

    private final Words places = Words.from("places.csv");
    private final Words families = Words.from("families.csv");
    private final Dice district;

    Movements(long seed) {
        this.district = new Dice(seed);
    }

    LocalDate entered(Life life) {
        int year = life.first().year();
        Dice dice = dice(life, "entered");
        return switch (life.entry()) {
            case NEW -> LocalDate.of(year, 9, 5);
            case MOVED_IN_SUMMER -> LocalDate.of(year, 8, dice.between(5, 30));
            case MOVED_IN_YEAR -> LocalDate.of(year, 11, 20).plusDays(dice.below(30));
        };
    }

    /** Null while the student is at the school. */
    @Nullable LocalDate left(Life life) {
        int end = life.last().year() + 1;
        Dice dice = dice(life, "left");
        if (!life.last().status().finishesYearHere()) {
            return LocalDate.of(end, 1, 20).plusDays(dice.below(50));
        }
        if (life.leftInSummer()) {
            return LocalDate.of(end, 6, 1).plusDays(dice.below(45));
        }
        return life.completed() ? LocalDate.of(end, 5, 31) : null;
    }

    String reason(Life life) {
        Dice dice = dice(life, "reason");
        if (life.last().status() == Status.LEFT) {
            return "Thôi học: " + families.pick("left.gave-up", dice);
        }
        if (life.leftInSummer() || life.last().status() == Status.TRANSFERRED_OUT) {
            return dice.chance(0.5) ? families.pick("left.gone", dice) : "Chuyển đến " + school(life.level(), dice);
        }
        return life.completed() ? completion(life.level()) : "";
    }

    static String completion(Level level) {
        return switch (level) {
            case PRIMARY -> "Hoàn thành chương trình tiểu học";
            case LOWER_SECONDARY -> "Hoàn thành chương trình trung học cơ sở";
            case UPPER_SECONDARY -> "Hoàn thành chương trình trung học phổ thông";
        };
    }

    /** Empty for who began the level here. */
    String formerSchool(Life life) {
        return life.entry() == Life.Entry.NEW ? "" : school(life.level(), dice(life, "former"));
    }

    private String school(Level level, Dice dice) {
        String list =
                switch (level) {
                    case PRIMARY -> "formerSchool";
                    case LOWER_SECONDARY -> "formerSecondary";
                    case UPPER_SECONDARY -> "formerUpperSecondary";
                };
        return places.pick(list, dice);
    }

    /** The years at the former school, oldest first; the year of arrival too if it began there. */
    List<FormerYear> formerYears(Life life) {
        Dice dice = dice(life, "former-years");
        String number = Integer.toString(dice.between(100, 2400));
        String letter = dice.pick(List.of("A", "B", "C", "A1", "A2"));
        List<FormerYear> years = new ArrayList<>();
        int until = life.first().year() - (life.entry() == Life.Entry.MOVED_IN_YEAR ? 0 : 1);
        for (int year = life.levelYear(); life.entry() != Life.Entry.NEW && year <= until; year++) {
            int grade = life.first().grade() - (life.first().year() - year);
            String entered = year == life.levelYear() ? "05/09/" + year : "";
            years.add(new FormerYear(year, grade + letter, formerSchool(life), number, entered));
        }
        return years;
    }

    record FormerYear(int year, String className, String school, String registryNumber, String entered) {}

    private Dice dice(Life life, String purpose) {
        return district.of(purpose, life.serial());
    }
}
