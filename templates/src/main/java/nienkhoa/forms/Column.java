package nienkhoa.forms;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One column of a table.
 *
 * @param content what its cells say, see {@link CellText}
 * @param headings from the outermost to the column's own; at least one
 * @param rotated whether the column's own heading reads upwards
 * @param printed false if only the workbook has it
 * @param each path of a list: the column stands once for each of its items; empty: once
 */
record Column(
        String content,
        List<String> headings,
        double widthMm,
        CellKind kind,
        boolean rotated,
        boolean printed,
        String each) {

    private static final Pattern OF_ITEM = Pattern.compile("<([\\w.]*)>");
    private static final String LABEL = "@";

    Column {
        headings = List.copyOf(headings);
        if (headings.isEmpty() || widthMm <= 0) {
            throw new IllegalArgumentException("column without heading or width: " + content);
        }
    }

    /** Names a cell of this column in refusals; {@code []} becomes the number of the row. */
    String key() {
        return "rows[]." + headings.get(headings.size() - 1);
    }

    /**
     * The columns that this one stands for: {@code <path>} is a value of the list's item, {@code <>} the item itself. A
     * heading {@code @code} is the label of that code.
     */
    Stream<Column> columns(Node at, Labels labels) {
        return each.isEmpty()
                ? Stream.of(with(text -> text, labels))
                : at.list(each).stream().map(item -> with(text -> ofItem(text, item), labels));
    }

    Column withWidth(double mm) {
        return new Column(content, headings, mm, kind, rotated, printed, each);
    }

    private Column with(UnaryOperator<String> filled, Labels labels) {
        List<String> words = headings.stream()
                .map(filled)
                .map(text -> text.startsWith(LABEL) ? labels.text(text.substring(LABEL.length())) : text)
                .toList();
        return new Column(filled.apply(content), words, widthMm, kind, rotated, printed, each);
    }

    private static String ofItem(String text, Node item) {
        return OF_ITEM.matcher(text).replaceAll(place -> Matcher.quoteReplacement(item.text(place.group(1))));
    }
}
