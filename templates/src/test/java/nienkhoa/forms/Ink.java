package nienkhoa.forms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where the glyphs of a document lie, to find those that are printed over others. */
final class Ink extends PDFTextStripper {

    /** Share of the smaller glyph, in width and in height, that another may touch: italics lean over. */
    private static final float TOUCH = 0.35f;

    /** Small letters reach about half the size of the type above the line. */
    private static final float X_HEIGHT = 0.5f;

    private static final int CELL = 12;

    private final List<String> overlaps = new ArrayList<>();
    private final Map<String, List<TextPosition>> cells = new HashMap<>();

    private Ink() {}

    static List<String> overlaps(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Ink ink = new Ink();
            ink.getText(document);
            return ink.overlaps;
        }
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        if (glyph.getUnicode().isBlank()) {
            return;
        }
        int column = (int) glyph.getXDirAdj() / CELL;
        int row = (int) glyph.getYDirAdj() / CELL;
        for (int c = column - 1; c <= column + 1; c++) {
            for (int r = row - 1; r <= row + 1; r++) {
                for (TextPosition other : cells.getOrDefault(cell(glyph, c, r), List.of())) {
                    if (cover(glyph, other)) {
                        overlaps.add("page " + getCurrentPageNo() + ": " + other.getUnicode() + " and "
                                + glyph.getUnicode() + " at " + glyph.getXDirAdj() + ", " + glyph.getYDirAdj());
                    }
                }
            }
        }
        cells.computeIfAbsent(cell(glyph, column, row), cell -> new ArrayList<>())
                .add(glyph);
    }

    private String cell(TextPosition glyph, int column, int row) {
        return getCurrentPageNo() + "/" + glyph.getDir() + "/" + column + "/" + row;
    }

    private static boolean cover(TextPosition one, TextPosition other) {
        float width = Math.min(one.getXDirAdj() + one.getWidthDirAdj(), other.getXDirAdj() + other.getWidthDirAdj())
                - Math.max(one.getXDirAdj(), other.getXDirAdj());
        float oneHeight = one.getFontSizeInPt() * X_HEIGHT;
        float otherHeight = other.getFontSizeInPt() * X_HEIGHT;
        float height = Math.min(one.getYDirAdj(), other.getYDirAdj())
                - Math.max(one.getYDirAdj() - oneHeight, other.getYDirAdj() - otherHeight);
        return width > TOUCH * Math.min(one.getWidthDirAdj(), other.getWidthDirAdj())
                && height > TOUCH * Math.min(oneHeight, otherHeight);
    }
}
