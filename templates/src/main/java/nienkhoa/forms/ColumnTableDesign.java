package nienkhoa.forms;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import nienkhoa.forms.TableElements.Box;

/**
 * Puts the columns of a table into a template: headings into its column header, cells into its detail band, counts into
 * the footer of its group {@code foot}.
 *
 * <p>The template tells the rest: the heights of the header rows in its property {@code nienkhoa.headerRowsMm}, the path
 * of the counted rows in {@code nienkhoa.totals} (absent: no counts), after how many rows a thicker line goes in
 * {@code nienkhoa.thickLineEvery} (absent: none), the looks in the styles {@code heading},
 * {@code cell}, {@code text}, {@code lead}, {@code lead-rest}, {@code narrow-cell}, {@code narrow-text}, {@code photo},
 * {@code total} and {@code total-label}, as far as its columns need them.
 */
final class ColumnTableDesign {

    private static final String HEADER_ROWS = "nienkhoa.headerRowsMm";
    private static final String TOTALS = "nienkhoa.totals";
    private static final String THICK_EVERY = "nienkhoa.thickLineEvery";
    private static final String FOOT = "foot";

    /** The parameter that holds the {@link Totals}. */
    static final String COUNTED = "totals";

    /** A heading that the data give begins at this size and is set smaller until it fits. */
    private static final float COMPUTED_PT = 8;

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final HeadingFit FIT = new HeadingFit(Resources.CLASS_PATH.bytes(Faces.FILES.get(1)));

    private final JasperDesign design;
    private final ColumnTable table;
    private final TableElements elements;

    /** Where the columns begin, in points; the last one is where the table ends. */
    private final int[] edges;

    private ColumnTableDesign(JasperDesign design, ColumnTable table) {
        this.design = design;
        this.table = table;
        this.elements = new TableElements(design);
        this.edges = edges(table);
    }

    /** @throws IllegalArgumentException if the columns do not fill the template's width, or a heading does not fit */
    static void customise(JasperDesign design, FormSpec.Part part, ColumnTable columns) {
        heights(design, part);
        ColumnTableDesign table =
                new ColumnTableDesign(design, columns.printed().fitted(design.getColumnWidth() / POINTS_PER_MM));
        table.checkWidth();
        table.declareRow();
        table.headings((JRDesignBand) design.getColumnHeader());
        table.cells(band(design.getDetailSection().getBands()));
        table.thickLines(band(design.getDetailSection().getBands()));
        if (design.getPropertiesMap().containsProperty(TOTALS)) {
            table.totals(band(foot(design).getGroupFooterSection().getBands()));
        }
    }

    /** What the part says of heights goes before what the template says. */
    private static void heights(JasperDesign design, FormSpec.Part part) {
        if (!part.headerMm().isEmpty()) {
            String rows = part.headerMm().stream().map(String::valueOf).collect(Collectors.joining(" "));
            design.setProperty(HEADER_ROWS, rows);
            ((JRDesignBand) design.getColumnHeader())
                    .setHeight(part.headerMm().stream()
                            .mapToInt(ColumnTableDesign::points)
                            .sum());
        }
        if (part.rowMm() > 0) {
            band(design.getDetailSection().getBands()).setHeight(points(part.rowMm()));
        }
    }

    static int points(double mm) {
        return (int) Math.round(mm * POINTS_PER_MM);
    }

    private void headings(JRDesignBand band) {
        int[] rows = rowEdges();
        for (HeaderCell cell : table.header()) {
            int x = edges[cell.column()];
            int y = rows[cell.row()];
            Box box =
                    new Box(x, y, edges[cell.column() + cell.columnSpan()] - x, rows[cell.row() + cell.rowSpan()] - y);
            band.addElement(heading(cell, box));
        }
    }

    private JRDesignElement heading(HeaderCell cell, Box box) {
        if (!CellText.isFixed(cell.text())) {
            String words = "nienkhoa.forms.RegistryCells.heading(%s, $P{at}, $P{labels})"
                    .formatted(TableElements.literal(cell.text()));
            JRDesignTextElement heading = elements.shrinking(box, "heading", cell.text(), words);
            TableElements.turn(heading, COMPUTED_PT, cell.rotated());
            return heading;
        }
        JRDesignTextElement heading = elements.fixed(box, "heading", cell.text());
        TableElements.turn(heading, size(cell, box), cell.rotated());
        return heading;
    }

    /** Where the data decide how many columns there are, the proof of the pages refuses what does not fit. */
    private float size(HeaderCell cell, Box box) {
        float smallest = table.isFixed() ? 0 : HeadingFit.SMALLEST_PT;
        return cell.rotated()
                ? FIT.size(cell.text(), box.height(), box.width(), smallest)
                : FIT.size(cell.text(), box.width(), box.height(), smallest);
    }

    private void cells(JRDesignBand band) {
        TableCells cells = new TableCells(elements, band);
        for (int i = 0; i < table.columns().size(); i++) {
            cells.add(table.columns().get(i), new Box(edges[i], 0, edges[i + 1] - edges[i], band.getHeight()));
        }
        if (table.columns().stream().anyMatch(column -> column.kind() == CellKind.NOTE)) {
            growTogether(band);
        }
    }

    /** Where one cell may grow, the whole row grows with it. */
    private static void growTogether(JRDesignBand band) {
        for (JRElement cell : band.getElements()) {
            ((JRDesignElement) cell).setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
        }
    }

    /** A thicker line below every so many rows. */
    private void thickLines(JRDesignBand band) {
        if (design.getPropertiesMap().containsProperty(THICK_EVERY)) {
            int rows = Integer.parseInt(design.getProperty(THICK_EVERY));
            Box box = new Box(0, band.getHeight() - 1, edges[edges.length - 1], 1);
            band.addElement(elements.thickLine(box, "$V{REPORT_COUNT} %% %d == 0".formatted(rows)));
        }
    }

    private void totals(JRDesignBand band) {
        declareTotals();
        TableTotals totals = new TableTotals(elements, band, design.getProperty(TOTALS));
        int first = firstCounted();
        totals.labels(edges[first]);
        for (int i = first; i < table.columns().size(); i++) {
            totals.add(table.columns().get(i), edges[i], edges[i + 1] - edges[i]);
        }
    }

    private int firstCounted() {
        int first = 0;
        while (!table.columns().get(first).kind().isCounted()) {
            first++;
        }
        return first;
    }

    private int[] rowEdges() {
        int[] rows = table.headerHeights(
                Arrays.stream(design.getProperty(HEADER_ROWS).split(" "))
                        .map(Double::valueOf)
                        .toList());
        int[] rowEdges = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            rowEdges[i + 1] = rowEdges[i] + rows[i];
        }
        return rowEdges;
    }

    private static int[] edges(ColumnTable table) {
        int[] edges = new int[table.columns().size() + 1];
        double mm = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            mm += table.columns().get(i).widthMm();
            edges[i + 1] = points(mm);
        }
        return edges;
    }

    private void checkWidth() {
        int width = edges[edges.length - 1];
        if (Math.abs(width - design.getColumnWidth()) > 1) {
            throw new IllegalArgumentException(
                    "columns take %s pt of %s in %s".formatted(width, design.getColumnWidth(), design.getName()));
        }
    }

    private void declareRow() {
        JRDesignField row = new JRDesignField();
        row.setName("row");
        row.setValueClass(Node.class);
        try {
            design.addField(row);
        } catch (JRException e) {
            throw new IllegalArgumentException(design.getName(), e);
        }
    }

    private void declareTotals() {
        JRDesignParameter totals = new JRDesignParameter();
        totals.setName(COUNTED);
        totals.setValueClass(Totals.class);
        try {
            design.addParameter(totals);
        } catch (JRException e) {
            throw new IllegalArgumentException(design.getName(), e);
        }
    }

    private static JRGroup foot(JasperDesign design) {
        return design.getGroupsList().stream()
                .filter(group -> group.getName().equals(FOOT))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(design.getName() + " has no group " + FOOT));
    }

    private static JRDesignBand band(JRBand[] bands) {
        return (JRDesignBand) bands[0];
    }
}
