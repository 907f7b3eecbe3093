package nienkhoa.forms.fill;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRDefaultStyleProvider;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRTextElement;
import net.sf.jasperreports.engine.JRTextField;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRMeasuredText;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import net.sf.jasperreports.engine.fill.JRTemplateText;
import net.sf.jasperreports.engine.fill.TextMeasurer;
import net.sf.jasperreports.engine.fonts.AwtFontAttribute;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.util.JRStringUtil;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRStyledTextParser;
import net.sf.jasperreports.engine.util.JRStyledTextUtil;
import org.jspecify.annotations.Nullable;

/** Sets the texts of one element in one look, by the engine's measurer and as its filler does. Safe for several threads. */
final class Lettering implements Look {

    private final JasperReportsContext context;
    private final KeptSettings kept;
    private final JRTextElement element;
    private final JRTemplateText template;
    private final Map<Attribute, Object> attributes = new HashMap<>();
    private final Map<Float, JRTemplateText> smaller = new ConcurrentHashMap<>();
    private final TextAdjustEnum adjust;
    private final boolean marked;

    /** What the engine's measurer reads of the element. */
    private final JRTemplatePrintText place;

    private volatile boolean isQuickKnown;
    private volatile @Nullable QuickLines quick;

    Lettering(
            JasperReportsContext context,
            KeptSettings kept,
            JRTextElement element,
            JRDefaultStyleProvider styles,
            @Nullable JRStyle style) {
        this.context = context;
        this.kept = kept;
        this.element = element;
        this.template = SteadyText.of(element, styles, style);
        this.adjust = element instanceof JRTextField field && field.getTextAdjust() != null
                ? field.getTextAdjust()
                : TextAdjustEnum.CUT_TEXT;
        this.place = new JRTemplatePrintText(template, null);
        place.setWidth(element.getWidth());
        place.setHeight(element.getHeight());
        this.marked = !JRCommonText.MARKUP_NONE.equals(place.getMarkup());
        FontUtil.getInstance(context).getAttributesWithoutAwtFont(attributes, place);
        attributes.put(TextAttribute.FOREGROUND, place.getForecolor());
        if (place.getMode() == ModeEnum.OPAQUE) {
            attributes.put(TextAttribute.BACKGROUND, place.getBackcolor());
        }
    }

    @Override
    public JRPrintElement print(@Nullable Object content) {
        return content instanceof Setting setting ? setting.print() : new JRTemplatePrintText(template, null);
    }

    /** @param room below the element into which it may grow, in points */
    Setting set(String text, int room) {
        Setting known = kept.find(this, text);
        if (known != null && known.height() <= element.getHeight() + room) {
            return known;
        }
        Setting set = setAnew(JRStringUtil.replaceCRwithLF(text), room);
        if (set.whole() || !grows()) {
            kept.keep(this, text, set);
        }
        return set;
    }

    boolean grows() {
        return adjust == TextAdjustEnum.STRETCH_HEIGHT && place.getRotation() == RotationEnum.NONE;
    }

    private Setting setAnew(String text, int room) {
        QuickLines quick = quick();
        Setting.Lines lines = quick == null || text.isEmpty() ? null : quick.of(text, room);
        return lines == null
                ? setByEngine(text, room)
                : new Setting(template, text, height(lines.height()), true, null, lines);
    }

    /** Null if the look of the element is more than plain. */
    private @Nullable QuickLines quick() {
        if (!isQuickKnown) {
            boolean isPlain = !marked
                    && place.getRotation() == RotationEnum.NONE
                    && place.getParagraph().getFirstLineIndent() == 0
                    && place.getParagraph().getLeftIndent() == 0
                    && place.getParagraph().getRightIndent() == 0;
            Font font = isPlain ? font() : null;
            if (font != null) {
                JRLineBox box = place.getLineBox();
                quick = new QuickLines(
                        FontMeasures.of(font),
                        place.getParagraph(),
                        Math.max(0, place.getWidth() - box.getRightPadding() - (float) box.getLeftPadding()),
                        place.getHeight() - box.getTopPadding() - box.getBottomPadding());
            }
            isQuickKnown = true;
        }
        return quick;
    }

    private @Nullable Font font() {
        int style = (place.isBold() ? Font.BOLD : 0) | (place.isItalic() ? Font.ITALIC : 0);
        return FontUtil.getInstance(context)
                .getAwtFontFromBundles(
                        AwtFontAttribute.fromAttributes(attributes), style, place.getFontSize(), Locale.ROOT, false);
    }

    private Setting setByEngine(String text, int room) {
        JRStyledText words = JRStyledTextParser.getInstance().getStyledText(attributes, text, marked, Locale.ROOT);
        if (words.getText().isEmpty()) {
            String none = marked ? JRStyledTextParser.getInstance().write(words) : "";
            return new Setting(template, none, element.getHeight(), true, null, Setting.Lines.NONE);
        }
        JRStyledText resolved = JRStyledTextUtil.getInstance(context).resolveFonts(words, Locale.ROOT);
        TextMeasurer measurer = new TextMeasurer(context, place);
        JRMeasuredText measured = measurer.measure(resolved, 0, room, true, grows());
        if (adjust == TextAdjustEnum.SCALE_FONT && measured.getTextOffset() < words.length()) {
            Shrinking.Fit fit = new Shrinking(measurer, resolved).fit(measured, room);
            float size = Shrinking.size(place.getFontSize(), fit.factor());
            return setting(fit.measured(), marked ? Shrinking.shrunk(words, fit.factor()) : words, smaller(size));
        }
        return setting(measured, words, template);
    }

    private JRTemplateText smaller(float size) {
        return smaller.computeIfAbsent(size, any -> {
            JRTemplateText same = SteadyText.of(element, template.getDefaultStyleProvider(), template.getStyle());
            same.setFontSize(size);
            return same;
        });
    }

    private Setting setting(JRMeasuredText measured, JRStyledText words, JRTemplateText template) {
        int end = measured.getTextOffset();
        boolean whole = end >= words.length();
        Setting.Lines lines = new Setting.Lines(
                measured.getTextHeight(),
                measured.getLeadingOffset(),
                measured.getLineSpacingFactor(),
                measured.isLeftToRight() ? RunDirectionEnum.LTR : RunDirectionEnum.RTL,
                measured.getLineBreakOffsets(),
                measured.getTextSuffix(),
                !whole
                        && measured.isParagraphCut()
                        && place.getHorizontalTextAlign() == HorizontalTextAlignEnum.JUSTIFIED);
        String print = words.getText();
        if (marked) {
            JRStyledTextParser parser = JRStyledTextParser.getInstance();
            print = grows() ? parser.write(words, 0, words.length()) : parser.write(words);
        }
        return new Setting(template, print, height(measured.getTextHeight()), whole, whole ? null : end, lines);
    }

    private int height(float textHeight) {
        return place.getRotation() == RotationEnum.NONE
                ? (int) Math.ceil(textHeight)
                        + place.getLineBox().getTopPadding()
                        + place.getLineBox().getBottomPadding()
                : element.getHeight();
    }
}
