package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nienkhoa.forms.FormSpec.Caption;
import nienkhoa.forms.FormSpec.Part;
import nienkhoa.forms.FormSpec.RowSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a form with the data that it is printed from.
 *
 * @param place goes before the places of its refusals, for example {@code years[2]/}
 * @param at the part's node: an item of the section's list, or the document
 * @param tables one; two if the part has facing pages; none if it is no column table
 */
record PartData(Bound bound, Part part, String place, Node at, List<ColumnTable> tables) {

    PartData {
        tables = List.copyOf(tables);
    }

    static PartData of(Bound bound, Part part, String place, Node at) {
        List<ColumnTable> tables = Stream.of(part.columns(), part.facing())
                .flatMap(Stream::ofNullable)
                .map(file -> Objects.requireNonNull(bound.form().files().get(file), file))
                .map(csv -> ColumnTable.parse(new String(csv, StandardCharsets.UTF_8)))
                .map(table -> table.of(at, bound.labels()))
                .toList();
        return new PartData(bound, part, place, at, tables);
    }

    Form form() {
        return bound.form();
    }

    Labels labels() {
        return bound.labels();
    }

    Node document() {
        return bound.document();
    }

    List<Node> rows() {
        RowSource source = part.rows();
        if (source == null) {
            return List.of(at);
        }
        List<Node> rows = new ArrayList<>();
        if (source.codes() != null) {
            rows.addAll(new Codes(form().spec().codes()).rows(source.codes(), at));
        } else if (source.document() != null) {
            document().list(source.document()).forEach(row -> rows.add(joined(row, source.with())));
        } else if (source.list() != null) {
            rows.addAll(at.list(source.list()));
        }
        while (rows.size() < source.atLeast()) {
            rows.add(Node.empty());
        }
        return rows;
    }

    /** The rows as the document has them. */
    List<Node> given() {
        RowSource source = part.rows();
        if (source == null) {
            return List.of();
        }
        return source.document() == null ? at.list(source.path()) : document().list(source.document());
    }

    /** The row with what it says of the part's node under names of their own. */
    private Node joined(Node row, Map<String, String> with) {
        if (with.isEmpty()) {
            return row;
        }
        ObjectNode joined = JsonNodeFactory.instance.objectNode();
        row.json().properties().forEach(member -> joined.set(member.getKey(), member.getValue()));
        with.forEach((name, path) -> {
            String filled = pathOf(path);
            if (!filled.isEmpty()) {
                joined.set(name, row.at(filled).json());
            }
        });
        return new Node(joined);
    }

    /** A path of {@code with}, with the values of the part's node in its places; empty if it has none of them. */
    String pathOf(String path) {
        return CellText.of(path, at);
    }

    /** What stands around the table; texts without a label are empty. */
    Map<String, String> caption() {
        Caption caption = part.caption();
        return caption == null
                ? Map.of()
                : Map.of(
                        "title", text(caption.title()),
                        "left", text(caption.left()),
                        "right", text(caption.right()),
                        "who", text(caption.who()),
                        "name", value(caption.name()));
    }

    /** What its sheet says beside the table; a line without any of its values is left out. */
    List<String> lines() {
        return part.lines().stream()
                .filter(code -> !labels().isBlank(code, at))
                .map(code -> labels().text(code, at))
                .toList();
    }

    private String text(@Nullable String code) {
        return code == null ? "" : labels().text(code, at);
    }

    private String value(@Nullable String path) {
        if (path == null) {
            return "";
        }
        return at.has(path) ? at.text(path) : document().text(path);
    }
}
