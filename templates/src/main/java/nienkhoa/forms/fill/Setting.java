package nienkhoa.forms.fill;

import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;
import net.sf.jasperreports.engine.fill.JRTemplateText;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was set into its element: words, size, lines. Nobody may change it.
 *
 * @param height that it wants, with paddings, in points
 * @param whole whether all words have room
 * @param cut how many characters have room; null if all have
 */
@SuppressWarnings("ArrayRecordComponent")
record Setting(
        JRTemplateText template,
        String words,
        int height,
        boolean whole,
        @Nullable Integer cut,
        Lines lines) {

    /**
     * What the engine's measurer found.
     *
     * @param justifiedToTheEnd whether the line at which the text is cut is set to the full width
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Lines(
            float height,
            float leadingOffset,
            float spacing,
            RunDirectionEnum direction,
            short @Nullable [] ends,
            @Nullable String suffix,
            boolean justifiedToTheEnd) {

        /** Of a text without words. */
        static final Lines NONE = new Lines(0, 0, 0, RunDirectionEnum.LTR, null, null, false);
    }

    JRTemplatePrintText print() {
        JRTemplatePrintText print = new JRTemplatePrintText(template, null);
        copyTo(print);
        return print;
    }

    /** Writes words and lines into a printed text. */
    void copyTo(JRTemplatePrintText print) {
        print.setText(words);
        print.setTextTruncateIndex(cut);
        print.setTextTruncateSuffix(lines.suffix());
        print.setRunDirection(lines.direction());
        print.setTextHeight(lines.height());
        print.setLeadingOffset(lines.leadingOffset());
        print.setLineSpacingFactor(lines.spacing());
        print.setLineBreakOffsets(lines.ends());
        if (lines.justifiedToTheEnd()) {
            print.getPropertiesMap().setProperty(JRPrintText.PROPERTY_AWT_JUSTIFY_LAST_LINE, "true");
        }
    }
}
