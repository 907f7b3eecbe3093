package nienkhoa.intake.formats;

import java.util.Arrays;
import java.util.regex.Pattern;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;

/** A row that holds only its filled cells, so that a far column costs nothing. */
final class CellRow implements RawRow {

    /** Spreadsheets end at column XFD. */
    static final int MAX_COLUMNS = 16_384;

    /** Spreadsheets end at this row. */
    static final int MAX_ROWS = 1_048_576;

    /** Spreadsheets let nobody type more into a cell. */
    static final int MAX_TEXT = 32_767;

    /** What is kept of a longer text: enough to know it by. */
    private static final int SHOWN_OF_LONGER = 100;

    private static final Pattern ERROR = Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)");

    private final int number;
    private final int[] columns;
    private final String[] texts;
    private final Kind[] kinds;
    private int last; // where the cell was that was asked for last: cells are asked several things in a row

    private CellRow(int number, int[] columns, String[] texts, Kind[] kinds) {
        this.number = number;
        this.columns = columns;
        this.texts = texts;
        this.kinds = kinds;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public int size() {
        return columns.length == 0 ? 0 : columns[columns.length - 1] + 1;
    }

    @Override
    public String text(int column) {
        int at = at(column);
        return at < 0 ? "" : texts[at];
    }

    @Override
    public boolean isNumber(int column) {
        return kind(column) == Kind.NUMBER;
    }

    @Override
    public boolean isError(int column) {
        return kind(column) == Kind.ERROR;
    }

    @Override
    public String fault(int column) {
        return kind(column).fault;
    }

    private Kind kind(int column) {
        int at = at(column);
        return at < 0 ? Kind.TEXT : kinds[at];
    }

    private int at(int column) {
        if (last < columns.length && columns[last] == column) {
            return last;
        }
        int at = column < columns.length && columns[column] == column ? column : Arrays.binarySearch(columns, column);
        last = Math.max(at, 0);
        return at;
    }

    /** What a cell is, apart from its text. */
    enum Kind {
        TEXT(""),
        NUMBER(""),
        ERROR("I006_ERROR_CELL"),
        FORMULA_WITHOUT_VALUE("I041_FORMULA_WITHOUT_VALUE"),
        TOO_LONG("I042_CELL_TOO_LONG");

        private final String fault;

        Kind(String fault) {
            this.fault = fault;
        }
    }

    /** Takes the cells of one row after the other, from left to right and from top to bottom. */
    static final class Builder {

        private int number;
        private int size;
        private int[] columns = new int[32];
        private String[] texts = new String[32];
        private Kind[] kinds = new Kind[32];

        void start(int row) throws UnreadableWorkbook {
            if (row <= number) {
                throw outOfOrder("row " + row + " after row " + number);
            }
            number = row;
            clear();
        }

        /** No cells, until the next row starts. */
        void clear() {
            size = 0;
        }

        int number() {
            return number;
        }

        boolean isEmpty() {
            return size == 0;
        }

        /** Empty text is no cell, unless the cell has a fault. */
        void put(int column, String text, Kind kind) throws UnreadableWorkbook {
            if (size > 0 && column <= columns[size - 1]) {
                throw outOfOrder("column " + column);
            }
            if (text.isEmpty() && kind.fault.isEmpty()) {
                return;
            }
            if (size == columns.length) {
                columns = Arrays.copyOf(columns, 2 * size);
                texts = Arrays.copyOf(texts, 2 * size);
                kinds = Arrays.copyOf(kinds, 2 * size);
            }
            boolean tooLong = text.length() > MAX_TEXT;
            columns[size] = column;
            texts[size] = tooLong ? text.substring(0, SHOWN_OF_LONGER) + "…" : text;
            kinds[size++] = tooLong ? Kind.TOO_LONG : isErrorText(text) ? Kind.ERROR : kind;
        }

        /** Text files and some programs hold the errors of formulas as text. */
        private static boolean isErrorText(String text) {
            return text.startsWith("#") && ERROR.matcher(text).matches();
        }

        CellRow row() {
            return new CellRow(
                    number, Arrays.copyOf(columns, size), Arrays.copyOf(texts, size), Arrays.copyOf(kinds, size));
        }

        private static UnreadableWorkbook outOfOrder(String where) {
            return new UnreadableWorkbook("I040_CELLS_OUT_OF_ORDER", where);
        }
    }
}
