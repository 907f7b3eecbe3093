package nienkhoa.forms;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a cell of a table says for one row, in the short language of the column tables.
 *
 * <p>{@code {path}} is the value at that path, a date as {@code 12/05/2014}; {@code {path@level}} is the label
 * {@code level.VALUE}; {@code |} begins a new line; a part in {@code [ ]} whose values are all empty is left out, and so
 * is such a line. {@code path=value} prints {@code x} if the value at the path is that one.
 */
public final class CellText {

    /** The faces have no tick sign; a cross is also what a typist sets. */
    static final String TICK = "x";

    private static final Pattern PLACE = Pattern.compile("\\{([^}@]+)(?:@(\\w+))?}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern CONDITION = Pattern.compile("([\\w.]+)=(\\w+)");
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
    private static final int ISO_DATE_LENGTH = 10;
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The contents of the column tables in use, taken apart once: a few hundred, the same for every document. */
    private static final Map<String, CellText> KNOWN = new ConcurrentHashMap<>();

    private static final Labels NO_LABELS = new Labels(Map.of(), Node.empty());

    private final List<String> lines;

    /** The path that is the whole content or the left side of its condition; empty if the content is more than that. */
    private final String path;

    /** The right side of the condition; empty if there is none. */
    private final String wanted;

    private CellText(String content) {
        Matcher condition = CONDITION.matcher(content);
        Matcher single = PLACE.matcher(content);
        boolean conditional = condition.matches();
        lines = List.of(BAR.split(content));
        path = conditional ? condition.group(1) : single.matches() && single.group(2) == null ? single.group(1) : "";
        wanted = conditional ? condition.group(2) : "";
    }

    /** The text of a cell; empty if the row has no value for it. */
    public static String of(String content, Node row) {
        return of(content, row, NO_LABELS);
    }

    /** The text of a cell whose values may be codes with a label. */
    public static String of(String content, Node row, Labels labels) {
        return KNOWN.computeIfAbsent(content, CellText::new).of(row, labels);
    }

    private String of(Node row, Labels labels) {
        if (!wanted.isEmpty()) {
            return row.text(path).equals(wanted) ? TICK : "";
        }
        if (!path.isEmpty()) {
            return printed(path, row).strip();
        }
        return lines.stream()
                .filter(line -> !isBlank(line, row))
                .map(line -> filled(withoutBlankParts(line, row), row, labels)
                        .strip())
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

    private static String filled(String part, Node row, Labels labels) {
        return PLACE.matcher(part)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(2) == null
                                ? printed(place.group(1), row)
                                : labelled(place.group(2), row.text(place.group(1)), labels)));
    }

    private static String labelled(String kind, String code, Labels labels) {
        if (labels == NO_LABELS) {
            throw new IllegalStateException("no labels for " + kind);
        }
        return code.isBlank() ? "" : labels.text(kind + "." + code);
    }

    private static String printed(String path, Node row) {
        String value = row.text(path);
        return value.length() == ISO_DATE_LENGTH && ISO_DATE.matcher(value).matches() ? row.date(path) : value;
    }
}
