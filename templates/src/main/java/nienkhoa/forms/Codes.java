package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The code lists of an edition: which rows (or columns) a form has, in the order of the paper. A list may differ by
 * grade: the key of the inner map is {@code all}, {@code 4} or {@code 1-2}.
 */
public final class Codes {

    private final Map<String, Map<String, List<String>>> lists;

    Codes(Map<String, Map<String, List<String>>> lists) {
        this.lists = new HashMap<>(lists);
    }

    /**
     * One row for each code of the list for the grade of {@code part}: the item of {@code part}'s list of the same name
     * with that code, or an empty row that knows only its code.
     */
    public List<Node> rows(String list, Node part) {
        List<Node> rows = new ArrayList<>();
        for (String code : of(list, part.number("grade"))) {
            Node item = part.item(list, "code", code);
            rows.add(item.has("") ? item : blank(code));
        }
        return rows;
    }

    /** The codes of a list for one grade. @throws IllegalArgumentException if the edition has no such list */
    public List<String> of(String list, int grade) {
        return find(list, grade)
                .orElseThrow(() -> new IllegalArgumentException("no codes " + list + " for grade " + grade));
    }

    /** As {@link #of}; empty if the list has no codes for the grade. */
    Optional<List<String>> find(String list, int grade) {
        return required(list).entrySet().stream()
                .filter(entry -> GradeRange.parse(entry.getKey()).holds(grade))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    /** The codes of a list for any grade. */
    Set<String> all(String list) {
        Set<String> all = new TreeSet<>();
        required(list).values().forEach(all::addAll);
        return all;
    }

    private Map<String, List<String>> required(String list) {
        Map<String, List<String>> found = lists.get(list);
        if (found == null) {
            throw new IllegalArgumentException("no code list " + list);
        }
        return found;
    }

    private static Node blank(String code) {
        return new Node(JsonNodeFactory.instance.objectNode().put("code", code));
    }
}
