package nienkhoa.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Proves the rows of a column table before they are filled in: levels and scores are such as the circular knows, and
 * nothing that a row says in a group of values ({@code subjects}, {@code qualities}) is left out for want of a column.
 */
final class TableProof {

    private static final Pattern SINGLE = Pattern.compile("\\{([\\w.]+)}");
    private static final Pattern SCORE = Pattern.compile("[1-9]|10");
    private static final String SCORES = "1…10";

    private final ColumnTable table;
    private final Set<String> paths;
    private final List<Refusal> refusals = new ArrayList<>();

    private TableProof(ColumnTable table) {
        this.table = table;
        this.paths = table.columns().stream()
                .flatMap(column -> SINGLE.matcher(column.content()).results())
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
    }

    /** @param list path of the rows in the document, named in refusals */
    static List<Refusal> check(ColumnTable table, String list, List<Node> rows) {
        TableProof proof = new TableProof(table);
        for (int i = 0; i < rows.size(); i++) {
            proof.row(list + "[" + i + "]", rows.get(i));
        }
        return proof.refusals;
    }

    private void row(String place, Node row) {
        for (Column column : table.columns()) {
            String text = CellText.of(column.content(), row);
            String allowed = String.join(", ", column.kind().levels());
            if (column.kind() == CellKind.SCORE
                    && !text.isEmpty()
                    && !SCORE.matcher(text).matches()) {
                refuse(place, column, text, SCORES);
            } else if (!allowed.isEmpty()
                    && !text.isEmpty()
                    && !column.kind().levels().contains(text)) {
                refuse(place, column, text, allowed);
            }
        }
        row.json().properties().stream()
                .filter(member -> member.getValue().isObject())
                .forEach(member -> printed(place, member.getKey(), member.getValue()));
    }

    /** Refuses every value below {@code path} that no column prints. */
    private void printed(String place, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(member -> printed(place, path + "." + member.getKey(), member.getValue()));
        } else if (new Node(node).has("") && !paths.contains(path)) {
            refusals.add(Refusal.of(Refusal.BAD_VALUE, place + "." + path, new Node(node).text(""), ""));
        }
    }

    private void refuse(String place, Column column, String text, String allowed) {
        String path = column.content().replaceAll("[{}]", "");
        refusals.add(Refusal.of(Refusal.BAD_VALUE, place + "." + path, text, allowed));
    }
}
