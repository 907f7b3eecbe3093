package nienkhoa.forms.fill;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.export.AwtTextRenderer;

/**
 * How far the characters of one font in one size advance, and how high its lines are, as AWT says. It measures a character
 * in two ways, which differ in the last bits: alone, and as the engine's first line of a text does, by setting it.
 */
final class FontMeasures {

    /** Beyond ASCII and the letters from {@code Ạ} to {@code ỹ}; nothing that combines, joins or reads from the right. */
    private static final String PLAIN = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư–—‘’“”…•×";

    private static final char FIRST = ' ';
    private static final char LAST_OF_ASCII = '~';
    private static final char FIRST_VIETNAMESE = 'Ạ';
    private static final char LAST_VIETNAMESE = 'ỹ';
    private static final char LAST = '…';
    private static final FontRenderContext CONTEXT = AwtTextRenderer.LINE_BREAK_FONT_RENDER_CONTEXT;

    private static final Map<Font, FontMeasures> KNOWN = new ConcurrentHashMap<>();

    /** By character; not a number for those that are not plain. */
    private final float[] alone = new float[LAST + 1];

    private final float[] set = new float[LAST + 1];
    private final float ascent;
    private final float descent;
    private final float leading;
    private final float size;

    private FontMeasures(Font font) {
        Arrays.fill(alone, Float.NaN);
        Arrays.fill(set, Float.NaN);
        IntStream ascii = IntStream.rangeClosed(FIRST, LAST_OF_ASCII);
        IntStream letters = IntStream.rangeClosed(FIRST_VIETNAMESE, LAST_VIETNAMESE);
        IntStream.concat(IntStream.concat(ascii, letters), PLAIN.chars()).forEach(c -> {
            char[] one = {(char) c};
            alone[c] = (float) font.getStringBounds(one, 0, 1, CONTEXT).getWidth();
            set[c] = (float) font.layoutGlyphVector(CONTEXT, one, 0, 1, Font.LAYOUT_LEFT_TO_RIGHT)
                    .getGlyphPosition(1)
                    .getX();
        });
        Rectangle2D bounds = font.getStringBounds(" ", CONTEXT);
        leading = font.getLineMetrics(" ", CONTEXT).getLeading();
        ascent = (float) -bounds.getY();
        descent = (float) (bounds.getMaxY() - leading);
        size = font.getSize2D();
    }

    static FontMeasures of(Font font) {
        return KNOWN.computeIfAbsent(font, FontMeasures::new);
    }

    /** Whether a text has nothing but characters that are measured here, and line feeds. */
    boolean knows(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && (c > LAST || Float.isNaN(alone[c]))) {
                return false;
            }
        }
        return true;
    }

    float alone(char c) {
        return alone[c];
    }

    float set(char c) {
        return set[c];
    }

    float ascent() {
        return ascent;
    }

    float descent() {
        return descent;
    }

    float leading() {
        return leading;
    }

    float size() {
        return size;
    }
}
