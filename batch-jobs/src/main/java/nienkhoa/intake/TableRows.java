package nienkhoa.intake;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import nienkhoa.intake.Layout.ValueType;
import nienkhoa.intake.SheetShape.Placed;

/** Tells the data of a table from what else stands below its header. */
final class TableRows {

    /** A row with so many filled columns is meant as data even if it names no student. */
    private static final int MIN_CELLS_OF_DATA = 3;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern TOTAL = Pattern.compile("\\s*(tổng|cộng)\\b", FLAGS);

    /** How the lines below a table begin: place and day, and under whose names the signatures go. */
    private static final Pattern SIGNATURES = Pattern.compile(
            "\\s*(người lập|hiệu trưởng|phó hiệu trưởng|kt\\.|tm\\.|thủ trưởng|giáo viên|gvcn|xác nhận|[^,]+, ngày\\b)",
            FLAGS);

    /** A cell that may be meant as a code: one word with digits in it. */
    private static final Pattern CODE = Pattern.compile("\\s*['’`]?[^\\s/]*\\d[^\\s/]*\\s*");

    private static final Set<ValueType> KEYS =
            EnumSet.of(ValueType.MOET_CODE, ValueType.IDENTITY_NUMBER, ValueType.DATE);

    private final SheetShape shape;

    TableRows(SheetShape shape) {
        this.shape = shape;
    }

    /** Whether a row holds data, and is not blank, a note, a total or a signature. */
    boolean isData(RawRow row) {
        int filled = 0;
        boolean signatures = false;
        for (Placed placed : shape.columns()) {
            String text = row.text(placed.index());
            if (filled == 0 && TOTAL.matcher(text).lookingAt()) {
                return false;
            }
            if (!text.isBlank()) {
                if (placed.column().type() == ValueType.MOET_CODE
                        && CODE.matcher(text).matches()) {
                    return true;
                }
                signatures |= filled == 0 && SIGNATURES.matcher(text).lookingAt();
                filled++;
            }
        }
        return shape.sheet().kind().isOfSchool() ? filled >= 1 : filled >= MIN_CELLS_OF_DATA && !signatures;
    }

    /** Whether a row below the header is worth comparing with headers; data begin with a number or hold a code or a day. */
    boolean mayBeHeader(RawRow row) {
        for (int i = 0; i < row.size(); i++) {
            String text = row.text(i);
            if (!text.isBlank()) {
                return !Character.isDigit(text.charAt(0)) && !holdsCode(row);
            }
        }
        return false;
    }

    private boolean holdsCode(RawRow row) {
        return shape.columns().stream()
                .filter(placed -> KEYS.contains(placed.column().type()))
                .anyMatch(placed -> CODE.matcher(row.text(placed.index())).matches()
                        || Dates.written(row.text(placed.index())).isPresent());
    }
}
