package nienkhoa.forms;

import java.util.List;

/**
 * One column of a table.
 *
 * @param content what its cells say, see {@link CellText}
 * @param headings from the outermost to the column's own; at least one
 * @param rotated whether the column's own heading reads upwards
 * @param printed false if only the workbook has it
 */
record Column(String content, List<String> headings, double widthMm, CellKind kind, boolean rotated, boolean printed) {

    Column {
        headings = List.copyOf(headings);
        if (headings.isEmpty() || widthMm <= 0) {
            throw new IllegalArgumentException("column without heading or width: " + content);
        }
    }

    /** Names a cell of this column in refusals; {@code []} becomes the number of the row. */
    String key() {
        return "rows[]." + headings.get(headings.size() - 1);
    }
}
