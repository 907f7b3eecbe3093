package nienkhoa.forms;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Walks the places of a path like {@code years[].subjects[].level} in the data of a document. */
final class Places {

    private static final String EACH = "[]";

    private Places() {}

    /** Calls {@code use} with the concrete path ({@code years[0].subjects[3].level}) and the node there. */
    static void visit(Node root, String path, BiConsumer<String, Node> use) {
        visit(root, path, item -> true, use);
    }

    /** @param which items of the outermost list ({@code years[]}) are visited */
    static void visit(Node root, String path, Predicate<Node> which, BiConsumer<String, Node> use) {
        visit(root, "", path, which, use);
    }

    private static void visit(
            Node node, String walked, String path, Predicate<Node> which, BiConsumer<String, Node> use) {
        int each = path.indexOf(EACH);
        if (each < 0) {
            use.accept(walked + path, node.at(path.startsWith(".") ? path.substring(1) : path));
            return;
        }
        String list = path.substring(0, each);
        String rest = path.substring(each + EACH.length());
        List<Node> items = node.list(list.startsWith(".") ? list.substring(1) : list);
        for (int i = 0; i < items.size(); i++) {
            if (which.test(items.get(i))) {
                visit(items.get(i), walked + list + "[" + i + "]", rest, item -> true, use);
            }
        }
    }
}
