package nienkhoa.forms.fill;

import java.util.List;
import net.sf.jasperreports.engine.JRDefaultStyleProvider;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRImage;
import net.sf.jasperreports.engine.JRLine;
import net.sf.jasperreports.engine.JRRectangle;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRTextElement;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.jspecify.annotations.Nullable;

/** The looks of all elements of a template in one state of its conditional styles. */
final class Looks {

    private final List<Look> looks;

    private Looks(List<Look> looks) {
        this.looks = looks;
    }

    /** What all looks of a template are made from. */
    record Source(JasperReportsContext context, KeptSettings kept, JRDefaultStyleProvider provider, Styles styles) {

        Looks looks(List<Item> items, String state) {
            return new Looks(items.stream()
                    .map(item -> look(item.element(), styles.of(item.element(), state)))
                    .toList());
        }

        private Look look(JRElement element, @Nullable JRStyle style) {
            if (element instanceof JRTextElement text) {
                return new Lettering(context, kept, text, provider, style);
            }
            if (element instanceof JRLine line) {
                return Figure.line(line, provider, style);
            }
            if (element instanceof JRRectangle rectangle) {
                return Figure.rectangle(rectangle, provider, style);
            }
            return Figure.picture((JRImage) element, provider, style);
        }
    }

    Look of(Item item) {
        return looks.get(item.number());
    }
}
