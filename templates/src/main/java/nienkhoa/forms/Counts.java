package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counts below a table. Each column is read once, however many of its values are counted. Used by one thread. */
public final class Counts {

    private final List<Node> rows;
    private final Map<String, List<String>> columns = new HashMap<>();

    Counts(List<Node> rows) {
        this.rows = rows;
    }

    public int rows() {
        return rows.size();
    }

    /**
     * How many rows say this in a column.
     *
     * @param content of the column, see {@link CellText}
     * @return empty if no row has a level in this column; a tick is always counted
     */
    public String of(String content, String value) {
        List<String> texts = columns.computeIfAbsent(content, this::texts);
        return texts.isEmpty() && !value.equals(CellText.TICK)
                ? ""
                : String.valueOf(texts.stream().filter(value::equals).count());
    }

    private List<String> texts(String content) {
        List<String> texts = new ArrayList<>(rows.size());
        for (Node row : rows) {
            String text = CellText.of(content, row);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
