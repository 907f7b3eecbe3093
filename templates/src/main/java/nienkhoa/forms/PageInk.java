package nienkhoa.forms;

import java.awt.Color;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPen;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.RunDirectionEnum;

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

    PageInk(PdfBytes out, int pageHeight, FaceUse use) {
        this.out = out;
        this.pageHeight = pageHeight;
        this.use = use;
    }

    /** Whether {@link #text} can draw it; everything else is left to the report engine. */
    static boolean isPlain(JRPrintText text) {
        return (text.getLeadingOffset() != 0 || text.getFullText().isEmpty())
                && JRCommonText.MARKUP_NONE.equals(text.getMarkup())
                && text.getRotation() == RotationEnum.NONE
                && text.getHorizontalTextAlign() != HorizontalTextAlignEnum.JUSTIFIED
                && text.getRunDirection() != RunDirectionEnum.RTL
                && text.getFullText().indexOf('\t') < 0
                && !text.isUnderline()
                && !text.isStrikeThrough()
                && text.getHyperlinkType() == HyperlinkTypeEnum.NONE
                && text.getForecolor().getAlpha() == OPAQUE
                && (text.getMode() == ModeEnum.TRANSPARENT || text.getBackcolor().getAlpha() == OPAQUE)
                && isPlain(text.getLineBox());
    }

    private static boolean isPlain(JRLineBox box) {
        return isPlain(box.getTopPen())
                && isPlain(box.getLeftPen())
                && isPlain(box.getBottomPen())
                && isPlain(box.getRightPen());
    }

    private static boolean isPlain(JRPen pen) {
        return pen.getLineWidth() <= 0
                || pen.getLineStyle() != LineStyleEnum.DOUBLE && pen.getLineColor().getAlpha() == OPAQUE;
    }

    /** Operators of the report engine's exporter; they leave the page's state unknown. */
    void drawn(byte[] operators) {
        out.add(operators);
        fill = UNKNOWN;
        stroke = UNKNOWN;
        lineWidth = UNKNOWN;
    }

    void text(JRPrintText text) {
        if (text.getMode() == ModeEnum.OPAQUE) {
            color(text.getBackcolor());
            int top = pageHeight - text.getY();
            out.number(text.getX()).number(top).number(text.getWidth()).number(-text.getHeight());
            out.add("re f\n");
        }
        if (!text.getFullText().isEmpty()) {
            color(text.getForecolor());
            lines(text);
        }
        box(text.getLineBox(), text);
    }

    private void lines(JRPrintText text) {
        Face face = Faces.face(text.isBold(), text.isItalic());
        float size = text.getFontSize();
        float leading = text.getLineSpacingFactor() * size;
        float baseline = firstBaseline(text) - leading;
        out.add("BT\n/F").integer(face.number()).add(' ').number(size).add("Tf\n");
        int start = 0;
        for (int end : LineEnds.of(text)) {
            String line = trimmed(text.getFullText(), start, end);
            if (!line.isEmpty()) {
                out.add("1 0 0 1 ").number(left(text, face, line)).number(baseline);
                out.add("Tm\n(");
                show(face, line);
                out.add(")Tj\n");
            }
            baseline -= leading;
            start = end;
        }
        out.add("ET\n");
    }

    private float firstBaseline(JRPrintText text) {
        JRLineBox box = text.getLineBox();
        int inner = text.getHeight() - box.getTopPadding() - box.getBottomPadding();
        float down =
                switch (text.getVerticalTextAlign()) {
                    case BOTTOM -> inner - text.getTextHeight();
                    case MIDDLE -> (inner - text.getTextHeight()) / 2f;
                    case TOP, JUSTIFIED -> 0;
                };
        return pageHeight - text.getY() - box.getTopPadding() - down - text.getLeadingOffset();
    }

    private static float left(JRPrintText text, Face face, String line) {
        JRLineBox box = text.getLineBox();
        float left = text.getX() + box.getLeftPadding();
        float length = text.getX() + text.getWidth() - box.getRightPadding() - left;
        return switch (text.getHorizontalTextAlign()) {
            case RIGHT -> left + face.rest(length, line, text.getFontSize());
            case CENTER -> left + face.rest(length, line, text.getFontSize()) / 2f;
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

    private void box(JRLineBox box, JRPrintElement around) {
        float top = box.getTopPen().getLineWidth() / 2;
        float left = box.getLeftPen().getLineWidth() / 2;
        float bottom = box.getBottomPen().getLineWidth() / 2;
        float right = box.getRightPen().getLineWidth() / 2;
        int x1 = around.getX();
        int x2 = x1 + around.getWidth();
        int y1 = pageHeight - around.getY();
        int y2 = y1 - around.getHeight();
        line(box.getTopPen(), x1 - left, y1, x2 + right, y1);
        line(box.getLeftPen(), x1, y1 + top, x1, y2 - bottom);
        line(box.getBottomPen(), x1 - left, y2, x2 + right, y2);
        line(box.getRightPen(), x2, y1 + top, x2, y2 - bottom);
    }

    private void line(JRPen pen, float x1, float y1, float x2, float y2) {
        if (pen.getLineWidth() > 0) {
            prepare(pen);
            out.number(x1).number(y1).add("m ").number(x2).number(y2).add("l S\n");
        }
    }

    private void prepare(JRPen pen) {
        float width = pen.getLineWidth();
        int color = pen.getLineColor().getRGB() & RGB;
        if (width != lineWidth || pen.getLineStyle() != lineStyle) {
            out.number(width).add("w ");
            dashes(pen.getLineStyle(), width);
            lineWidth = width;
            lineStyle = pen.getLineStyle();
        }
        if (color != stroke) {
            components(pen.getLineColor());
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
