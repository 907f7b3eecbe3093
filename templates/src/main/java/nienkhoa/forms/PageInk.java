package nienkhoa.forms;

import java.awt.Color;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import org.jspecify.annotations.Nullable;

/**
 * The marks on one page. Draws plain texts from the line breaks that were found when the page was filled, at the places
 * where the report engine's own exporter puts them, to the hundredth of a point, but without setting every text again.
 */
final class PageInk {

    private static final int OPAQUE = 255;
    private static final int RGB = 0xFFFFFF;
    private static final int BLACK = 0;
    private static final int UNKNOWN = -1;
    private static final int BYTE = 8;
    private static final int DASH = 5;
    private static final int GAP = 3;

    private final PdfBytes out;
    private final int pageHeight;
    private final FaceUse use;

    private int fill = BLACK;
    private int stroke = BLACK;
    private float lineWidth = UNKNOWN;
    private LineStyleEnum lineStyle = LineStyleEnum.SOLID;

    /** The font that is set; null if that is not known. */
    private @Nullable Face face;

    private float size;

    PageInk(PdfBytes out, int pageHeight, FaceUse use) {
        this.out = out;
        this.pageHeight = pageHeight;
        this.use = use;
    }

    /** Operators of the report engine's exporter; they leave the page's state unknown. */
    void drawn(byte[] operators) {
        out.add(operators);
        fill = UNKNOWN;
        stroke = UNKNOWN;
        lineWidth = UNKNOWN;
        face = null;
    }

    void text(JRPrintText text, TextLook look) {
        if (look.background() != null) {
            color(look.background());
            int top = pageHeight - text.getY();
            out.number(text.getX()).number(top).number(text.getWidth()).number(-text.getHeight());
            out.add("re f\n");
        }
        if (!text.getFullText().isEmpty()) {
            color(look.color());
            lines(text, look);
        }
        box(look.box(), text);
    }

    private void lines(JRPrintText text, TextLook look) {
        float leading = text.getLineSpacingFactor() * look.size();
        float baseline = firstBaseline(text, look) - leading;
        out.add("BT\n");
        font(look);
        boolean isFirst = true;
        int start = 0;
        for (int end : LineEnds.of(text)) {
            String line = trimmed(text.getFullText(), start, end);
            if (!line.isEmpty()) {
                out.add(isFirst ? "" : "1 0 0 1 ")
                        .number(left(text, look, line))
                        .number(baseline);
                out.add(isFirst ? "Td(" : "Tm(");
                show(look.face(), line);
                out.add(")Tj\n");
                isFirst = false;
            }
            baseline -= leading;
            start = end;
        }
        out.add("ET\n");
    }

    private void font(TextLook look) {
        if (face != look.face() || size != look.size()) {
            face = look.face();
            size = look.size();
            out.add("/F").integer(face.number()).add(' ').number(size).add("Tf\n");
        }
    }

    private float firstBaseline(JRPrintText text, TextLook look) {
        TextLook.Box box = look.box();
        int inner = text.getHeight() - box.topPadding() - box.bottomPadding();
        float down =
                switch (look.down()) {
                    case BOTTOM -> inner - text.getTextHeight();
                    case MIDDLE -> (inner - text.getTextHeight()) / 2f;
                    case TOP, JUSTIFIED -> 0;
                };
        return pageHeight - text.getY() - box.topPadding() - down - text.getLeadingOffset();
    }

    private static float left(JRPrintText text, TextLook look, String line) {
        float left = text.getX() + look.box().leftPadding();
        float length = text.getX() + text.getWidth() - look.box().rightPadding() - left;
        return switch (look.across()) {
            case RIGHT -> left + look.face().rest(length, line, look.size());
            case CENTER -> left + look.face().rest(length, line, look.size()) / 2f;
            case LEFT, JUSTIFIED -> left;
        };
    }

    private static String trimmed(String text, int start, int end) {
        int last = end;
        while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\n')) {
            last--;
        }
        return text.substring(start, last);
    }

    private void show(Face face, String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int glyph = face.glyph(c);
            use.uses(face, c);
            out.octetOfString(glyph >> BYTE).octetOfString(glyph & 0xFF);
        }
    }

    private void box(TextLook.Box box, JRPrintElement around) {
        float top = box.top().width() / 2;
        float left = box.left().width() / 2;
        float bottom = box.bottom().width() / 2;
        float right = box.right().width() / 2;
        int x1 = around.getX();
        int x2 = x1 + around.getWidth();
        int y1 = pageHeight - around.getY();
        int y2 = y1 - around.getHeight();
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
        int color = pen.color().getRGB() & RGB;
        if (pen.width() != lineWidth || pen.style() != lineStyle) {
            out.number(pen.width()).add("w ");
            dashes(pen.style(), pen.width());
            lineWidth = pen.width();
            lineStyle = pen.style();
        }
        if (color != stroke) {
            components(pen.color());
            out.add("RG\n");
            stroke = color;
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

    private void color(Color color) {
        int rgb = color.getRGB() & RGB;
        if (rgb != fill) {
            components(color);
            out.add("rg\n");
            fill = rgb;
        }
    }

    private void components(Color color) {
        out.number(color.getRed() / (float) OPAQUE)
                .number(color.getGreen() / (float) OPAQUE)
                .number(color.getBlue() / (float) OPAQUE);
    }
}
