package nienkhoa.forms;

import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignImage;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.PositionTypeEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;

/** Makes the elements that a column table adds to a template. */
final class TableElements {

    /** Where an element stands in its band, in points. */
    record Box(int x, int y, int width, int height) {}

    private static final float THICK_PT = 1.5f;

    private final JasperDesign design;

    TableElements(JasperDesign design) {
        this.design = design;
    }

    JRDesignStaticText fixed(Box box, String style, String text) {
        JRDesignStaticText element = placed(new JRDesignStaticText(design), box, style);
        element.setText(text);
        return element;
    }

    /** @param key names the place in refusals */
    JRDesignTextField computed(Box box, String style, String key, String expression) {
        JRDesignTextField element = placed(new JRDesignTextField(design), box, style);
        element.setKey(key);
        element.setExpression(new JRDesignExpression(expression));
        return element;
    }

    /** A text that is set smaller until it fits; the proof refuses what got too small. */
    JRDesignTextField shrinking(Box box, String style, String key, String expression) {
        JRDesignTextField element = computed(box, style, key, expression);
        element.setTextAdjust(TextAdjustEnum.SCALE_FONT);
        return element;
    }

    /** A text that is given all the height it needs. */
    JRDesignTextField growing(Box box, String style, String key, String expression) {
        JRDesignTextField element = computed(box, style, key, expression);
        element.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
        return element;
    }

    /** A picture as large as the box allows without distortion. */
    JRDesignImage picture(Box box, String expression) {
        JRDesignImage element = placed(new JRDesignImage(design), box, "photo");
        element.setExpression(new JRDesignExpression(expression));
        element.setScaleImage(ScaleImageEnum.RETAIN_SHAPE);
        return element;
    }

    /** A rule along the lower edge of the box. */
    JRDesignLine thickLine(Box box, String condition) {
        JRDesignLine line = new JRDesignLine(design);
        line.setX(box.x());
        line.setY(box.y());
        line.setWidth(box.width());
        line.setHeight(box.height());
        line.setPositionType(PositionTypeEnum.FIX_RELATIVE_TO_BOTTOM);
        line.getLinePen().setLineWidth(THICK_PT);
        onlyIf(line, condition);
        return line;
    }

    /** A heading at its size, reading upwards if {@code rotated}. */
    static void turn(JRDesignTextElement heading, float sizePt, boolean rotated) {
        heading.setFontSize(sizePt);
        if (rotated) {
            heading.setRotation(RotationEnum.LEFT);
        }
    }

    static void onlyIf(JRDesignElement element, String expression) {
        element.setPrintWhenExpression(new JRDesignExpression(expression));
    }

    /** A text as it stands in an expression. */
    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static <E extends JRDesignElement> E placed(E element, Box box, String style) {
        element.setX(box.x());
        element.setY(box.y());
        element.setWidth(box.width());
        element.setHeight(box.height());
        element.setStyleNameReference(style);
        return element;
    }
}
