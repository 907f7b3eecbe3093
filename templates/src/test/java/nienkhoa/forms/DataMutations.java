package nienkhoa.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Defects of the data of one document, made from its form's own description. */
final class DataMutations {

    /** One character of each kind that no face may print: a Chinese one, a symbol beyond 16 bits, a combining mark. */
    private static final Map<String, String> FOREIGN =
            Map.of("cjk", "\u6F22", "emoji", "\uD83D\uDE00", "combining", "a\u0323", "private use", "\uE000");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");
    private static final int LARGEST_LIST = 200;

    private final FormSpec spec;
    private final String variant;
    private final Node document;
    private final List<Mutation> made = new ArrayList<>();

    private DataMutations(FormSpec spec, String variant, Node document) {
        this.spec = spec;
        this.variant = variant;
        this.document = document;
    }

    /**
     * One defect.
     *
     * @param place where the refusal has to point; empty: anywhere
     * @param code of the refusal; empty for a legal neighbour, which may not be refused at this place
     */
    record Mutation(String kind, String place, String code, Supplier<String> json) {}

    static List<Mutation> of(FormSpec spec, String variant, Node document) {
        DataMutations mutations = new DataMutations(spec, variant, document);
        mutations.mandatory();
        spec.values().forEach(mutations::values);
        spec.counts().forEach(mutations::count);
        spec.joined().forEach(mutations::joined);
        mutations.glyphs();
        mutations.unprinted();
        mutations.photos();
        mutations.add("schema", "schema", Refusal.BAD_DOCUMENT, root -> root.put("schema", "nienkhoa/other/1"));
        return mutations.made;
    }

    /** Concrete places of all texts, one after another. */
    static List<String> texts(Node document) {
        List<String> places = new ArrayList<>();
        walk("", document.json(), (place, node) -> {
            if (node.isString() && !node.stringValue().isBlank()) {
                places.add(place);
            }
        });
        return places;
    }

    private void mandatory() {
        List<String> paths = new ArrayList<>(spec.mandatory());
        paths.add("document.issued");
        for (String path : paths) {
            Places.visit(document, path, (place, value) -> {
                set("empty", place, Refusal.EMPTY_MANDATORY, JSON.stringNode(""));
                set("blank", place, Refusal.EMPTY_MANDATORY, JSON.stringNode("  "));
                set("null", place, Refusal.EMPTY_MANDATORY, JSON.nullNode());
            });
        }
    }

    private void values(FormSpec.Allowed rule) {
        Places.visit(document, rule.path(), (place, value) -> {
            if (!value.has("")) {
                return;
            }
            set("unknown", place, Refusal.BAD_VALUE, JSON.stringNode("KHÔNG CÓ"));
            if (rule.date()) {
                set("day", place, Refusal.BAD_VALUE, JSON.stringNode("2015-02-29"));
                set("written day", place, Refusal.BAD_VALUE, JSON.stringNode("31/05/2015"));
                set(
                        "other day",
                        place,
                        "",
                        JSON.stringNode(LocalDate.of(2016, 2, 29).toString()));
            } else if (rule.from() != null && rule.to() != null) {
                set("too small", place, Refusal.BAD_VALUE, JSON.numberNode(rule.from() - 1));
                set("too large", place, Refusal.BAD_VALUE, JSON.numberNode(rule.to() + 1));
                set("fraction", place, Refusal.BAD_VALUE, JSON.numberNode(rule.from() + 0.5));
                set("smallest", place, "", JSON.numberNode(rule.from()));
                set("largest", place, "", JSON.numberNode(rule.to()));
            } else {
                set("longer", place, Refusal.BAD_VALUE, JSON.stringNode(value.text("") + "?"));
                rule.oneOf().forEach(code -> set("other code", place, "", JSON.stringNode(code)));
            }
        });
    }

    private void count(FormSpec.Count count) {
        if (!count.variants().isEmpty() && !count.variants().contains(variant)
                || document.list(count.path()).isEmpty()) {
            return;
        }
        add("none", count.path(), count.from() > 0 ? Refusal.BAD_VALUE : "", root -> list(root, count.path())
                .removeAll());
        if (count.to() < LARGEST_LIST) {
            add("too many", count.path(), Refusal.BAD_VALUE, root -> {
                ArrayNode list = list(root, count.path());
                while (list.size() <= count.to()) {
                    list.add(list.get(0).deepCopy());
                }
            });
        }
    }

    private void joined(FormSpec.Joined joined) {
        Places.visit(document, joined.of(), (place, node) -> joined.lists().stream()
                .filter(list -> !node.list(list).isEmpty())
                .forEach(list -> {
                    String at = place + "." + list;
                    add("unknown code", at, Refusal.BAD_VALUE, root -> list(root, at)
                            .addObject()
                            .put("code", "LA"));
                    add("code twice", at, Refusal.BAD_VALUE, root -> {
                        ArrayNode items = list(root, at);
                        items.add(items.get(items.size() - 1).deepCopy());
                    });
                }));
    }

    private void glyphs() {
        for (String place : texts(document)) {
            String text = text(place);
            FOREIGN.forEach(
                    (kind, glyph) -> set(kind, place, Refusal.MISSING_GLYPH, JSON.stringNode(text + " " + glyph)));
        }
    }

    /** Values of table rows under a name that no column has. */
    private void unprinted() {
        for (FormSpec.Section section : spec.sections()) {
            for (FormSpec.Part part : section.parts()) {
                if (part.columns() != null && part.rows() != null && section.appliesTo(variant, document)) {
                    groups(String.valueOf(part.rows().list()));
                }
            }
        }
    }

    private void groups(String list) {
        List<Node> rows = document.list(list);
        for (int i = 0; i < rows.size(); i++) {
            String row = list + "[" + i + "]";
            rows.get(i).json().properties().stream()
                    .filter(member -> member.getValue().isObject())
                    .forEach(member -> set(
                            "no column", row + "." + member.getKey() + ".LA", Refusal.BAD_VALUE, JSON.stringNode("T")));
        }
    }

    private void photos() {
        for (String path : spec.photos()) {
            Places.visit(document, path, (place, photo) -> {
                if (photo.has("")) {
                    set("photo of another", place + "Of", Refusal.PHOTO_OF_OTHER, JSON.stringNode("another-student"));
                    set("photo of nobody", place + "Of", Refusal.PHOTO_OF_OTHER, JSON.stringNode(""));
                    set("photo missing", place, Refusal.BAD_PHOTO, JSON.stringNode("0".repeat(64)));
                }
            });
        }
    }

    private void set(String kind, String place, String code, JsonNode value) {
        String name = place.substring(place.lastIndexOf('.') + 1);
        String parent = place.substring(0, Math.max(0, place.length() - name.length() - 1));
        String shown = code.equals(Refusal.PHOTO_OF_OTHER) ? place.substring(0, place.length() - 2) : place;
        add(kind, shown, code, root -> {
            if (name.endsWith("]")) {
                ((ArrayNode) at(root, place.substring(0, place.lastIndexOf('['))))
                        .set(Integer.parseInt(name.replaceAll(".*\\[|]", "")), value);
            } else {
                ((ObjectNode) at(root, parent)).set(name, value);
            }
        });
    }

    private void add(String kind, String place, String code, Consumer<ObjectNode> change) {
        made.add(new Mutation(kind, place, code, () -> {
            ObjectNode copy = (ObjectNode) document.json().deepCopy();
            change.accept(copy);
            return copy.toString();
        }));
    }

    String text(String place) {
        return at(document.json(), place).stringValue();
    }

    private static ArrayNode list(JsonNode root, String place) {
        return (ArrayNode) at(root, place);
    }

    static JsonNode at(JsonNode root, String place) {
        JsonNode node = root;
        for (MatchResult step : STEP.matcher(place).results().toList()) {
            node = step.group(2) == null ? node.path(step.group(1)) : node.path(Integer.parseInt(step.group(2)));
        }
        return node;
    }

    private static void walk(String place, JsonNode node, BiConsumer<String, JsonNode> use) {
        use.accept(place, node);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(place + "[" + i + "]", node.path(i), use);
            }
        } else {
            node.properties()
                    .forEach(member -> walk(
                            place.isEmpty() ? member.getKey() : place + "." + member.getKey(), member.getValue(), use));
        }
    }
}
