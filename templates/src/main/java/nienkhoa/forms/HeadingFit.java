package nienkhoa.forms;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.Arrays;
import java.util.Map;

/** Finds the largest size at which a heading fits its cell without breaking a word. */
final class HeadingFit {

    private static final float LARGEST_PT = 9;
    static final float SMALLEST_PT = 7;
    private static final float STEP_PT = 0.5f;

    /** White space on each side: more than the padding of the style {@code heading}, so that words do not touch lines. */
    private static final float PADDING_PT = 1.5f;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Font face;

    HeadingFit(byte[] boldFace) {
        try {
            face = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(boldFace));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Size in points.
     *
     * @param lengthPt of a line, in the direction of reading
     * @param depthPt across the lines
     * @param otherwise the size if even the smallest does not fit; 0: there is none
     * @throws IllegalArgumentException if nothing fits and there is no other size
     */
    float size(String text, int lengthPt, int depthPt, float otherwise) {
        float length = lengthPt - 2 * PADDING_PT;
        float depth = depthPt - 2 * PADDING_PT;
        for (float size = LARGEST_PT; size >= SMALLEST_PT; size -= STEP_PT) {
            if (longestWord(text, size) <= length && depth(text, size, length) <= depth) {
                return size;
            }
        }
        if (otherwise > 0) {
            return otherwise;
        }
        throw new IllegalArgumentException("heading does not fit %s x %s pt: %s".formatted(lengthPt, depthPt, text));
    }

    private double longestWord(String text, float size) {
        Font font = face.deriveFont(size);
        return Arrays.stream(text.split("\\s+"))
                .mapToDouble(word -> font.getStringBounds(word, EXACT).getWidth())
                .max()
                .orElse(0);
    }

    private float depth(String text, float size, float length) {
        AttributedString styled = new AttributedString(text, Map.of(TextAttribute.FONT, face.deriveFont(size)));
        LineBreakMeasurer lines = new LineBreakMeasurer(styled.getIterator(), EXACT);
        float depth = 0;
        while (lines.getPosition() < text.length()) {
            TextLayout line = lines.nextLayout(length);
            depth += line.getAscent() + line.getDescent() + line.getLeading();
        }
        return depth;
    }
}
