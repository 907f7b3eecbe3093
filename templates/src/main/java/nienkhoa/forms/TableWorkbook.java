package nienkhoa.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The same table as a workbook: merged headings that are printed on every page and stay in sight, landscape on the paper
 * of the PDF, fitted to its width. It holds values only, never a formula, and equal data give equal bytes.
 */
final class TableWorkbook {

    private static final String FACE = "Times New Roman";
    private static final int TITLE_ROWS = 5;
    private static final int BODY_PT = 18;
    private static final int HEADING_MIDDLE_PT = 28;
    private static final int HEADING_LAST_PT = 119;

    /** Width of a digit of the default face, in which Excel counts column widths. */
    private static final double MM_PER_CHARACTER = 1.9;

    /** The widest table that still goes on A4, in mm. */
    private static final double WIDEST_ON_A4_MM = 300;

    /** Columns that stay in sight when the sheet is moved: up to the name. */
    private static final int STEADY_COLUMNS = 3;

    private final Worksheet sheet;
    private final ColumnTable table;
    private final Node document;
    private final Labels labels;
    private final List<Node> rows;

    private TableWorkbook(Worksheet sheet, ColumnTable table, Node document, String list, Labels labels) {
        this.sheet = sheet;
        this.table = table;
        this.document = document;
        this.labels = labels;
        this.rows = document.list(list);
    }

    /** @param list path of the rows in the document */
    static byte[] write(ColumnTable table, Node document, String list, Labels labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "NienKhoa", "1.0")) {
            workbook.setGlobalDefaultFont(FACE, 11);
            Worksheet sheet = workbook.newWorksheet(safeName(document.text("className")));
            new TableWorkbook(sheet, table, document, list, labels).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SteadyZip.repack(out.toByteArray(), LocalDate.parse(document.text("document.issued")));
    }

    /**
     * A text that no program takes for a formula, even after the sheet went through a file of comma separated values: a
     * space goes before a sign that could begin one.
     */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? " " + text : text;
    }

    private static String safeName(String name) {
        return name.isBlank() ? "1" : name.replaceAll("[\\\\/*?:\\[\\]]", "-");
    }

    private void write() {
        page();
        titles();
        headings();
        int row = firstRow();
        for (Node student : rows) {
            body(row++, student);
        }
        totals(row);
        signatures(row + TableTotals.LABELS.size() + 1);
    }

    private int firstRow() {
        return TITLE_ROWS + table.headerRows();
    }

    private void page() {
        boolean a4 = table.printed().widthMm() < WIDEST_ON_A4_MM;
        sheet.pageOrientation("landscape");
        sheet.paperSize(a4 ? PaperSize.A4_PAPER : PaperSize.A3_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(TITLE_ROWS, firstRow() - 1);
        sheet.freezePane(STEADY_COLUMNS, firstRow());
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.width(i, table.columns().get(i).widthMm() / MM_PER_CHARACTER);
        }
    }

    private void titles() {
        int last = table.columns().size() - 1;
        line(
                0,
                0,
                STEADY_COLUMNS + 1,
                document.has("superior") ? document.text("superior") : document.text("department"));
        line(
                1,
                0,
                STEADY_COLUMNS + 1,
                labels.text("school.word") + labels.without("school.word", document.text("school")));
        line(2, 0, last, labels.text("heading"));
        line(
                3,
                0,
                last,
                "%s   %s   %s %s"
                        .formatted(
                                labels.text("time." + document.text("time")),
                                labels.text("class"),
                                labels.text("schoolYear"),
                                document.schoolYear("schoolYear")));
    }

    private void line(int row, int from, int to, String text) {
        sheet.value(row, from, safe(text));
        Range range = sheet.range(row, from, row, to);
        range.merge();
        range.style().bold().horizontalAlignment("center").set();
    }

    private void headings() {
        sheet.rowHeight(TITLE_ROWS + 1, HEADING_MIDDLE_PT);
        sheet.rowHeight(firstRow() - 1, HEADING_LAST_PT);
        for (HeaderCell cell : table.header()) {
            int top = TITLE_ROWS + cell.row();
            int right = cell.column() + cell.columnSpan() - 1;
            sheet.value(top, cell.column(), cell.text());
            Range range = sheet.range(top, cell.column(), top + cell.rowSpan() - 1, right);
            if (cell.rowSpan() > 1 || cell.columnSpan() > 1) {
                range.merge();
            }
            range.style()
                    .bold()
                    .wrapText(true)
                    .rotation(cell.rotated() ? 90 : 0)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .borderStyle(BorderStyle.THIN)
                    .set();
        }
    }

    private void body(int row, Node student) {
        sheet.rowHeight(row, BODY_PT);
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            String text = CellText.of(column.content(), student);
            if (column.kind() == CellKind.SCORE && !text.isEmpty()) {
                sheet.value(row, i, Integer.valueOf(text));
            } else {
                sheet.value(row, i, safe(text));
            }
            boolean left =
                    column.kind() == CellKind.NAME || column.kind() == CellKind.TEXT || column.kind() == CellKind.NOTE;
            cell(row, i, left ? "left" : "center", false);
        }
    }

    private void totals(int first) {
        for (int i = 0; i < TableTotals.LABELS.size(); i++) {
            String label = labels.text(TableTotals.LABELS.get(i));
            sheet.value(first + i, 0, i == 0 ? label + " " + rows.size() : label);
            for (int c = 0; c < table.columns().size(); c++) {
                String counted = TableTotals.counted(table.columns().get(c).kind(), i);
                if (!counted.isEmpty()) {
                    number(
                            first + i,
                            c,
                            Totals.count(rows, table.columns().get(c).content(), counted));
                }
                cell(first + i, c, c == 0 ? "left" : "center", true);
            }
            sheet.range(first + i, 0, first + i, STEADY_COLUMNS).merge();
        }
    }

    private void number(int row, int column, String number) {
        if (!number.isEmpty()) {
            sheet.value(row, column, Integer.valueOf(number));
        }
    }

    private void cell(int row, int column, String align, boolean bold) {
        var style = sheet.style(row, column)
                .horizontalAlignment(align)
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN);
        (bold ? style.bold() : style).set();
    }

    private void signatures(int row) {
        int middle = table.columns().size() / 2;
        int last = table.columns().size() - 1;
        line(row, middle, last, labels.dateLine(document.text("place"), document, "date"));
        line(
                row + 1,
                0,
                middle - 1,
                labels.signatory(document.text("principalTitle")).replace('\n', ' '));
        line(row + 1, middle, last, labels.text("sign.teacher"));
        line(row + 2, 0, middle - 1, labels.text("sign.principal.hint"));
        line(row + 2, middle, last, labels.text("sign.teacher.hint"));
        line(row + 7, 0, middle - 1, document.text("principal"));
        line(row + 7, middle, last, document.text("homeroomTeacher"));
    }
}
