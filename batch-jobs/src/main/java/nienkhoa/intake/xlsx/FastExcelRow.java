package nienkhoa.intake.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import nienkhoa.intake.RawRow;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** A row of fastexcel-reader. Formulas give the result saved with them; nothing is ever worked out. */
final class FastExcelRow implements RawRow {

    /** Excel counts with so many digits; the ones after are noise of binary fractions. */
    private static final MathContext EXCEL_DIGITS = new MathContext(15);

    private static final int LONGEST_WHOLE_NUMBER = 15;

    /** Excel's numbers end at 1E308; a file can hold others, whose plain digits would fill the memory. */
    private static final int MOST_PLACES = 330;

    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!");

    private final Row row;

    FastExcelRow(Row row) {
        this.row = row;
    }

    @Override
    public int number() {
        return row.getRowNum();
    }

    @Override
    public int size() {
        return row.getCellCount();
    }

    @Override
    public String text(int column) {
        Cell cell = cell(column);
        String raw = cell == null ? null : cell.getRawValue();
        if (cell == null || raw == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> number(raw);
            case BOOLEAN -> raw.equals("1") ? "true" : "false";
            case FORMULA -> cell.getValue() instanceof BigDecimal ? number(raw) : raw;
            default -> raw;
        };
    }

    @Override
    public boolean isNumber(int column) {
        Cell cell = cell(column);
        return cell != null && cell.getValue() instanceof BigDecimal;
    }

    @Override
    public boolean isError(int column) {
        Cell cell = cell(column);
        return cell != null
                && (cell.getType() == CellType.ERROR
                        || (cell.getType() == CellType.FORMULA && ERRORS.contains(String.valueOf(cell.getRawValue()))));
    }

    private @Nullable Cell cell(int column) {
        return column < row.getCellCount() ? row.getCell(column) : null;
    }

    private static String number(String raw) {
        if (isWholeNumber(raw)) {
            return raw;
        }
        BigDecimal number = new BigDecimal(raw).round(EXCEL_DIGITS).stripTrailingZeros();
        return Math.abs(number.scale()) > MOST_PLACES ? raw : number.toPlainString();
    }

    private static boolean isWholeNumber(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST_WHOLE_NUMBER) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
