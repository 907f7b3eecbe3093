package nienkhoa.intake;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A known shape of export files, as its folder under {@code layouts/} describes it.
 *
 * @param title what people call it
 */
public record Layout(String name, String title, List<Sheet> sheets) {

    public Layout {
        sheets = List.copyOf(sheets);
    }

    /**
     * One sort of sheet of the layout.
     *
     * @param kind what its rows are about
     * @param titles what the rows above the header have to say; empty if the columns say it all
     * @param ignored columns that are known and not read
     */
    public record Sheet(FactKind kind, Set<Title> titles, List<Column> columns, List<String> ignored) {

        public Sheet {
            titles = Set.copyOf(Objects.requireNonNullElse(titles, Set.of()));
            columns = List.copyOf(columns);
            ignored = List.copyOf(Objects.requireNonNullElse(ignored, List.of()));
        }
    }

    /** What the rows above a header tell. */
    public enum Title {
        SCHOOL_YEAR,
        CLASS,
        TIME,
        SUBJECT
    }

    /**
     * A column and the field that its cells fill.
     *
     * @param codes name of the list of allowed values; empty unless the type is a code
     * @param header words that name the column; {@code Nhóm / Mục} is a path down the header rows
     */
    public record Column(String field, ValueType type, String codes, List<String> header, Required required) {

        public Column {
            type = Objects.requireNonNullElse(type, ValueType.TEXT);
            codes = Objects.requireNonNullElse(codes, "");
            header = List.copyOf(header);
            required = Objects.requireNonNullElse(required, Required.NOTHING);
        }

        /** The column's name in messages: the last word of its first header. */
        public String label() {
            return header.get(0);
        }
    }

    /** What has to be there. */
    public enum Required {
        NOTHING,
        /** The column; its cells may be empty. */
        COLUMN,
        /** The column and a value in every row. */
        VALUE
    }

    /** How a cell is read. */
    public enum ValueType {
        TEXT,
        /** Ten digits; leading zeros that a spreadsheet swallowed are restored. */
        MOET_CODE,
        /** Twelve digits; leading zeros that a spreadsheet swallowed are restored. */
        IDENTITY_NUMBER,
        /** A day, written or as a spreadsheet's serial number; kept as {@code 2014-05-12}. */
        DATE,
        /** Text for print; a serial number becomes {@code 12/05/2014}. */
        PRINTED_DATE,
        /** A whole number, 0 or more. */
        INTEGER,
        /** A whole number, 1 to 10. */
        SCORE,
        /** A number 0 to 10 with at most one decimal, or Đ, CĐ or Miễn; kept as {@code 7,5}, {@code Đ}, {@code MIEN}. */
        MARK,
        /** One value of a code list. */
        CODE,
        /** Values of a code list with semicolons between. */
        CODE_LIST,
        /** Kept as the first calendar year. */
        SCHOOL_YEAR,
        /** Kept as the calendar year in which the cohort entered. */
        COHORT,
        CLASS,
        /** 1 to 12. */
        GRADE
    }
}
