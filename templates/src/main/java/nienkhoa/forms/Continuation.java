package nienkhoa.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Splits texts that no allowed size fits into their places: what fits stays, followed by words such as “(xem tiếp trang
 * sau)”; the rest becomes the rows of a further page.
 */
final class Continuation {

    /** A text is shortened again while the added words still do not fit. */
    private static final int TRIES = 8;

    private final FormSpec.Continued rule;
    private final Node at;
    private final String mark;

    /** What stays in its place, by the path of the text. */
    private final Map<String, String> kept = new TreeMap<>();

    /** @param mark the words that follow what stays */
    Continuation(FormSpec.Continued rule, Node at, String mark) {
        this.rule = rule;
        this.at = at;
        this.mark = mark;
    }

    /**
     * The node with shortened texts, with which the part fits; empty if something else is wrong with the part.
     *
     * @param proof what is wrong with the part, filled from a node
     */
    Optional<Node> shortened(Function<Node, List<Refusal>> proof) {
        Node node = at;
        for (int i = 0; i < TRIES; i++) {
            List<Refusal> refusals = proof.apply(node);
            if (refusals.isEmpty()) {
                return Optional.of(node);
            }
            if (!refusals.stream().allMatch(this::shorten)) {
                return Optional.empty();
            }
            node = withKept();
        }
        return Optional.empty();
    }

    /** The node with the rows of the further page, in the order of {@code form.yaml}: {@code path} of the text, {@code text}. */
    Node rest() {
        ObjectNode copy = (ObjectNode) at.json().deepCopy();
        ArrayNode rows = copy.putArray(FormSpec.Continued.ROWS);
        for (String path : rule.texts()) {
            String head = kept.get(path);
            if (head != null) {
                rows.addObject()
                        .put("path", path)
                        .put("text", at.text(path).substring(head.length()).strip());
            }
        }
        return new Node(copy);
    }

    /** Keeps less of the text that overflows; false if it may not go on elsewhere or nothing of it fits. */
    private boolean shorten(Refusal refusal) {
        String path = refusal.place().substring(refusal.place().lastIndexOf('/') + 1);
        if (!refusal.code().equals(Refusal.TEXT_OVERFLOW) || !rule.texts().contains(path)) {
            return false;
        }
        int fits = Integer.parseInt(refusal.args().get(1));
        String text = kept.getOrDefault(path, at.text(path));
        int end = text.lastIndexOf(' ', Math.min(fits, text.length()) - mark.length() - 1);
        if (end <= 0) {
            return false;
        }
        kept.put(path, text.substring(0, end));
        return true;
    }

    private Node withKept() {
        ObjectNode copy = (ObjectNode) at.json().deepCopy();
        kept.forEach((path, head) -> copy.put(path, head + " " + mark));
        return new Node(copy);
    }
}
