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
    private final String rows;

    TableTotals(TableElements elements, JRDesignBand band, String rowsPath) {
        this.elements = elements;
        this.band = band;
        this.rows = "$P{doc}.list(" + TableElements.literal(rowsPath) + ")";
    }

    void labels(int widthPt) {
        for (int i = 0; i < LABELS.size(); i++) {
            String label = "$P{labels}.text(" + TableElements.literal(LABELS.get(i)) + ")";
            String expression = i == 0 ? label + " + \" \" + " + rows + ".size()" : label;
            band.addElement(elements.computed(
                    new Box(0, i * ROW_PT, widthPt, ROW_PT), "total-label", LABELS.get(i), expression));
        }
    }

    void add(Column column, int x, int width) {
        List<String> values = column.kind() == CellKind.TICK
                ? List.of(CellText.TICK)
                : withoutTick(column.kind().levels());
        for (int i = 0; i < LABELS.size(); i++) {
            Box box = new Box(x, i * ROW_PT, width, ROW_PT);
            boolean counted = i < values.size() && !values.get(i).isEmpty();
            band.addElement(
                    counted
                            ? elements.computed(box, "total", LABELS.get(i), count(column, values.get(i)))
                            : elements.fixed(box, "total", ""));
        }
    }

    /** A level column has nothing in the row of the ticks. */
    private static List<String> withoutTick(List<String> levels) {
        return levels.isEmpty() ? List.of() : List.of("", levels.get(0), levels.get(1), levels.get(2));
    }

    private String count(Column column, String value) {
        return "nienkhoa.forms.Totals.count(%s, %s, %s)"
                .formatted(rows, TableElements.literal(column.content()), TableElements.literal(value));
    }
}
