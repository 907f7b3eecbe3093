package nienkhoa.intake;

import java.util.regex.Pattern;

/** Text in cells that we write: a spreadsheet must never take it for a formula, not even after somebody edited the cell. */
public final class HarmlessText {

    /** What starts a formula, also in the wide forms of East Asian keyboards; apostrophes before it were put by people. */
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n＝＋－＠].*");

    private HarmlessText() {}

    /** The text, with an apostrophe before it if it would start a formula or looks as if we had put one already. */
    public static String of(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** What {@link #of} was given. */
    static String original(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
