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
        List<String> said = rows.stream()
                .map(row -> CellText.of(content, row))
                .filter(text -> !text.isEmpty())
                .toList();
        return said.isEmpty() && !value.equals(CellText.TICK)
                ? ""
                : String.valueOf(said.stream().filter(value::equals).count());
    }
}
