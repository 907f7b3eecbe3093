package nienkhoa.forms;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/** Proves filled pages: no text is cut or scaled below the smallest font, no template makes too many pages. */
final class PrintProof {

    private static final float ROUNDING = 0.01f;

    private PrintProof() {}

    static List<Refusal> check(FormSpec spec, FormSpec.Part part, JasperPrint print) {
        List<Refusal> refusals = new ArrayList<>();
        int pages = print.getPages().size();
        if (part.pages() > 0 && pages > part.pages()) {
            refusals.add(Refusal.of(Refusal.PAGE_LIMIT, part.name(), pages, part.pages()));
        }
        for (JRPrintPage page : print.getPages()) {
            check(spec, part, page.getElements(), refusals);
        }
        return refusals;
    }

    private static void check(
            FormSpec spec, FormSpec.Part part, List<JRPrintElement> elements, List<Refusal> refusals) {
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintFrame frame) {
                check(spec, part, frame.getElements(), refusals);
            } else if (element instanceof JRPrintText text && isCut(text, spec.smallestFont())) {
                refusals.add(Refusal.of(
                        Refusal.TEXT_OVERFLOW,
                        part.name() + "/" + text.getKey(),
                        text.getFullText().length(),
                        fits(text)));
            }
        }
    }

    private static boolean isCut(JRPrintText text, double smallestFont) {
        return fits(text) < text.getFullText().length() || text.getFontSize() < smallestFont - ROUNDING;
    }

    private static int fits(JRPrintText text) {
        Integer cut = text.getTextTruncateIndex();
        return cut == null ? text.getFullText().length() : cut;
    }
}
