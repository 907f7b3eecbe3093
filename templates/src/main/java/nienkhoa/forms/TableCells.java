package nienkhoa.forms;

import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import nienkhoa.forms.TableElements.Box;

/** Draws the cells of a table's row. */
final class TableCells {

    private static final int PHOTO_WIDTH_PT = ColumnTableDesign.points(30);
    private static final int PHOTO_HEIGHT_PT = ColumnTableDesign.points(40);

    /** Share of a cell that its bold first line may take, when that is long and wraps. */
    private static final double LEAD_SHARE = 0.4;

    /** A date fits the narrowest column of notes, 16 mm, without being broken. */
    private static final float NOTE_PT = 7.5f;

    private final TableElements elements;
    private final JRDesignBand band;

    TableCells(TableElements elements, JRDesignBand band) {
        this.elements = elements;
        this.band = band;
    }

    void add(Column column, Box box) {
        switch (column.kind()) {
            case PHOTO -> photo(column, box);
            case LEAD -> lead(column, box);
            case YEAR ->
                band.addElement(elements.shrinking(
                        box,
                        "narrow-cell",
                        column.key(),
                        "nienkhoa.forms.RegistryCells.year($P{doc}, $F{row}, %s)".formatted(column.content())));
            case REMARK ->
                band.addElement(elements.shrinking(
                        box, "narrow-text", column.key(), "nienkhoa.forms.RegistryCells.remark($P{doc}, $F{row})"));
            case NAME, TEXT -> band.addElement(elements.shrinking(box, "text", column.key(), text("of", column)));
            case NOTE -> note(column, box);
            case MARK, WORD -> band.addElement(elements.shrinking(box, "cell", column.key(), text("of", column)));
            default -> band.addElement(elements.computed(box, "cell", column.key(), text("of", column)));
        }
    }

    private void note(Column column, Box box) {
        JRDesignTextField note = elements.growing(box, "text", column.key(), text("of", column));
        note.setFontSize(NOTE_PT);
        band.addElement(note);
    }

    private void lead(Column column, Box box) {
        int lead = (int) Math.round(box.height() * LEAD_SHARE);
        band.addElement(elements.fixed(box, "cell", ""));
        band.addElement(elements.shrinking(
                new Box(box.x(), box.y(), box.width(), lead), "lead", column.key(), text("first", column)));
        band.addElement(elements.shrinking(
                new Box(box.x(), box.y() + lead, box.width(), box.height() - lead),
                "lead-rest",
                column.key() + " …",
                text("rest", column)));
    }

    private void photo(Column column, Box box) {
        Box frame = new Box(
                box.x() + (box.width() - PHOTO_WIDTH_PT) / 2,
                box.y() + (box.height() - PHOTO_HEIGHT_PT) / 2,
                PHOTO_WIDTH_PT,
                PHOTO_HEIGHT_PT);
        String photo = "$P{photos}.picture(" + text("of", column) + ")";
        band.addElement(elements.fixed(box, "cell", ""));
        JRDesignElement empty = elements.computed(frame, "photo", column.key(), "$P{labels}.text(\"photo.frame\")");
        TableElements.onlyIf(empty, photo + " == null");
        band.addElement(empty);
        band.addElement(elements.picture(frame, photo));
    }

    private static String text(String method, Column column) {
        return "nienkhoa.forms.CellText.%s(%s, $F{row}%s)"
                .formatted(
                        method,
                        TableElements.literal(column.content()),
                        column.content().contains("@") ? ", $P{labels}" : "");
    }
}
