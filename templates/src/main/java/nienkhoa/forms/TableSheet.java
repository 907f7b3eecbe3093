package nienkhoa.forms;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * One table as a sheet: merged headings that are printed on every page and stay in sight, what its caption says above and
 * below.
 */
final class TableSheet {

    private static final int BODY_PT = 18;
    private static final int LINE_PT = 15;
    private static final int HEADING_MIDDLE_PT = 28;
    private static final int HEADING_LAST_PT = 119;

    /** Width of a digit of the default face, in which Excel counts column widths. */
    private static final double MM_PER_CHARACTER = 1.9;

    /** Characters: two digits still stand side by side. */
    private static final double NARROWEST = 3;

    /** Spreadsheet programs know no taller row. */
    private static final double TALLEST_PT = 409;

    private static final Set<CellKind> LEFT = EnumSet.of(CellKind.NAME, CellKind.TEXT, CellKind.NOTE);
    private static final Pattern NUMBER = Pattern.compile("\\d+(,\\d+)?");

    private final Worksheet sheet;
    private final PartData part;
    private final ColumnTable table;
    private final Labels labels;
    private final List<Node> rows;
    private final SheetWords words;

    private TableSheet(Worksheet sheet, PartData part, ColumnTable table) {
        this.sheet = sheet;
        this.part = part;
        this.table = table;
        this.labels = part.labels();
        this.rows = part.rows();
        this.words = new SheetWords(sheet, part, table, steadyColumns());
    }

    static void write(Worksheet sheet, PartData part, ColumnTable table, TableWorkbook.Paper paper) {
        new TableSheet(sheet, part, table).write(paper);
    }

    private void write(TableWorkbook.Paper paper) {
        LineSheet.paper(sheet, paper);
        sheet.repeatRows(words.above(), firstRow() - 1);
        sheet.freezePane(steadyColumns(), firstRow());
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.width(i, Math.max(NARROWEST, table.columns().get(i).widthMm() / MM_PER_CHARACTER));
        }
        words.writeAbove();
        headings();
        int row = firstRow();
        for (Node line : rows) {
            body(row++, line);
        }
        if (table.columns().stream().anyMatch(column -> column.kind().isCounted())) {
            totals(row);
            row += TableTotals.LABELS.size();
        }
        words.writeBelow(row + 1);
    }

    /** Columns that stay in sight when the sheet is moved: up to the name. */
    private int steadyColumns() {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).kind() == CellKind.NAME) {
                return i + 1;
            }
        }
        return 0;
    }

    private int firstRow() {
        return words.above() + table.headerRows();
    }

    private void headings() {
        headingHeights();
        for (HeaderCell cell : table.header()) {
            int top = words.above() + cell.row();
            int right = cell.column() + cell.columnSpan() - 1;
            String text =
                    CellText.isFixed(cell.text()) ? cell.text() : RegistryCells.heading(cell.text(), part.at(), labels);
            sheet.value(top, cell.column(), TableWorkbook.safe(text));
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

    private void headingHeights() {
        int[] heights = table.headerHeights(part.part().headerMm());
        if (heights.length == 0) {
            sheet.rowHeight(words.above() + 1, HEADING_MIDDLE_PT);
            sheet.rowHeight(firstRow() - 1, HEADING_LAST_PT);
        }
        for (int i = 0; i < heights.length; i++) {
            sheet.rowHeight(words.above() + i, Math.max(BODY_PT, heights[i]));
        }
    }

    private void body(int row, Node line) {
        boolean wraps = part.part().caption() != null;
        sheet.rowHeight(row, wraps ? Math.min(height(line), TALLEST_PT) : BODY_PT);
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            String text = CellText.of(column.content(), line, labels);
            boolean number = (column.kind() == CellKind.SCORE || column.kind() == CellKind.MARK)
                    && NUMBER.matcher(text).matches();
            if (number) {
                sheet.value(row, i, new BigDecimal(text.replace(',', '.')));
            } else {
                sheet.value(row, i, TableWorkbook.safe(text));
            }
            boolean left = LEFT.contains(column.kind());
            StyleSetter style = cell(row, i, left ? "left" : "center");
            if (number && text.contains(",")) {
                style.format("0." + "0".repeat(text.length() - text.indexOf(',') - 1));
            }
            style.wrapText(left && wraps).set();
        }
    }

    /** Points that the cells with most lines need; programs do not find that out by themselves. */
    private double height(Node line) {
        long lines = table.columns().stream()
                .filter(column -> LEFT.contains(column.kind()))
                .mapToLong(column -> lines(column, CellText.of(column.content(), line, labels)))
                .max()
                .orElse(1);
        double least =
                line.has("") ? LINE_PT : ColumnTableDesign.points(part.part().rowMm());
        return Math.max(least, (double) lines * LINE_PT);
    }

    private static long lines(Column column, String text) {
        double perLine = column.widthMm() / MM_PER_CHARACTER;
        return text.lines()
                .mapToLong(piece -> (long) Math.ceil(piece.length() / perLine))
                .sum();
    }

    private void totals(int first) {
        Counts counts = new Counts(rows);
        for (int i = 0; i < TableTotals.LABELS.size(); i++) {
            String label = labels.text(TableTotals.LABELS.get(i));
            sheet.value(first + i, 0, i == 0 ? label + " " + counts.rows() : label);
            for (int c = 0; c < table.columns().size(); c++) {
                Column column = table.columns().get(c);
                String counted = TableTotals.counted(column.kind(), i);
                String number = counted.isEmpty() ? "" : counts.of(column.content(), counted);
                if (!number.isEmpty()) {
                    sheet.value(first + i, c, Integer.valueOf(number));
                }
                cell(first + i, c, c == 0 ? "left" : "center").bold().set();
            }
            sheet.range(first + i, 0, first + i, steadyColumns()).merge();
        }
    }

    private StyleSetter cell(int row, int column, String align) {
        return sheet.style(row, column)
                .horizontalAlignment(align)
                .verticalAlignment("center")
                .borderStyle(BorderStyle.THIN);
    }
}
