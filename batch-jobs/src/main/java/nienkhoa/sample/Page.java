package nienkhoa.sample;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A sheet filled from top to bottom. */
final class Page {

    private final Sheet sheet;
    private final Styles styles;
    private int nextRow;

    Page(Sheet sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    /** A bold line over {@code columns} merged cells; an empty one leaves the row out. */
    void title(String text, int columns) {
        int at = nextRow++;
        if (!text.isEmpty()) {
            put(sheet.createRow(at), 0, text, styles.title);
            merge(at, at, 0, columns - 1);
        }
    }

    void header(List<String> labels) {
        Row row = sheet.createRow(nextRow++);
        for (int i = 0; i < labels.size(); i++) {
            put(row, i, labels.get(i), styles.header);
        }
    }

    /** A header row inside a header of several; empty labels leave their cells out. */
    void headerFrom(String leading, int merged, List<String> labels) {
        int at = nextRow;
        header(labels);
        if (!leading.isEmpty()) {
            put(sheet.getRow(at), 0, leading, styles.title);
            merge(at, at, 0, merged - 1);
        }
    }

    /** Texts, whole numbers and dates; null and empty text leave the cell out. */
    void row(@Nullable Object... values) {
        Row row = sheet.createRow(nextRow++);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (value instanceof LocalDate day) {
                Cell cell = row.createCell(i);
                cell.setCellValue(day);
                cell.setCellStyle(styles.date);
            } else if (value != null) {
                put(row, i, value.toString(), styles.text);
            }
        }
    }

    private static void put(Row row, int column, String text, CellStyle style) {
        if (!text.isEmpty()) {
            Cell cell = row.createCell(column);
            cell.setCellValue(text);
            cell.setCellStyle(style);
        }
    }

    /** Rows and columns from 0, both ends included; a single cell is left alone. */
    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (firstRow != lastRow || firstColumn != lastColumn) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
    }

    void hide(int column) {
        sheet.setColumnHidden(column, true);
    }
}
