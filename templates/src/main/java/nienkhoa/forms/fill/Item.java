package nienkhoa.forms.fill;

import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRExpression;
import net.sf.jasperreports.engine.JRImage;
import net.sf.jasperreports.engine.JRStaticText;
import net.sf.jasperreports.engine.JRTextField;
import net.sf.jasperreports.engine.type.EvaluationTimeEnum;
import net.sf.jasperreports.engine.type.PositionTypeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import org.jspecify.annotations.Nullable;

/**
 * One element of a band, with what is asked of it again and again. Lengths are in points, from the left upper corner of
 * the band.
 *
 * @param number in the template
 * @param expression of its text or picture; null if it has none
 * @param fixedText of an element without expression; empty for figures
 * @param late whether its text is only known when the last page is full
 */
record Item(
        int number,
        JRElement element,
        int x,
        int y,
        int width,
        int height,
        @Nullable JRExpression printWhen,
        @Nullable JRExpression expression,
        String fixedText,
        boolean blankWhenNull,
        boolean late) {

    static Item of(int number, JRElement element) {
        JRTextField field = element instanceof JRTextField text ? text : null;
        JRExpression expression = element instanceof JRImage image ? image.getExpression() : null;
        return new Item(
                number,
                element,
                element.getX(),
                element.getY(),
                element.getWidth(),
                element.getHeight(),
                element.getPrintWhenExpression(),
                field == null ? expression : field.getExpression(),
                element instanceof JRStaticText text && text.getText() != null ? text.getText() : "",
                field != null && field.isBlankWhenNull(),
                field != null && field.getEvaluationTime() == EvaluationTimeEnum.REPORT);
    }

    int bottom() {
        return y + height;
    }

    boolean isPicture() {
        return element instanceof JRImage;
    }

    /** Whether it may be pushed down. */
    boolean floats() {
        return element.getPositionType() == PositionTypeEnum.FLOAT;
    }

    boolean keepsToTheBottom() {
        return element.getPositionType() == PositionTypeEnum.FIX_RELATIVE_TO_BOTTOM;
    }

    boolean stretches() {
        return element.getStretchType() != null && element.getStretchType() != StretchTypeEnum.NO_STRETCH;
    }

    boolean stretchesWithBand() {
        return element.getStretchType() == StretchTypeEnum.CONTAINER_HEIGHT;
    }

    boolean mayGrow() {
        return element instanceof JRTextField field && field.getTextAdjust() == TextAdjustEnum.STRETCH_HEIGHT;
    }

    /** Whether another element stands beneath and is pushed by this one when it grows. */
    boolean pushes(Item other) {
        int left = Math.min(x, other.x);
        int right = Math.max(x + width, other.x + other.width);
        return other.floats() && bottom() <= other.y && width + other.width > right - left;
    }
}
