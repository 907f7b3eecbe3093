package nienkhoa.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A known shape of export files, as its folder under {@code layouts/} describes it.
 *
 * @param name the name of its folder
 * @param title what people call it
 * @param codes code lists of this layout alone; one of the same name as a shared list takes its place
 */
public record Layout(String name, String title, Map<String, Map<String, List<String>>> codes, List<Sheet> sheets) {

    public Layout {
        codes = Objects.requireNonNullElse(codes, Map.of());
        sheets = List.copyOf(Objects.requireNonNullElse(sheets, List.of()));
    }

    /**
     * One sort of sheet of the layout.
     *
     * @param kind what its rows are about
     * @param titles what the rows above the header have to say; empty if the columns say it all
     * @param identifiedBy fields of which at least one has to have a column, and a value in every row; empty if the
     *     columns themselves say what is required
     * @param defaults values of fields that the layout has no column for
     * @param joined fields made of others
     * @param parts assessment times of which one row speaks at once, by the prefix of their fields, and by semester:
     *     {@code GK: {"1": MID_1, "2": MID_2}} belongs to fields such as {@code GK.level}
     * @param ignored columns that are known and not read
     */
    public record Sheet(
            FactKind kind,
            Set<Title> titles,
            List<String> identifiedBy,
            Map<String, String> defaults,
            List<Joined> joined,
            Map<String, Map<String, String>> parts,
            List<Column> columns,
            List<String> ignored) {

        public Sheet {
            titles = Set.copyOf(Objects.requireNonNullElse(titles, Set.of()));
            identifiedBy = List.copyOf(Objects.requireNonNullElse(identifiedBy, List.of()));
            defaults = Map.copyOf(Objects.requireNonNullElse(defaults, Map.of()));
            joined = List.copyOf(Objects.requireNonNullElse(joined, List.of()));
            parts = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(parts, Map.of())));
            columns = List.copyOf(Objects.requireNonNullElse(columns, List.of()));
            ignored = List.copyOf(Objects.requireNonNullElse(ignored, List.of()));
        }

        /** Whether a row says what its cells say, no more and in one. */
        boolean isPlain() {
            return identifiedBy.isEmpty() && defaults.isEmpty() && joined.isEmpty() && parts.isEmpty();
        }

        Sheet with(List<Column> otherColumns, List<String> otherIgnored) {
            return new Sheet(kind, titles, identifiedBy, defaults, joined, parts, otherColumns, otherIgnored);
        }
    }

    /**
     * A field made of others, such as a name of two columns; a part that the text already holds is not repeated.
     *
     * @param with what stands between them; a space unless given
     */
    public record Joined(String field, List<String> of, String with) {

        public Joined {
            of = List.copyOf(Objects.requireNonNullElse(of, List.of()));
            with = Objects.requireNonNullElse(with, " ");
        }
    }

    /** What the rows above a header tell. */
    public enum Title {
        SCHOOL_YEAR,
        CLASS,
        TIME,
        SUBJECT,
        /** First or second; for rows that speak of its middle and its end. */
        SEMESTER
    }

    /**
     * A column and the field that its cells fill.
     *
     * @param codes name of the list of allowed values; empty unless the type is a code
     * @param header words that name the column; {@code Nhóm / Mục} is a path down the header rows
     * @param repeat how many columns may bear this header, or stand numbered under it; their fields are
     *     {@code field.1}, {@code field.2}; 0 for a column that is there once
     */
    public record Column(
            String field, ValueType type, String codes, List<String> header, Required required, int repeat) {

        public Column {
            type = Objects.requireNonNullElse(type, ValueType.TEXT);
            codes = Objects.requireNonNullElse(codes, "");
            header = List.copyOf(Objects.requireNonNullElse(header, List.of()));
            required = Objects.requireNonNullElse(required, Required.NOTHING);
        }

        /** The same column under more headers. */
        Column with(List<String> moreHeaders) {
            return new Column(
                    field,
                    type,
                    codes,
                    Stream.concat(header.stream(), moreHeaders.stream()).toList(),
                    required,
                    repeat);
        }

        /** One of the columns that bear the same header, from 1. */
        Column number(int number) {
            return new Column(field + "." + number, type, codes, List.of(label() + " " + number), Required.NOTHING, 0);
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
        /** A day, or what is known of it: {@code 05/2014}, {@code 2014}; the latter fill the field {@code birthDateText}. */
        BIRTH_DATE,
        /** Text for print; a serial number becomes {@code 12/05/2014}. */
        PRINTED_DATE,
        /** A whole number, 0 or more. */
        INTEGER,
        /** A whole number, 1 to 10. */
        SCORE,
        /** A number 0 to 10 with at most one decimal, or Đ, CĐ or Miễn; kept as {@code 7,5}, {@code Đ}, {@code MIEN}. */
        MARK,
        /** What somebody was awarded, in words; a tick stands for the words of the column. */
        AWARD,
        /** One value of a code list. */
        CODE,
        /** One value of a code list, kept as a tick: {@code overall.HTT = x}. */
        CHOICE,
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
