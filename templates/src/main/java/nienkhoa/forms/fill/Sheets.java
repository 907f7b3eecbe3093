package nienkhoa.forms.fill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.fill.JRTemplatePrintText;

/** The pages of a fill as far as they are printed, and how far down the last one is. */
final class Sheets {

    private final JasperPrint print;
    private final Looks looks;
    private final Map<JRTemplatePrintText, Item> late = new LinkedHashMap<>();
    private JRPrintPage page = new JRBasePrintPage();
    private int down;

    Sheets(JasperPrint print, Looks looks) {
        this.print = print;
        this.looks = looks;
    }

    /** What was printed between two heights of one page. */
    final class Range {

        private final JRPrintPage on = page;
        private final int first = page.getElements().size();
        private final int top = down;
        private int end = first;
        private int bottom = down;

        /** Takes in all that was printed since; nothing if that is on another page. */
        void extend() {
            if (on == page) {
                end = page.getElements().size();
                bottom = down;
            }
        }

        /** Takes it off its page. */
        List<JRPrintElement> take() {
            List<JRPrintElement> taken = on.getElements().subList(first, end);
            List<JRPrintElement> copy = List.copyOf(taken);
            taken.clear();
            return copy;
        }

        /** Prints what was taken where the last page ends now. */
        void put(List<JRPrintElement> taken) {
            int by = down - top;
            for (JRPrintElement element : taken) {
                element.setY(element.getY() + by);
                page.addElement(element);
            }
            down += bottom - top;
        }
    }

    void addPage(int top) {
        page = new JRBasePrintPage();
        print.addPage(page);
        down = top;
    }

    /** Prints a band where the page ends. */
    void add(BandRun band, int left) {
        addBehind(band, left);
        down += band.height();
    }

    /** Prints a band that the next one may cover. */
    void addBehind(BandRun band, int left) {
        band.print(left, down, (item, element) -> {
            page.addElement(element);
            if (item.late()) {
                late.put((JRTemplatePrintText) element, item);
            }
        });
    }

    int down() {
        return down;
    }

    void moveTo(int down) {
        this.down = down;
    }

    /** Sets the texts that had to wait for the last page. */
    void end(Values values) throws JRException {
        for (Map.Entry<JRTemplatePrintText, Item> text : late.entrySet()) {
            Lettering lettering = (Lettering) looks.of(text.getValue());
            lettering.set(BandRun.text(text.getValue(), values, Values.NOW), 0).copyTo(text.getKey());
        }
    }
}
