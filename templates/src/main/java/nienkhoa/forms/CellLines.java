package nienkhoa.forms;

import java.util.List;
import java.util.Objects;
import net.sf.jasperreports.engine.JRPrintElement;
import nienkhoa.forms.TextLook.Box;
import org.jspecify.annotations.Nullable;

/**
 * The lines around the texts of a page that can be drawn when all else is, in order. Pages of one form mostly have the same
 * ones, whoever they are about, so they are a stream of their own, which is drawn and deflated once.
 *
 * @param pageHeight in points
 */
record CellLines(int pageHeight, List<Cell> cells) {

    record Cell(int x, int y, int width, int height, Box box) {

        static Cell of(JRPrintElement element, Box box) {
            return new Cell(element.getX(), element.getY(), element.getWidth(), element.getHeight(), box);
        }

        /** Whether something that is drawn at an element's place would hide a part of the lines. */
        boolean isUnder(JRPrintElement element) {
            float widest = Math.max(
                    Math.max(box.top().width(), box.bottom().width()),
                    Math.max(box.left().width(), box.right().width()));
            int margin = (int) Math.ceil(widest / 2);
            return element.getX() < x + width + margin
                    && x - margin < element.getX() + element.getWidth()
                    && element.getY() < y + height + margin
                    && y - margin < element.getY() + element.getHeight();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Cell cell
                    && x == cell.x
                    && y == cell.y
                    && width == cell.width
                    && height == cell.height
                    && Objects.equals(box, cell.box);
        }

        /** By the place alone: pens hardly tell one cell from another. */
        @Override
        public int hashCode() {
            return 31 * (31 * (31 * x + y) + width) + height;
        }
    }

    /** Lines of earlier documents, deflated. Safe for several threads. */
    static final class Kept {

        /** When the lines of so many cells are kept, all are forgotten: some 10 MB. */
        private static final int MOST_CELLS = 100_000;

        private static final int TYPICAL_CELL_BYTES = 100;

        private final Forgetful<CellLines, byte[]> deflated = new Forgetful<>(MOST_CELLS);

        byte[] deflated(CellLines lines, PdfObjects objects) {
            byte[] known = deflated.find(lines);
            if (known == null) {
                int more = lines.cells().size();
                known = objects.deflate(lines.draw(new PdfBytes(more * TYPICAL_CELL_BYTES)))
                        .copy();
                deflated.keep(new CellLines(lines.pageHeight(), List.copyOf(lines.cells())), known, more);
            }
            return known;
        }
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Draws all of it as one artifact. */
    PdfBytes draw(PdfBytes out) {
        if (!isEmpty()) {
            out.add("/Artifact BMC\n");
            BoxInk ink = new BoxInk(out, pageHeight);
            cells.forEach(ink::draw);
            out.add("EMC\n");
        }
        return out;
    }
}
