package nienkhoa.forms;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import org.jspecify.annotations.Nullable;

/**
 * The words and pictures of one page. Draws plain texts from the line breaks that were found when the page was filled, at the
 * places where the report engine's own exporter puts them, to the hundredth of a point, but without setting every text again.
 */
final class PageInk {

    private static final int RGB = 0xFFFFFF;
    private static final int BLACK = 0;
    private static final int UNKNOWN = -1;
    private static final int BYTE = 8;

    private final PdfBytes out;
    private final int pageHeight;
    private final FaceUse use;

    private final Marks marks;
    private final List<CellLines.Cell> cells = new ArrayList<>();
    private int fill = BLACK;

    /** The font that is set; null if that is not known. */
    private @Nullable Face face;

    private float size;
    private boolean isPictured;

    PageInk(PdfBytes out, int pageHeight, FaceUse use) {
        this.out = out;
        this.pageHeight = pageHeight;
        this.use = use;
        this.marks = new Marks(out);
    }

    /** The lines that have to be drawn above all of this; complete when the page is done. */
    CellLines lines() {
        return new CellLines(pageHeight, cells);
    }

    /** Begins what the report engine's exporter drew of an element. */
    void begin(JRPrintElement element, Mark mark) {
        linesUnder(element);
        marks.begin(mark);
    }

    /** Operators of the report engine's exporter; they leave the page's state unknown. */
    void drawn(byte[] operators) {
        out.add(operators);
        fill = UNKNOWN;
        face = null;
    }

    void picture(String name) {
        out.add('/').add(name).add(" Do");
        isPictured = true;
    }

    /** Whether the page shows a picture. */
    boolean isPictured() {
        return isPictured;
    }

    void end(Mark mark) {
        marks.end(mark);
    }

    /** What the exporter draws from here on is not heard. */
    void artifact() {
        marks.artifact();
    }

    void finish() {
        marks.endArtifact();
    }

    void text(JRPrintText text, TextLook look, Mark mark) {
        if (look.background() != null) {
            linesUnder(text);
            marks.artifact();
            color(look.background());
            int top = pageHeight - text.getY();
            out.number(text.getX()).number(top).number(text.getWidth()).number(-text.getHeight());
            out.add("re f\n");
        }
        if (!text.getFullText().isEmpty()) {
            marks.begin(mark);
            color(look.color());
            lines(text, look, mark.goesOn());
            marks.end(mark);
        }
        if (look.box().isDrawn()) {
            cells.add(CellLines.Cell.of(text, look.box()));
        }
    }

    /** Draws those that the element may cover. */
    private void linesUnder(JRPrintElement element) {
        List<CellLines.Cell> under =
                cells.stream().filter(cell -> cell.isUnder(element)).toList();
        if (!under.isEmpty()) {
            marks.endArtifact();
            new CellLines(pageHeight, under).draw(out);
            cells.removeAll(under);
        }
    }

    /** A space parts a line from what is read behind it, though it cannot be seen. */
    private void lines(JRPrintText text, TextLook look, boolean goesOn) {
        float leading = text.getLineSpacingFactor() * look.size();
        float baseline = firstBaseline(text, look) - leading;
        out.add("BT\n");
        font(look);
        boolean isFirst = true;
        int start = 0;
        String words = text.getFullText();
        for (int end : LineEnds.of(text)) {
            String line = trimmed(words, start, end);
            if (!line.isEmpty()) {
                out.add(isFirst ? "" : "1 0 0 1 ")
                        .number(left(text, look, line))
                        .number(baseline);
                out.add(isFirst ? "Td(" : "Tm(");
                boolean isParted = end == words.length() ? goesOn : line.length() < end - start;
                show(look.face(), isParted ? line + ' ' : line);
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

    private void color(Color color) {
        int rgb = color.getRGB() & RGB;
        if (rgb != fill) {
            out.color(color).add("rg\n");
            fill = rgb;
        }
    }
}
