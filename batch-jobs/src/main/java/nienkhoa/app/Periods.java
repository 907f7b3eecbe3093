package nienkhoa.app;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as people write them, and as rule files do. */
final class Periods {

    private static final Pattern YEARS = Pattern.compile("(\\d{1,2})\\s*năm");

    private Periods() {}

    /** {@code 5 YEARS} as {@code 5 năm}. */
    static String vietnamese(String written) {
        return switch (written) {
            case "PERMANENT" -> "vĩnh viễn";
            case "RETURN_TO_SUBJECT" -> "trả học sinh";
            case "UNTIL_EVENT" -> "đến khi có sự kiện";
            case "" -> "chưa rõ";
            default -> written.replace(" YEARS", " năm").replace(" MONTHS", " tháng");
        };
    }

    /** The lines of a rule file for a period out of an annex; empty if it is not understood. */
    static Optional<String> yaml(String annex, String trigger) {
        String text = annex.strip().toLowerCase(Locale.ROOT);
        if (text.equals("vĩnh viễn")) {
            return Optional.of("periodKind: PERMANENT\n    disposition: RETAIN");
        }
        if (text.startsWith("trả học sinh")) {
            return Optional.of(
                    "periodKind: RETURN_TO_SUBJECT\n    trigger: STUDENT_LEFT\n    disposition: RETURN_TO_STUDENT");
        }
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            return Optional.of("periodKind: YEARS\n    years: " + years.group(1)
                    + "\n    countedFrom: YEAR_END\n    trigger: " + trigger + "\n    disposition: REVIEW");
        }
        return Optional.empty();
    }
}
