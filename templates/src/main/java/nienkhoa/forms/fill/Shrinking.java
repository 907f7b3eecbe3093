package nienkhoa.forms.fill;

import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Map;
import java.util.Objects;
import net.sf.jasperreports.engine.fill.JRMeasuredText;
import net.sf.jasperreports.engine.fill.TextMeasurer;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRTextAttribute;
import org.jspecify.annotations.Nullable;

/** Searches the largest size at which a text fits its element, by halving, step by step as the engine does. */
final class Shrinking {

    /** The engine's smallest step, in points. */
    private static final float STEP = 0.5f;

    private static final int HUNDRED = 100;

    private final TextMeasurer measurer;
    private final JRStyledText words;

    Shrinking(TextMeasurer measurer, JRStyledText words) {
        this.measurer = measurer;
        this.words = words.cloneText();
    }

    /** @param factor of the font's size */
    record Fit(JRMeasuredText measured, float factor) {}

    /** What fits; if nothing does, as much as was tried last. */
    Fit fit(JRMeasuredText first, int room) {
        Fit tried = new Fit(first, 1);
        Fit good = tried;
        Fit bad = tried;
        float factor = 1;
        float delta = 1;
        float before = 0;
        int signBefore = -1;
        boolean more = true;
        while (more) {
            boolean tooLarge = tried.measured().getTextOffset() < words.length();
            int sign = tooLarge ? -1 : 1;
            bad = tooLarge ? tried : bad;
            good = tooLarge ? good : tried;
            delta /= 2;
            factor += sign * delta;
            float change = resize(words, factor);
            more = change != 0 && (change != STEP || sign * change != -signBefore * before);
            if (more) {
                tried = new Fit(measurer.measure(words, 0, room, true, false), factor);
            }
            signBefore = sign;
            before = change;
        }
        return good.factor() == 1 ? bad : good;
    }

    /** A copy with smaller letters. */
    static JRStyledText shrunk(JRStyledText words, float factor) {
        JRStyledText copy = words.cloneText();
        resize(copy, factor);
        return copy;
    }

    static float size(float size, float factor) {
        float rounded = (int) (HUNDRED * (Math.round(factor * size / STEP) * STEP)) / (float) HUNDRED;
        return Math.max(rounded, STEP);
    }

    /** The greatest change of a size, in points. */
    private static float resize(JRStyledText words, float factor) {
        float change = resize(words.getGlobalAttributes(), factor, 0);
        for (JRStyledText.Run run : words.getRuns()) {
            change = resize(run.attributes, factor, change);
        }
        // Quirk: only a change of its text makes the engine forget what it made of the old sizes.
        words.append("");
        return change;
    }

    private static float resize(Map<Attribute, Object> attributes, float factor, float change) {
        Float first = first(attributes);
        if (first == null) {
            return change;
        }
        float size = size(first, factor);
        float before = Objects.requireNonNull((Float) attributes.get(TextAttribute.SIZE));
        attributes.put(TextAttribute.SIZE, size);
        return Math.max(Math.abs(size - before), change);
    }

    private static @Nullable Float first(Map<Attribute, Object> attributes) {
        Float first = (Float) attributes.get(JRTextAttribute.FONT_SIZE);
        if (first == null) {
            first = (Float) attributes.get(TextAttribute.SIZE);
            if (first != null) {
                attributes.put(JRTextAttribute.FONT_SIZE, first);
            }
        }
        return first;
    }
}
