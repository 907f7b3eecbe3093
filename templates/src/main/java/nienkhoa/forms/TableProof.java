package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Proves the rows of column tables before they are filled in: levels and marks are such as the circulars know, and
 * nothing that a row says in a group of values ({@code subjects}, {@code qualities}) is left out for want of a column in
 * any of the tables that its list is printed by.
 */
final class TableProof {

    private static final Pattern PLACE = Pattern.compile("\\{([\\w.]+)(?:@\\w+)?}");
    private static final Pattern CONDITION = Pattern.compile("([\\w.]+)=\\w+");
    private static final Pattern SCORE = Pattern.compile("[1-9]|10");
    private static final String SCORES = "1…10";
    private static final Pattern MARK = Pattern.compile("[0-9](,[0-9]{1,2})?|10(,0)?|Đ|CĐ|Miễn");
    private static final String MARKS = "0…10, Đ, CĐ, Miễn";

    private final String list;
    private final List<PartData> parts;
    private final Set<String> paths = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** @param list path of the rows in the document, named in refusals */
    private TableProof(String list, List<PartData> parts) {
        this.list = list;
        this.parts = parts;
        parts.forEach(part -> part.tables().forEach(table -> table.columns()
                .forEach(column -> places(column.content()).forEach(path -> paths.add(inRow(part, path))))));
    }

    static List<Refusal> check(List<PartData> parts) {
        Map<String, List<PartData>> byList = new LinkedHashMap<>();
        parts.stream().filter(part -> !part.tables().isEmpty()).forEach(part -> byList.computeIfAbsent(
                        list(part), list -> new ArrayList<>())
                .add(part));
        List<Refusal> refusals = new ArrayList<>();
        byList.forEach((list, tables) -> refusals.addAll(new TableProof(list, tables).check()));
        return refusals;
    }

    private static String list(PartData part) {
        FormSpec.RowSource rows = Objects.requireNonNull(part.part().rows(), "a column table needs rows");
        return rows.document() == null ? part.place() + rows.path() : rows.path();
    }

    private List<Refusal> check() {
        for (PartData part : parts) {
            List<Column> columns = part.tables().stream()
                    .flatMap(table -> table.columns().stream())
                    .filter(column -> !allowed(column.kind()).isEmpty())
                    .toList();
            List<Node> rows = part.rows();
            for (int i = 0; i < rows.size(); i++) {
                cells(i, part, rows.get(i), columns);
            }
        }
        List<Node> rows = parts.get(0).given();
        for (int i = 0; i < rows.size(); i++) {
            String place = list + "[" + i + "]";
            rows.get(i).json().properties().stream()
                    .filter(member -> member.getValue().isObject())
                    .forEach(member -> printed(place, member.getKey(), member.getValue()));
        }
        return refusals;
    }

    /** @param columns those that may not say just anything */
    private void cells(int number, PartData part, Node row, List<Column> columns) {
        for (Column column : columns) {
            String text = CellText.of(column.content(), row);
            if (!text.isEmpty() && !isAllowed(column.kind(), text)) {
                String path = inRow(part, column.content().replaceAll("[{}]", ""));
                refuse(list + "[" + number + "]." + path, text, allowed(column.kind()));
            }
        }
    }

    private static boolean isAllowed(CellKind kind, String text) {
        return switch (kind) {
            case SCORE -> SCORE.matcher(text).matches();
            case MARK -> MARK.matcher(text).matches();
            default -> kind.levels().contains(text);
        };
    }

    /** What a cell of this kind may say; empty if anything. */
    private static String allowed(CellKind kind) {
        return switch (kind) {
            case SCORE -> SCORES;
            case MARK -> MARKS;
            default -> String.join(", ", kind.levels());
        };
    }

    /** Refuses every value below {@code path} that no column prints. */
    private void printed(String place, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(member -> printed(place, path + "." + member.getKey(), member.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                printed(place, path + "." + i, node.path(i));
            }
        } else if (new Node(node).has("") && !paths.contains(path)) {
            refuse(place + "." + path, new Node(node).text(""), "");
        }
    }

    private void refuse(String place, String text, String allowed) {
        refusals.add(Refusal.of(Refusal.BAD_VALUE, place, text, allowed));
    }

    private static List<String> places(String content) {
        var condition = CONDITION.matcher(content);
        return condition.matches()
                ? List.of(condition.group(1))
                : PLACE.matcher(content).results().map(place -> place.group(1)).toList();
    }

    /** The path in the row as the document has it, of one that may begin with a name that the part gave. */
    private static String inRow(PartData part, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        String given = Objects.requireNonNull(part.part().rows()).with().get(name);
        return given == null ? path : part.pathOf(given) + (dot < 0 ? "" : path.substring(dot));
    }
}
