package nienkhoa.forms;

import java.awt.Color;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPen;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import nienkhoa.forms.structure.Piece;
import org.jspecify.annotations.Nullable;

/**
 * How the texts of one template element look, with styles resolved.
 *
 * @param plain whether {@link PageInk} can draw it; else the rest means nothing
 * @param size of the font, in points
 * @param background null if there is none
 * @param piece the look as a piece of the page; of every text
 */
record TextLook(
        boolean plain,
        Face face,
        float size,
        HorizontalTextAlignEnum across,
        VerticalTextAlignEnum down,
        Color color,
        @Nullable Color background,
        Box box,
        Piece.Look piece) {

    private static final int OPAQUE = 255;

    /** Paddings and border lines, clockwise from the top. */
    record Box(
            int topPadding,
            int rightPadding,
            int bottomPadding,
            int leftPadding,
            Pen top,
            Pen right,
            Pen bottom,
            Pen left) {

        boolean isDrawn() {
            return top.width() > 0 || right.width() > 0 || bottom.width() > 0 || left.width() > 0;
        }
    }

    /** @param width in points; 0: no line */
    record Pen(float width, LineStyleEnum style, Color color) {

        static Pen of(JRPen pen) {
            return new Pen(pen.getLineWidth(), pen.getLineStyle(), pen.getLineColor());
        }

        boolean plain() {
            return width <= 0 || (style != LineStyleEnum.DOUBLE && color.getAlpha() == OPAQUE);
        }
    }

    static TextLook of(JRPrintText text) {
        boolean filled = text.getMode() == ModeEnum.OPAQUE;
        JRLineBox lines = text.getLineBox();
        Box box = new Box(
                lines.getTopPadding(),
                lines.getRightPadding(),
                lines.getBottomPadding(),
                lines.getLeftPadding(),
                Pen.of(lines.getTopPen()),
                Pen.of(lines.getRightPen()),
                Pen.of(lines.getBottomPen()),
                Pen.of(lines.getLeftPen()));
        return new TextLook(
                isPlain(text) && isPlain(box) && (!filled || text.getBackcolor().getAlpha() == OPAQUE),
                Faces.face(text.isBold(), text.isItalic()),
                text.getFontSize(),
                text.getHorizontalTextAlign(),
                text.getVerticalTextAlign(),
                text.getForecolor(),
                filled ? text.getBackcolor() : null,
                box,
                piece(text, box));
    }

    private static Piece.Look piece(JRPrintText text, Box box) {
        Piece.Side side =
                switch (text.getHorizontalTextAlign()) {
                    case LEFT, JUSTIFIED -> Piece.Side.LEFT;
                    case CENTER -> Piece.Side.CENTRE;
                    case RIGHT -> Piece.Side.RIGHT;
                };
        boolean boxed = box.left().width() > 0 && box.right().width() > 0;
        return new Piece.Look(boxed, text.isBold(), text.isItalic(), side, text.getFontSize());
    }

    private static boolean isPlain(JRPrintText text) {
        return Faces.FAMILY.equals(text.getFontName())
                && JRCommonText.MARKUP_NONE.equals(text.getMarkup())
                && text.getRotation() == RotationEnum.NONE
                && text.getHorizontalTextAlign() != HorizontalTextAlignEnum.JUSTIFIED
                && text.getHyperlinkType() == HyperlinkTypeEnum.NONE
                && text.getForecolor().getAlpha() == OPAQUE
                && !text.isUnderline()
                && !text.isStrikeThrough();
    }

    private static boolean isPlain(Box box) {
        return box.top().plain()
                && box.right().plain()
                && box.bottom().plain()
                && box.left().plain();
    }

    /** Whether {@link PageInk} can draw this text. The report engine says by a leading offset that it has no indents. */
    boolean draws(JRPrintText text) {
        String characters = text.getFullText();
        return plain
                && (text.getLeadingOffset() != 0 || characters.isEmpty())
                && text.getRunDirection() != RunDirectionEnum.RTL
                && characters.indexOf('\t') < 0;
    }
}
