package nienkhoa.forms.fill;

import net.sf.jasperreports.engine.JRDefaultStyleProvider;
import net.sf.jasperreports.engine.JRImage;
import net.sf.jasperreports.engine.JRLine;
import net.sf.jasperreports.engine.JRRectangle;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.fill.JRTemplateImage;
import net.sf.jasperreports.engine.fill.JRTemplateLine;
import net.sf.jasperreports.engine.fill.JRTemplatePrintImage;
import net.sf.jasperreports.engine.fill.JRTemplatePrintLine;
import net.sf.jasperreports.engine.fill.JRTemplatePrintRectangle;
import net.sf.jasperreports.engine.fill.JRTemplateRectangle;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** The looks of all but texts. Their template elements are the engine's own, which only its subclasses may make. */
final class Figure {

    private Figure() {}

    static Look line(JRLine line, JRDefaultStyleProvider styles, @Nullable JRStyle style) {
        Line template = new Line(styles, line);
        template.setStyle(style);
        return content -> new JRTemplatePrintLine(template, null);
    }

    static Look rectangle(JRRectangle rectangle, JRDefaultStyleProvider styles, @Nullable JRStyle style) {
        Rectangle template = new Rectangle(styles, rectangle);
        template.setStyle(style);
        return content -> new JRTemplatePrintRectangle(template, null);
    }

    static Look picture(JRImage picture, JRDefaultStyleProvider styles, @Nullable JRStyle style) {
        Picture template = new Picture(styles, picture);
        template.setStyle(style);
        return content -> {
            JRTemplatePrintImage print = new JRTemplatePrintImage(template, null);
            print.setRenderer((Renderable) content);
            return print;
        };
    }

    private static final class Line extends JRTemplateLine {

        private static final long serialVersionUID = 1;

        Line(JRDefaultStyleProvider styles, JRLine line) {
            super(null, styles, line);
        }
    }

    private static final class Rectangle extends JRTemplateRectangle {

        private static final long serialVersionUID = 1;

        Rectangle(JRDefaultStyleProvider styles, JRRectangle rectangle) {
            super(null, styles, rectangle);
        }
    }

    private static final class Picture extends JRTemplateImage {

        private static final long serialVersionUID = 1;

        Picture(JRDefaultStyleProvider styles, JRImage picture) {
            super(null, styles, picture);
        }
    }
}
