package nienkhoa.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as exports write them. */
public final class Dates {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})(?: 0?0:00(?::00)?)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]00:00(?::00)?)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[/.\\-]\\d{1,2}[/.\\-]\\d{2}");
    private static final int LONGEST_SHORT_YEAR = 8;
    private static final Pattern MONTH_AND_YEAR =
            Pattern.compile("(?:0{1,2}[/.\\-])?(\\d{1,2})[/.\\-]((?:19|20|21)\\d\\d)");
    private static final Pattern YEAR = Pattern.compile("(?:0{1,2}[/.\\-]0{1,2}[/.\\-])?((?:19|20|21)\\d\\d)");
    private static final int LONGEST_MONTH_AND_YEAR = 7;
    private static final int MONTHS = 12;
    private static final Pattern SERIAL = Pattern.compile("\\d{1,6}(?:\\.\\d+)?");
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    private Dates() {}

    /** A day as people write it; empty if the text is none or names a day that no calendar has. */
    public static Optional<LocalDate> written(String text) {
        if (!isDigit(text, 0)) {
            return Optional.empty();
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        return yearFirst.matches() ? day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)) : Optional.empty();
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** Whether the text is a day whose century has to be guessed: {@code 12/05/14}. */
    static boolean hasShortYear(String text) {
        return text.length() <= LONGEST_SHORT_YEAR && SHORT_YEAR.matcher(text).matches();
    }

    /**
     * A birth date of which only month and year, or only the year are known, as it is printed: {@code 05/2014},
     * {@code 2014}. Zeros in place of the day or the month say that it is not known.
     */
    static Optional<String> partial(String text) {
        if (text.length() > LONGEST_MONTH_AND_YEAR && text.charAt(0) != '0') {
            return Optional.empty();
        }
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(year.group(1));
        }
        Matcher month = MONTH_AND_YEAR.matcher(text);
        if (!month.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(month.group(1));
        return number < 1 || number > MONTHS
                ? Optional.empty()
                : Optional.of((number < 10 ? "0" : "") + number + "/" + month.group(2));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * A day as a spreadsheet counts it; a time of day is dropped.
     *
     * <p>Quirk: spreadsheets believe, since Lotus 1-2-3, that 1900 was a leap year, so their first two months of 1900
     * are one day off.
     */
    public static Optional<LocalDate> serial(String number, boolean dates1904) {
        if (!SERIAL.matcher(number).matches()) {
            return Optional.empty();
        }
        long days = (long) Double.parseDouble(number);
        if (dates1904) {
            return Optional.of(DAY_ZERO_1904.plusDays(days));
        }
        return days < 1 ? Optional.empty() : Optional.of(DAY_ZERO_1900.plusDays(days < 60 ? days + 1 : days));
    }
}
