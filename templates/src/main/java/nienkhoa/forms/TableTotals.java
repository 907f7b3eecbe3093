package nienkhoa.forms;

import java.util.List;
import net.sf.jasperreports.engine.design.JRDesignBand;
import nienkhoa.forms.TableElements.Box;

/** Draws the counts below a table: one row for ticks, then one row a level, the best first. */
final class TableTotals {

    /** Labels of the rows, top first. */
    static final List<String> LABELS = List.of("totals.students", "totals.best", "totals.middle", "totals.worst");

    private static final int ROW_PT = 18;

    private final TableElements elements;
    private final JRDesignBand band;
    private final String counts;

    TableTotals(TableElements elements, JRDesignBand band, String rowsPath) {
        this.elements = elements;
        this.band = band;
        this.counts = "$P{" + ColumnTableDesign.COUNTED + "}.of(" + TableElements.literal(rowsPath) + ")";
    }

    void labels(int widthPt) {
        for (int i = 0; i < LABELS.size(); i++) {
            String label = "$P{labels}.text(" + TableElements.literal(LABELS.get(i)) + ")";
            String expression = i == 0 ? label + " + \" \" + " + counts + ".rows()" : label;
            band.addElement(elements.computed(
                    new Box(0, i * ROW_PT, widthPt, ROW_PT), "total-label", LABELS.get(i), expression));
        }
    }

    void add(Column column, int x, int width) {
        for (int i = 0; i < LABELS.size(); i++) {
            Box box = new Box(x, i * ROW_PT, width, ROW_PT);
            String counted = counted(column.kind(), i);
            band.addElement(
                    counted.isEmpty()
                            ? elements.fixed(box, "total", "")
                            : elements.computed(box, "total", LABELS.get(i), count(column, counted)));
        }
    }

    /** What is counted in a row of counts; empty if nothing is. */
    static String counted(CellKind kind, int row) {
        if (kind == CellKind.TICK) {
            return row == 0 ? CellText.TICK : "";
        }
        return row == 0 || kind.levels().isEmpty() ? "" : kind.levels().get(row - 1);
    }

    private String count(Column column, String value) {
        return "%s.of(%s, %s)".formatted(counts, TableElements.literal(column.content()), TableElements.literal(value));
    }
}
