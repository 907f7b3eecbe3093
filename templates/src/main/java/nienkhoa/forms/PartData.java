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
import nienkhoa.forms.FormSpec.Section;
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
record PartData(Form form, Part part, String place, Node document, Node at, List<ColumnTable> tables) {

    PartData {
        tables = List.copyOf(tables);
    }

    /** The parts of a document in the order of print. */
    static List<PartData> of(Form form, String variant, Node document, Labels labels) {
        List<PartData> parts = new ArrayList<>();
        for (Section section : form.spec().sections()) {
            List<Node> nodes = section.forEach() == null ? List.of(document) : document.list(section.forEach());
            for (int i = 0; i < nodes.size(); i++) {
                Node at = nodes.get(i);
                String place = section.forEach() == null ? "" : section.forEach() + "[" + i + "]/";
                if (section.appliesTo(variant, at)) {
                    section.parts()
                            .forEach(part -> parts.add(
                                    new PartData(form, part, place, document, at, tables(form, part, at, labels))));
                }
            }
        }
        return parts;
    }

    private static List<ColumnTable> tables(Form form, Part part, Node at, Labels labels) {
        return Stream.of(part.columns(), part.facing())
                .flatMap(Stream::ofNullable)
                .map(file -> Objects.requireNonNull(form.files().get(file), file))
                .map(csv -> ColumnTable.parse(new String(csv, StandardCharsets.UTF_8)))
                .map(table -> table.of(at, labels))
                .toList();
    }

    List<Node> rows() {
        RowSource source = part.rows();
        if (source == null) {
            return List.of(at);
        }
        List<Node> rows = new ArrayList<>();
        if (source.codes() != null) {
            rows.addAll(new Codes(form.spec().codes()).rows(source.codes(), at));
        } else if (source.document() != null) {
            document.list(source.document()).forEach(row -> rows.add(joined(row, source.with())));
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
        return source.document() == null ? at.list(source.path()) : document.list(source.document());
    }

    /** The row with what it says of the part's node under names of their own. */
    private Node joined(Node row, Map<String, String> with) {
        if (with.isEmpty()) {
            return row;
        }
        ObjectNode joined = JsonNodeFactory.instance.objectNode();
        row.json().properties().forEach(member -> joined.set(member.getKey(), member.getValue()));
        with.forEach((name, path) -> joined.set(name, row.at(pathOf(path)).json()));
        return new Node(joined);
    }

    /** A path of {@code with}, with the values of the part's node in its places. */
    String pathOf(String path) {
        return CellText.of(path, at);
    }

    /** What stands around the table; texts without a label are empty. */
    Map<String, String> caption(Labels labels) {
        Caption caption = part.caption();
        return caption == null
                ? Map.of()
                : Map.of(
                        "title", text(caption.title(), labels),
                        "left", text(caption.left(), labels),
                        "right", text(caption.right(), labels),
                        "who", text(caption.who(), labels),
                        "name", value(caption.name()));
    }

    private String text(@Nullable String code, Labels labels) {
        return code == null ? "" : labels.text(code, at);
    }

    private String value(@Nullable String path) {
        if (path == null) {
            return "";
        }
        return at.has(path) ? at.text(path) : document.text(path);
    }
}
