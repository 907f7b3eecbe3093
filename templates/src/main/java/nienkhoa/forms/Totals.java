package nienkhoa.forms;

import java.util.HashMap;
import java.util.Map;

/** What the lists of one document say below their tables. Used by one thread. */
public final class Totals {

    private final Node document;
    private final Map<String, Counts> lists = new HashMap<>();

    Totals(Node document) {
        this.document = document;
    }

    /** @param list path of the rows in the document */
    public Counts of(String list) {
        return lists.computeIfAbsent(list, path -> new Counts(document.list(path)));
    }
}
