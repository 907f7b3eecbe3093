package nienkhoa.forms;

import java.util.List;

/** The counts below a table. */
public final class Totals {

    private Totals() {}

    /**
     * How many rows say this in a column.
     *
     * @param content of the column, see {@link CellText}
     * @return empty if no row has a level in this column; a tick is always counted
     */
    public static String count(List<Node> rows, String content, String value) {
        boolean isSaid = value.equals(CellText.TICK);
        int count = 0;
        for (Node row : rows) {
            String text = CellText.of(content, row);
            isSaid |= !text.isEmpty();
            count += text.equals(value) ? 1 : 0;
        }
        return isSaid ? String.valueOf(count) : "";
    }
}
