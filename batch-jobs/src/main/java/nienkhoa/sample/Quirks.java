package nienkhoa.sample;

import java.text.Normalizer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The harmless disorder of real spreadsheets: decomposed letters, spaces that do not break, dates that are texts in one
 * sheet and dates in another, numbers as text. A correct reader takes all of it in.
 */
final class Quirks {

    private static final double RARELY = 0.006;

    private final Dice dice;
    private final boolean realDates;
    private final boolean ordinalsAsNumbers;

    /** @param dice the sheet's own */
    Quirks(Dice dice) {
        this.dice = dice;
        this.realDates = dice.chance(0.15);
        this.ordinalsAsNumbers = dice.chance(0.5);
    }

    String text(String text) {
        if (dice.chance(RARELY)) {
            return Normalizer.normalize(text, Normalizer.Form.NFD);
        }
        return dice.chance(RARELY) ? text.replaceFirst(" ", "\u00A0") : text;
    }

    /** A number that some sheets hold as text. */
    Object ordinal(int number) {
        return ordinalsAsNumbers ? (Object) number : Integer.toString(number);
    }

    Object day(LocalDate day) {
        return realDates ? (Object) day : written(day);
    }

    /** {@code dd/MM/yyyy}; empty for null. */
    static String written(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return People.digits(day.getDayOfMonth(), 2)
                + "/"
                + People.digits(day.getMonthValue(), 2)
                + "/"
                + People.digits(day.getYear(), 4);
    }
}
