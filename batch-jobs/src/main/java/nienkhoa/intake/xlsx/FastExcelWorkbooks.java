package nienkhoa.intake.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.intake.Workbooks;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Workbooks in the format of Excel 2007 and later, read by streaming. */
public final class FastExcelWorkbooks implements Workbooks {

    @Override
    public boolean looksLikeWorkbook(Path file) {
        return WorkbookGuard.looksLikeWorkbook(file);
    }

    @Override
    public void read(Path file, SheetVisitor visitor) throws UnreadableWorkbook {
        WorkbookGuard.check(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            for (int i = 0; i < sheets.size(); i++) {
                read(sheets.get(i), visitor.sheet(i, sheets.get(i).getName(), workbook.isDate1904()));
            }
        } catch (IOException | Damaged e) {
            throw unreadable(e);
        } catch (RuntimeException e) {
            // Quirk: fastexcel-reader opens a workbook with exceptions of many kinds if a part is missing or malformed.
            throw unreadable(e);
        }
    }

    private static UnreadableWorkbook unreadable(Exception cause) {
        UnreadableWorkbook unreadable = new UnreadableWorkbook("I001_UNREADABLE_WORKBOOK", String.valueOf(cause));
        unreadable.initCause(cause);
        return unreadable;
    }

    private static void read(Sheet sheet, RowVisitor visitor) throws IOException, Damaged {
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> each = rows.iterator();
            while (hasNext(each)) {
                if (!visitor.row(new FastExcelRow(each.next()))) {
                    break;
                }
            }
        }
        visitor.end();
    }

    private static boolean hasNext(Iterator<Row> rows) throws Damaged {
        try {
            return rows.hasNext();
        } catch (RuntimeException e) {
            // Quirk: fastexcel-reader answers malformed XML and unknown cell types with exceptions of many kinds.
            throw new Damaged(e);
        }
    }

    private static final class Damaged extends Exception {
        Damaged(Throwable cause) {
            super(cause);
        }
    }
}
