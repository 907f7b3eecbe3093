package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A header of several rows. A column is its path of labels from the top row down; an empty label means that the cell
 * above reaches down into this row. Equal labels under equal parents are one merged cell.
 */
final class HeaderTree {

    private final List<List<String>> columns;
    private final int rows;

    /** @param columns all of the same length, one label a row */
    HeaderTree(List<List<String>> columns) {
        this.columns = columns;
        this.rows = columns.get(0).size();
    }

    /**
     * Writes the rows.
     *
     * @param leading text at the start of the first row, over {@code merged} cells; empty if there is none
     */
    void write(Page page, int firstRow, String leading, int merged) {
        for (int row = 0; row < rows; row++) {
            page.headerFrom(row == 0 ? leading : "", merged, labels(row));
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (starts(row, column)) {
                    page.merge(firstRow + row, firstRow + bottom(row, column), column, right(row, column));
                }
            }
        }
    }

    private List<String> labels(int row) {
        List<String> labels = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            labels.add(starts(row, column) ? label(row, column) : "");
        }
        return labels;
    }

    private boolean starts(int row, int column) {
        return !label(row, column).isEmpty() && (column == 0 || !same(row, column - 1, column));
    }

    private int right(int row, int column) {
        int right = column;
        while (right + 1 < columns.size() && same(row, right, right + 1)) {
            right++;
        }
        return right;
    }

    private int bottom(int row, int column) {
        int bottom = row;
        while (bottom + 1 < rows && label(bottom + 1, column).isEmpty()) {
            bottom++;
        }
        return bottom;
    }

    private boolean same(int row, int one, int other) {
        return columns.get(one).subList(0, row + 1).equals(columns.get(other).subList(0, row + 1));
    }

    private String label(int row, int column) {
        return columns.get(column).get(row);
    }
}
