package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

/** The compiled templates, each compiled once, when first used. Safe for several threads. */
final class Templates {

    private final JasperReportsContext context;
    private final DesignCustomiser customiser;
    private final Map<String, JasperReport> compiled = new ConcurrentHashMap<>();

    Templates(JasperReportsContext context, DesignCustomiser customiser) {
        this.context = context;
        this.customiser = customiser;
    }

    JasperReport report(Form form, FormSpec.Part part) {
        String key = form.edition().sha256() + "/" + part.template() + "/" + part.columns();
        return compiled.computeIfAbsent(key, k -> compile(form, part));
    }

    private JasperReport compile(Form form, FormSpec.Part part) {
        try {
            JasperDesign design = JRXmlLoader.load(context, new ByteArrayInputStream(file(form, part.template())));
            if (part.columns() != null) {
                customiser.customise(design, new String(file(form, part.columns()), StandardCharsets.UTF_8));
            }
            return JasperCompileManager.getInstance(context).compile(design);
        } catch (JRException e) {
            throw new IllegalStateException(form.edition().form() + "/" + part.template(), e);
        }
    }

    private static byte[] file(Form form, String name) {
        byte[] bytes = form.files().get(name);
        if (bytes == null) {
            throw new IllegalStateException("no file " + name);
        }
        return bytes;
    }
}
