package nienkhoa.forms;

import java.text.AttributedCharacterIterator.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRParagraph;
import net.sf.jasperreports.engine.JRPropertiesHolder;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.TabStop;
import net.sf.jasperreports.engine.fill.DynamicPropertiesHolder;
import net.sf.jasperreports.engine.fill.JRMeasuredText;
import net.sf.jasperreports.engine.fill.JRTextMeasurer;
import net.sf.jasperreports.engine.fill.TextMeasurer;
import net.sf.jasperreports.engine.type.LineSpacingEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.util.AbstractTextMeasurerFactory;
import net.sf.jasperreports.engine.util.JRStyledText;
import org.jspecify.annotations.Nullable;

/**
 * Measures texts as the report engine does, each only once: labels, levels, marks and set phrases come again in every
 * document. What was measured is kept by all that the engine's measurer reads, so that the answer is the engine's own.
 *
 * <p>The engine makes one for a process, by its name, and every context that names it has the same settings
 * ({@link FormRenderer#context}). Safe for several threads.
 */
public final class KeptMeasures extends AbstractTextMeasurerFactory {

    /** Setting of a context: the name of the class that makes its measurers. */
    static final String SETTING = "net.sf.jasperreports.text.measurer.factory";

    private static final int MOST = 30_000;
    private static final int LONGEST = 400;
    private static final String OF_ENGINE = "net.sf.jasperreports.";

    private final Map<Key, Measure> kept = new ConcurrentHashMap<>();

    @Override
    public JRTextMeasurer createMeasurer(JasperReportsContext context, JRCommonText text) {
        return isPlain(text) ? new Measurer(context, text) : new TextMeasurer(context, text);
    }

    /** Whether no setting of its own says how the text is to be measured. */
    private static boolean isPlain(JRCommonText text) {
        return text instanceof JRPropertiesHolder own
                && !own.hasProperties()
                && !(text instanceof DynamicPropertiesHolder changing && changing.hasDynamicProperties())
                && !(text.getDefaultStyleProvider() instanceof JRPropertiesHolder report && setsMeasures(report));
    }

    private static boolean setsMeasures(JRPropertiesHolder report) {
        if (report.hasProperties()) {
            for (String name : report.getPropertiesMap().getPropertyNames()) {
                if (name.startsWith(OF_ENGINE)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The measurer of one element. */
    private final class Measurer implements JRTextMeasurer {

        private final JasperReportsContext context;
        private final JRCommonText text;

        Measurer(JasperReportsContext context, JRCommonText text) {
            this.context = context;
            this.text = text;
        }

        @Override
        public JRMeasuredText measure(
                JRStyledText words, int start, int stretch, boolean indentFirstLine, boolean canOverflow) {
            List<JRStyledText.Run> runs = words.getRuns();
            if (runs.size() > 1 || words.length() > LONGEST) {
                return new TextMeasurer(context, text).measure(words, start, stretch, indentFirstLine, canOverflow);
            }
            Map<Attribute, Object> own = runs.isEmpty() ? Map.of() : runs.get(0).attributes;
            Place place = new Place(start, stretch, indentFirstLine, canOverflow);
            Key key = new Key(words.getText(), words.getGlobalAttributes(), own, Look.of(text), place);
            Measure known = kept.get(key);
            return known == null ? measured(key, words) : known;
        }

        private Measure measured(Key key, JRStyledText words) {
            Place at = key.place();
            Measure measure = Measure.of(new TextMeasurer(context, text)
                    .measure(words, at.start(), at.stretch(), at.indentFirstLine(), at.canOverflow()));
            if (kept.size() >= MOST) {
                kept.clear();
            }
            kept.put(key.copy(), measure);
            return measure;
        }
    }

    private record Place(int start, int stretch, boolean indentFirstLine, boolean canOverflow) {}

    /** @param own attributes of the only run */
    private record Key(
            String text, @Nullable Map<Attribute, Object> shared, Map<Attribute, Object> own, Look look, Place place) {

        /** With attributes that nobody else can change. */
        Key copy() {
            return new Key(text, shared == null ? null : new HashMap<>(shared), new HashMap<>(own), look, place);
        }
    }

    /** What the engine's measurer reads of an element. */
    private record Look(
            int width,
            int height,
            int topPadding,
            int rightPadding,
            int bottomPadding,
            int leftPadding,
            RotationEnum rotation,
            Lines lines) {

        static Look of(JRCommonText text) {
            JRLineBox box = text.getLineBox();
            return new Look(
                    text.getWidth(),
                    text.getHeight(),
                    box.getTopPadding(),
                    box.getRightPadding(),
                    box.getBottomPadding(),
                    box.getLeftPadding(),
                    text.getRotation(),
                    Lines.of(text.getParagraph()));
        }
    }

    private record Lines(
            LineSpacingEnum spacing,
            float size,
            int firstIndent,
            int leftIndent,
            int rightIndent,
            int before,
            int after,
            int tabWidth,
            int tabs) {

        static Lines of(JRParagraph paragraph) {
            TabStop[] tabs = paragraph.getTabStops();
            return new Lines(
                    paragraph.getLineSpacing(),
                    paragraph.getLineSpacingSize(),
                    paragraph.getFirstLineIndent(),
                    paragraph.getLeftIndent(),
                    paragraph.getRightIndent(),
                    paragraph.getSpacingBefore(),
                    paragraph.getSpacingAfter(),
                    paragraph.getTabStopWidth(),
                    tabs == null ? 0 : List.of(tabs).hashCode());
        }
    }
}
