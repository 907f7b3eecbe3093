package nienkhoa.forms;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a cell of a table says for one row, in the short language of the column tables.
 *
 * <p>{@code {path}} is the value at that path, a date as {@code 12/05/2014}; {@code |} begins a new line; a part in
 * {@code [ ]} whose values are all empty is left out, and so is such a line. {@code path=value} prints {@code x} if the
 * value at the path is that one.
 */
public final class CellText {

    /** The faces have no tick sign; a cross is also what a typist sets. */
    static final String TICK = "x";

    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern CONDITION = Pattern.compile("([\\w.]+)=(\\w+)");
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private CellText() {}

    /** The text of a cell; empty if the row has no value for it. */
    public static String of(String content, Node row) {
        Matcher condition = CONDITION.matcher(content);
        if (condition.matches()) {
            return row.text(condition.group(1)).equals(condition.group(2)) ? TICK : "";
        }
        return BAR.splitAsStream(content)
                .filter(line -> !isBlank(line, row))
                .map(line -> filled(withoutBlankParts(line, row), row).strip())
                .collect(Collectors.joining("\n"));
    }

    /** The first line, which some columns set bold. */
    public static String first(String content, Node row) {
        String text = of(content, row);
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** What follows the first line; empty if there is only one. */
    public static String rest(String content, Node row) {
        String text = of(content, row);
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }

    /** Whether a content needs values at all; a heading mostly does not. */
    static boolean isFixed(String content) {
        return !PLACE.matcher(content).find();
    }

    private static String withoutBlankParts(String line, Node row) {
        return OPTIONAL.matcher(line)
                .replaceAll(part -> Matcher.quoteReplacement(isBlank(part.group(1), row) ? "" : part.group(1)));
    }

    private static boolean isBlank(String part, Node row) {
        List<MatchResult> places = PLACE.matcher(part).results().toList();
        return !places.isEmpty() && places.stream().noneMatch(place -> row.has(place.group(1)));
    }

    private static String filled(String part, Node row) {
        return PLACE.matcher(part).replaceAll(place -> Matcher.quoteReplacement(printed(place.group(1), row)));
    }

    private static String printed(String path, Node row) {
        String value = row.text(path);
        return ISO_DATE.matcher(value).matches() ? row.date(path) : value;
    }
}
