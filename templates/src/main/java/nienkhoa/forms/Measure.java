package nienkhoa.forms;

import net.sf.jasperreports.engine.fill.JRMeasuredText;
import org.jspecify.annotations.Nullable;

/** What the report engine found out about a text; nobody can change it but for the offsets, which nobody does. */
@SuppressWarnings("ArrayRecordComponent")
record Measure(
        float leadingOffset,
        float lineSpacingFactor,
        float textWidth,
        float averageCharWidth,
        float textHeight,
        int textOffset,
        boolean leftToRight,
        boolean paragraphCut,
        @Nullable String textSuffix,
        short @Nullable [] lineBreakOffsets)
        implements JRMeasuredText {

    static Measure of(JRMeasuredText measured) {
        return new Measure(
                measured.getLeadingOffset(),
                measured.getLineSpacingFactor(),
                measured.getTextWidth(),
                measured.getAverageCharWidth(),
                measured.getTextHeight(),
                measured.getTextOffset(),
                measured.isLeftToRight(),
                measured.isParagraphCut(),
                measured.getTextSuffix(),
                measured.getLineBreakOffsets());
    }

    @Override
    public float getLeadingOffset() {
        return leadingOffset;
    }

    @Override
    public float getLineSpacingFactor() {
        return lineSpacingFactor;
    }

    @Override
    public float getTextWidth() {
        return textWidth;
    }

    @Override
    public float getAverageCharWidth() {
        return averageCharWidth;
    }

    @Override
    public float getTextHeight() {
        return textHeight;
    }

    @Override
    public int getTextOffset() {
        return textOffset;
    }

    @Override
    public boolean isLeftToRight() {
        return leftToRight;
    }

    @Override
    public boolean isParagraphCut() {
        return paragraphCut;
    }

    @Override
    public @Nullable String getTextSuffix() {
        return textSuffix;
    }

    @Override
    public short @Nullable [] getLineBreakOffsets() {
        return lineBreakOffsets;
    }
}
