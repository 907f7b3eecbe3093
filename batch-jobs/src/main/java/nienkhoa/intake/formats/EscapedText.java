package nienkhoa.intake.formats;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Office Open XML writes characters that XML forbids as {@code _x000D_} (ECMA-376-1, 22.9.2.19). */
final class EscapedText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    static String plain(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
