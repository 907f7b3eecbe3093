package nienkhoa.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private final List<Line> lines;

    /** The path that is the whole content or the left side of its condition; empty if the content is more than that. */
    private final String path;

    /** The right side of the condition; empty if there is none. */
    private final String wanted;

    private CellText(String content) {
        Matcher condition = CONDITION.matcher(content);
        Matcher single = PLACE.matcher(content);
        boolean conditional = condition.matches();
        lines = BAR.splitAsStream(content).map(Line::of).toList();
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
        StringJoiner text = new StringJoiner("\n");
        for (Line line : lines) {
            if (!line.isBlank(row)) {
                text.add(line.filled(row, labels));
            }
        }
        return text.toString();
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

    /** Words, or the place of a value: {@code path} and the kind of its label; these are empty if there are none. */
    private record Piece(String words, String path, String kind) {

        static List<Piece> of(String text) {
            List<Piece> pieces = new ArrayList<>();
            Matcher place = PLACE.matcher(text);
            int end = 0;
            while (place.find()) {
                pieces.add(new Piece(text.substring(end, place.start()), "", ""));
                String kind = place.group(2);
                pieces.add(new Piece("", place.group(1), kind == null ? "" : kind));
                end = place.end();
            }
            pieces.add(new Piece(text.substring(end), "", ""));
            return pieces;
        }

        String filled(Node row, Labels labels) {
            return path.isEmpty()
                    ? words
                    : kind.isEmpty() ? printed(path, row) : labelled(kind, row.text(path), labels);
        }
    }

    /** Pieces that stand or fall together. */
    private record Part(boolean optional, List<Piece> pieces) {

        boolean hasPlaces() {
            return pieces.stream().anyMatch(piece -> !piece.path().isEmpty());
        }

        boolean hasValues(Node row) {
            for (Piece piece : pieces) {
                if (!piece.path().isEmpty() && row.has(piece.path())) {
                    return true;
                }
            }
            return false;
        }
    }

    private record Line(boolean hasPlaces, List<Part> parts) {

        static Line of(String text) {
            List<Part> parts = new ArrayList<>();
            Matcher optional = OPTIONAL.matcher(text);
            int end = 0;
            while (optional.find()) {
                parts.add(new Part(false, Piece.of(text.substring(end, optional.start()))));
                parts.add(new Part(true, Piece.of(optional.group(1))));
                end = optional.end();
            }
            parts.add(new Part(false, Piece.of(text.substring(end))));
            return new Line(parts.stream().anyMatch(Part::hasPlaces), parts);
        }

        boolean isBlank(Node row) {
            return hasPlaces && parts.stream().noneMatch(part -> part.hasValues(row));
        }

        String filled(Node row, Labels labels) {
            StringBuilder line = new StringBuilder();
            for (Part part : parts) {
                if (!part.optional() || !part.hasPlaces() || part.hasValues(row)) {
                    part.pieces().forEach(piece -> line.append(piece.filled(row, labels)));
                }
            }
            return line.toString().strip();
        }
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
