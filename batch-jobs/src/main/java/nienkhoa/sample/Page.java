package nienkhoa.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A sheet filled from top to bottom. */
final class Page {

    private final Sheet sheet;
    private final Styles styles;
    private final String file;
    private final Defects defects;
    private final List<String> labels = new ArrayList<>();
    private int nextRow;

    /** @param file in the school's folder */
    Page(Sheet sheet, Styles styles, String file, Defects defects) {
        this.sheet = sheet;
        this.styles = styles;
        this.file = file;
        this.defects = defects;
    }

    /** A bold line over {@code columns} merged cells; an empty one leaves the row out. */
    void title(String written, int columns) {
        int at = nextRow++;
        String text = defects.text(file, sheet.getSheetName(), written, 0, nextRow + 1);
        if (!text.isEmpty()) {
            put(sheet.createRow(at), 0, text, styles.title);
            merge(at, at, 0, columns - 1);
        }
    }

    void header(List<String> texts) {
        Row row = sheet.createRow(nextRow++);
        for (int i = 0; i < texts.size(); i++) {
            String label = defects.text(file, sheet.getSheetName(), texts.get(i), i, nextRow + 1);
            put(row, i, label, styles.header);
            remember(i, label);
        }
    }

    /** The lowest label of a column is the one that defects know it by. */
    private void remember(int column, String label) {
        while (labels.size() <= column) {
            labels.add("");
        }
        if (!label.isEmpty()) {
            labels.set(column, label);
        }
    }

    /** A header row inside a header of several; empty labels leave their cells out. */
    void headerFrom(String leading, int merged, List<String> texts) {
        int at = nextRow;
        header(texts);
        if (!leading.isEmpty()) {
            put(sheet.getRow(at), 0, leading, styles.title);
            merge(at, at, 0, merged - 1);
        }
    }

    /**
     * A row about a student, with the defect that is to be planted in it, if any.
     *
     * @param code the ministry's
     */
    void student(RowKind kind, int year, Life life, String code, Object... values) {
        List<StudentRow> rows = defects.rows(
                life,
                school -> new StudentRow(
                        kind,
                        year,
                        code,
                        new StudentRow.Sheet(school + file, sheet.getSheetName(), labels),
                        nextRow + 1,
                        values));
        rows.forEach(row -> row(row.cells()));
    }

    /** Texts, whole numbers, dates and errors; null and empty text leave the cell out. */
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
            } else if (value instanceof FormulaError error) {
                row.createCell(i).setCellErrorValue(error.getCode());
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
