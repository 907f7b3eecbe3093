package nienkhoa.printrun;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one side of one printed sheet says about itself. It names no person.
 *
 * @param run six letters or digits
 * @param bundle from 1 to 999
 * @param sheet from 1 to {@code of}, in the bundle
 * @param of sheets of the bundle, at most 9999
 * @param side which side of the sheet
 * @param document the 16 letters or digits of its document's id after {@code VB-}
 * @param digest the first six digits of the document's SHA-256, upper case
 * @param serial which printing of this sheet, from 1 to 99
 */
public record SheetCode(
        String run, int bundle, int sheet, int of, Side side, String document, String digest, int serial) {

    private static final int DIGEST = 6;

    private static final Pattern WRITTEN =
            Pattern.compile("1([0-9A-Z]{6})(\\d{3})(\\d{4})(\\d{4})([AB])([0-9A-Z]{16})([0-9A-F]{6})(\\d{2})");

    /** @throws IllegalArgumentException if a part is not as told above */
    public SheetCode {
        if (sheet < 1 || sheet > of || bundle < 1 || serial < 1) {
            throw new IllegalArgumentException("sheet " + sheet + " of " + of + ", bundle " + bundle);
        }
        String written = write(run, bundle, sheet, of, side, document, digest, serial);
        if (!WRITTEN.matcher(written).matches()) {
            throw new IllegalArgumentException(written);
        }
    }

    /** A document's id without what stands before its 16 letters or digits. */
    public static String shortened(String documentId) {
        return documentId.substring(documentId.indexOf('-') + 1);
    }

    /** What a code says of a SHA-256. */
    public static String digest(String sha256) {
        return sha256.substring(0, DIGEST).toUpperCase(Locale.ROOT);
    }

    /** The side of a sheet: A is its front. */
    public enum Side {
        A,
        B
    }

    /** The characters of the two-dimensional code. */
    public String written() {
        return write(run, bundle, sheet, of, side, document, digest, serial);
    }

    /** The same in letters for people. */
    public String readable() {
        return "%s %03d %04d/%04d%s %s %s #%02d".formatted(run, bundle, sheet, of, side, document, digest, serial);
    }

    /** Empty if the text is none of our codes. */
    public static Optional<SheetCode> read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(parts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SheetCode of(Matcher parts) {
        return new SheetCode(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Side.valueOf(parts.group(5)),
                parts.group(6),
                parts.group(7),
                Integer.parseInt(parts.group(8)));
    }

    @SuppressWarnings("TooManyParameters")
    private static String write(
            String run, int bundle, int sheet, int of, Side side, String document, String digest, int serial) {
        return "1%s%03d%04d%04d%s%s%s%02d".formatted(run, bundle, sheet, of, side, document, digest, serial);
    }
}
