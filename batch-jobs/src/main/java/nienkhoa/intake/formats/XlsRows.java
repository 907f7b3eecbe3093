package nienkhoa.intake.formats;

import java.io.IOException;
import java.util.Optional;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.intake.formats.CellRow.Kind;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of Excel 97-2003. Of a formula only the result saved with it is read. */
final class XlsRows implements Rows {

    private final RecordFactoryInputStream records;
    private final @Nullable SSTRecord shared;
    private final CellRow.Builder row = new CellRow.Builder();
    private @Nullable CellValueRecordInterface ahead;
    private int depth;

    /** Column of a formula whose text comes in a record of its own; -1 if there is none. */
    private int formula = -1;

    XlsRows(RecordFactoryInputStream records, @Nullable SSTRecord shared) {
        this.records = records;
        this.shared = shared;
    }

    /** Goes to the start of the next part of the file; true if it is a sheet with cells. */
    boolean isNextSheet() throws IOException {
        Record record = records.nextRecord();
        while (record != null && !(record instanceof BOFRecord)) {
            record = records.nextRecord();
        }
        if (record == null) {
            throw new IOException("a sheet is missing");
        }
        depth = 1;
        if (((BOFRecord) record).getType() == BOFRecord.TYPE_WORKSHEET) {
            return true;
        }
        passOver();
        return false;
    }

    /** Goes to the end of the sheet. */
    boolean passOver() throws IOException {
        while (depth > 0) {
            nextInSheet();
        }
        return true;
    }

    @Override
    public Optional<RawRow> next() throws IOException, UnreadableWorkbook {
        while (depth > 0 || ahead != null) {
            readRow();
            if (!row.isEmpty()) {
                return Optional.of(row.row());
            }
        }
        return Optional.empty();
    }

    /** Reads up to the first cell of the row after. */
    private void readRow() throws IOException, UnreadableWorkbook {
        boolean started = false;
        row.clear();
        while (depth > 0 || ahead != null) {
            Record record = ahead == null ? nextInSheet() : (Record) ahead;
            if (depth == 1 && record instanceof CellValueRecordInterface cell) {
                if (started && cell.getRow() + 1 != row.number()) {
                    ahead = cell;
                    break;
                }
                if (!started) {
                    row.start(cell.getRow() + 1);
                    started = true;
                }
                ahead = null;
                put(cell);
            } else if (depth == 1 && record instanceof StringRecord text && formula >= 0) {
                row.put(formula, text.getString(), Kind.TEXT);
                formula = -1;
            }
        }
        closeFormula();
    }

    private Record nextInSheet() throws IOException {
        Record record = records.nextRecord();
        if (record == null) {
            throw new IOException("broken off inside a sheet");
        }
        depth += record instanceof BOFRecord ? 1 : record instanceof EOFRecord ? -1 : 0;
        return record;
    }

    /** A formula with text whose text is not there. */
    private void closeFormula() throws UnreadableWorkbook {
        if (formula >= 0) {
            row.put(formula, "", Kind.FORMULA_WITHOUT_VALUE);
            formula = -1;
        }
    }

    private void put(CellValueRecordInterface cell) throws UnreadableWorkbook {
        closeFormula();
        int column = cell.getColumn();
        if (cell instanceof LabelSSTRecord label) {
            if (shared == null) {
                throw new IllegalArgumentException("shared text without any");
            }
            row.put(column, shared.getString(label.getSSTIndex()).getString(), Kind.TEXT);
        } else if (cell instanceof NumberRecord number) {
            row.put(column, PlainNumber.of(number.getValue()), Kind.NUMBER);
        } else if (cell instanceof LabelRecord label) {
            row.put(column, label.getValue(), Kind.TEXT);
        } else if (cell instanceof BoolErrRecord truth) {
            row.put(column, truthOrError(truth), truth.isError() ? Kind.ERROR : Kind.TEXT);
        } else if (cell instanceof FormulaRecord formulaCell) {
            put(column, formulaCell);
        }
    }

    private static String truthOrError(BoolErrRecord cell) {
        return cell.isError() ? error(cell.getErrorValue()) : String.valueOf(cell.getBooleanValue());
    }

    private void put(int column, FormulaRecord cell) throws UnreadableWorkbook {
        CellType type = cell.getCachedResultTypeEnum();
        if (cell.hasCachedResultString()) {
            formula = column;
        } else if (type == CellType.BOOLEAN) {
            row.put(column, String.valueOf(cell.getCachedBooleanValue()), Kind.TEXT);
        } else if (type == CellType.ERROR) {
            row.put(column, error(cell.getCachedErrorValue()), Kind.ERROR);
        } else if (type == CellType.NUMERIC) {
            row.put(column, PlainNumber.of(cell.getValue()), Kind.NUMBER);
        }
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR";
    }
}
