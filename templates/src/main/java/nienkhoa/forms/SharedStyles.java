package nienkhoa.forms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.fill.JRTemplateElement;
import net.sf.jasperreports.engine.fill.JRTemplatePrintElement;
import org.jspecify.annotations.Nullable;

/**
 * Lets all prints of a template have the same style objects.
 *
 * <p>Quirk: JasperReports copies the styles of a template for every fill and compares them by identity, so that no two
 * prints ever look alike to it. The copies differ in nothing: the name of a style of which conditions hold says which.
 */
final class SharedStyles {

    private final Map<JasperReport, Map<String, JRStyle>> styles = new ConcurrentHashMap<>();

    /** Replaces the styles of a print that has just been filled from the template. */
    void share(JasperReport template, JasperPrint print) {
        Map<String, JRStyle> shared = styles.computeIfAbsent(template, key -> new ConcurrentHashMap<>());
        print.setDefaultStyle(shared(shared, print.getDefaultStyle()));
        for (JRPrintPage page : print.getPages()) {
            for (JRPrintElement element : page.getElements()) {
                if (element instanceof JRTemplatePrintElement filled) {
                    JRTemplateElement look = filled.getTemplate();
                    look.setStyle(shared(shared, look.getStyle()));
                }
            }
        }
    }

    private static @Nullable JRStyle shared(Map<String, JRStyle> shared, @Nullable JRStyle style) {
        return style == null || style.getName() == null
                ? style
                : shared.computeIfAbsent(style.getName(), name -> style);
    }
}
