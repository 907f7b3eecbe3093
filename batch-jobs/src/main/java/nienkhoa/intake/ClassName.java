package nienkhoa.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of classes as the register writes them: {@code 5A}. */
final class ClassName {

    private static final Pattern WORD =
            Pattern.compile("^lớp\\s*:?\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern GRADE = Pattern.compile("^(1[0-2]|[1-9])(?!\\d)");

    private ClassName() {}

    /** In capitals, without spaces, without a leading {@code Lớp} and a trailing full stop. */
    static String of(String written) {
        String name = WORD.matcher(written).replaceFirst("").replace(" ", "").toUpperCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** The grade with which a class name starts; 0 if it starts with none. */
    static int grade(String className) {
        Matcher grade = GRADE.matcher(className);
        return grade.find() ? Integer.parseInt(grade.group(1)) : 0;
    }
}
