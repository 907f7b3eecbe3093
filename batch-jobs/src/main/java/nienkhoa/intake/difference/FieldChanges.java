package nienkhoa.intake.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import nienkhoa.data.CanonicalJson;
import tools.jackson.databind.JsonNode;

/** Compares two records field by field, whatever they are records of. */
final class FieldChanges {

    /**
     * One field that differs.
     *
     * @param path names joined by dots; members of a list are numbered from 1
     * @param before empty if there was nothing
     */
    record Change(String path, String before, String after) {}

    private FieldChanges() {}

    /** @return in the order of paths; a list of plain values is one field */
    static List<Change> between(String before, String after) {
        Map<String, String> old = fields(before);
        Map<String, String> young = fields(after);
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(young.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            Change change = new Change(path, old.getOrDefault(path, ""), young.getOrDefault(path, ""));
            if (!change.before().equals(change.after())) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new TreeMap<>();
        collect("", CanonicalJson.read(json, JsonNode.class), fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties().forEach(member -> collect(join(path, member.getKey()), member.getValue(), fields));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isContainer()) {
            for (int i = 0; i < node.size(); i++) {
                collect(join(path, String.valueOf(i + 1)), node.get(i), fields);
            }
        } else if (node.isArray()) {
            StringJoiner values = new StringJoiner("; ");
            node.forEach(value -> values.add(text(value)));
            fields.put(path, values.toString());
        } else {
            fields.put(path, text(node));
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
