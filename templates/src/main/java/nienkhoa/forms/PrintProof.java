package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * Proves filled pages: no text is cut or scaled below the smallest font, no template makes too many pages.
 *
 * <p>The key of an element names its place; {@code []} in it stands for the number of the row, counted from 0.
 */
final class PrintProof {

    private static final float ROUNDING = 0.01f;
    private static final String EACH = "[]";

    private final FormSpec spec;
    private final FormSpec.Part part;
    private final Map<String, Integer> rowsSeen = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private PrintProof(FormSpec spec, FormSpec.Part part) {
        this.spec = spec;
        this.part = part;
    }

    /** @param mostPages 0: any number */
    static List<Refusal> check(FormSpec spec, FormSpec.Part part, int mostPages, JasperPrint print) {
        PrintProof proof = new PrintProof(spec, part);
        int pages = print.getPages().size();
        if (mostPages > 0 && pages > mostPages) {
            proof.refusals.add(Refusal.of(Refusal.PAGE_LIMIT, part.name(), pages, mostPages));
        }
        for (JRPrintPage page : print.getPages()) {
            proof.check(page.getElements());
        }
        return proof.refusals;
    }

    private void check(List<JRPrintElement> elements) {
        for (JRPrintElement element : elements) {
            if (element instanceof JRPrintFrame frame) {
                check(frame.getElements());
            } else if (element instanceof JRPrintText text) {
                check(text);
            }
        }
    }

    private void check(JRPrintText text) {
        String key = String.valueOf(text.getKey());
        int row = key.contains(EACH) ? rowsSeen.merge(key, 1, Integer::sum) - 1 : 0;
        if (isCut(text)) {
            String place = part.name() + "/" + key.replace(EACH, "[" + row + "]");
            refusals.add(
                    Refusal.of(Refusal.TEXT_OVERFLOW, place, text.getFullText().length(), fits(text)));
        }
    }

    private boolean isCut(JRPrintText text) {
        return fits(text) < text.getFullText().length() || text.getFontSize() < spec.smallestFont() - ROUNDING;
    }

    private static int fits(JRPrintText text) {
        Integer cut = text.getTextTruncateIndex();
        return cut == null ? text.getFullText().length() : cut;
    }
}
