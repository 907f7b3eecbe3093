package nienkhoa.intake.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.intake.Workbooks.SheetVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;

/** All cells of a file by sheet and address, as the reader of the product shows them. */
final class ReadCells implements SheetVisitor {

    final Map<String, String> cells = new LinkedHashMap<>();
    final Map<String, String> faults = new LinkedHashMap<>();
    final List<String> numbers = new ArrayList<>();
    final List<String> sheets = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    boolean dates1904;
    int rows;

    static ReadCells of(Path file) throws UnreadableWorkbook {
        ReadCells read = new ReadCells();
        new FileWorkbooks().read(file, read);
        return read;
    }

    /** The code of the refusal; what was read if there was none. */
    static String outcome(Path file) {
        try {
            return of(file).cells.toString();
        } catch (UnreadableWorkbook e) {
            return e.code();
        }
    }

    @Override
    public RowVisitor sheet(int index, String name, boolean with1904) {
        sheets.add(name);
        dates1904 |= with1904;
        return new RowVisitor() {
            @Override
            public boolean row(RawRow row) {
                rows++;
                for (int i = 0; i < row.size(); i++) {
                    keep(index, row, i);
                }
                return true;
            }

            @Override
            public void end() {}
        };
    }

    private void keep(int sheet, RawRow row, int column) {
        String address = (sheet == 0 ? "" : sheets.get(sheet) + "!") + letters(column) + row.number();
        if (!row.text(column).isEmpty()) {
            cells.put(address, row.text(column));
        }
        if (!row.fault(column).isEmpty()) {
            faults.put(address, row.fault(column));
        }
        if (row.isNumber(column)) {
            numbers.add(address);
        }
    }

    private static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    @Override
    public void notice(String code) {
        notices.add(code);
    }
}
