package nienkhoa.forms;

import java.awt.Color;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import nienkhoa.forms.TextLook.Box;

/** Draws lines around texts where the report engine's own exporter puts them, whatever the page's state was. */
final class BoxInk {

    private static final int RGB = 0xFFFFFF;
    private static final int UNKNOWN = -1;
    private static final int DASH = 5;
    private static final int GAP = 3;

    private final PdfBytes out;
    private final int pageHeight;

    private int stroke = UNKNOWN;
    private float lineWidth = UNKNOWN;
    private LineStyleEnum lineStyle = LineStyleEnum.SOLID;

    BoxInk(PdfBytes out, int pageHeight) {
        this.out = out;
        this.pageHeight = pageHeight;
    }

    void draw(CellLines.Cell cell) {
        Box box = cell.box();
        float top = box.top().width() / 2;
        float left = box.left().width() / 2;
        float bottom = box.bottom().width() / 2;
        float right = box.right().width() / 2;
        int x1 = cell.x();
        int x2 = x1 + cell.width();
        int y1 = pageHeight - cell.y();
        int y2 = y1 - cell.height();
        line(box.top(), x1 - left, y1, x2 + right, y1);
        line(box.left(), x1, y1 + top, x1, y2 - bottom);
        line(box.bottom(), x1 - left, y2, x2 + right, y2);
        line(box.right(), x2, y1 + top, x2, y2 - bottom);
    }

    private void line(TextLook.Pen pen, float x1, float y1, float x2, float y2) {
        if (pen.width() > 0) {
            prepare(pen);
            out.number(x1).number(y1).add("m ").number(x2).number(y2).add("l S\n");
        }
    }

    private void prepare(TextLook.Pen pen) {
        if (pen.width() != lineWidth || pen.style() != lineStyle) {
            out.number(pen.width()).add("w ");
            dashes(pen.style(), pen.width());
            lineWidth = pen.width();
            lineStyle = pen.style();
        }
        Color color = pen.color();
        if ((color.getRGB() & RGB) != stroke) {
            out.color(color).add("RG\n");
            stroke = color.getRGB() & RGB;
        }
    }

    /** Dashes are as long as the report engine makes them for flat line ends. */
    private void dashes(LineStyleEnum style, float width) {
        out.add("0 J[");
        if (style == LineStyleEnum.DOTTED) {
            out.number(width).number(width);
        } else if (style == LineStyleEnum.DASHED) {
            out.number(DASH * width).number(GAP * width);
        }
        out.add("]0 d\n");
    }
}
