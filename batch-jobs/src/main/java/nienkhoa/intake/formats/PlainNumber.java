package nienkhoa.intake.formats;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them. */
final class PlainNumber {

    /** Excel counts with so many digits; the ones after are noise of binary fractions. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15);

    private static final int LONGEST_WHOLE_NUMBER = 15;

    /** Excel's numbers end at 1E308; a file can hold others, whose plain digits would fill the memory. */
    private static final int MOST_PLACES = 330;

    /** Excel writes at most 25; working out very long ones takes time by the square. */
    private static final int LONGEST = 400;

    private PlainNumber() {}

    /** @throws NumberFormatException if it is none */
    static String of(String raw) {
        if (isWholeNumber(raw) || isShortDecimal(raw)) {
            return raw;
        }
        if (raw.length() > LONGEST) {
            throw new NumberFormatException("number of " + raw.length() + " digits");
        }
        BigDecimal number = new BigDecimal(raw.trim()).round(EXCEL_DIGITS).stripTrailingZeros();
        return Math.abs((long) number.scale()) > MOST_PLACES ? raw : number.toPlainString();
    }

    /** @throws NumberFormatException if it is infinite or none */
    static String of(double number) {
        return of(new BigDecimal(number).round(EXCEL_DIGITS).toString());
    }

    private static boolean isWholeNumber(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST_WHOLE_NUMBER) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** {@code 7.5}: nothing to round, no zeros to strip. */
    private static boolean isShortDecimal(String raw) {
        int point = raw.indexOf('.');
        boolean zeros = raw.startsWith("0") && point != 1;
        return point > 0
                && !zeros
                && !raw.endsWith("0")
                && isWholeNumber(raw.substring(0, point))
                && isWholeNumber(raw.substring(point + 1))
                && raw.length() <= LONGEST_WHOLE_NUMBER;
    }
}
