package nienkhoa.intake;

/** A row of a workbook as it was written. Columns count from 0. */
public interface RawRow {

    /** The number that Excel shows, from 1. */
    int number();

    /** One more than the last column that may hold something. */
    int size();

    /**
     * What a cell holds, of a formula the result saved with it; numbers in plain digits ({@code 7.5}, never
     * {@code 7.5E0}). Empty if the cell is empty or beyond the row.
     */
    String text(int column);

    /** Whether a cell holds a number, which may be a date. */
    boolean isNumber(int column);

    /** Whether a cell holds an error such as {@code #N/A}. */
    boolean isError(int column);

    /** Whether no cell holds any text. */
    default boolean isBlank() {
        for (int i = 0; i < size(); i++) {
            if (!text(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
