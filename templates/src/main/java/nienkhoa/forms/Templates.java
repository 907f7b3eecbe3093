package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.jspecify.annotations.Nullable;

/** The compiled templates, each compiled once, when first used. Safe for several threads. */
final class Templates {

    private final JasperReportsContext context;
    private final DesignCustomiser customiser;
    private final Map<Key, JasperReport> compiled = new ConcurrentHashMap<>();
    private final SharedStyles styles = new SharedStyles();
    private final ConstantPages constants;

    Templates(JasperReportsContext context, DesignCustomiser customiser) {
        this.context = context;
        this.customiser = customiser;
        this.constants = new ConstantPages(context);
    }

    /** The styles of all prints of these templates. */
    SharedStyles styles() {
        return styles;
    }

    /** What these templates print the same in every document. */
    ConstantPages constants() {
        return constants;
    }

    /** @param table the columns of a part that has some; each other table is another template */
    JasperReport report(Form form, FormSpec.Part part, @Nullable ColumnTable table) {
        Key key = new Key(form.edition().sha256(), part, table);
        return compiled.computeIfAbsent(key, k -> compile(form, part, table));
    }

    private JasperReport compile(Form form, FormSpec.Part part, @Nullable ColumnTable table) {
        try {
            JasperDesign design = JRXmlLoader.load(context, new ByteArrayInputStream(file(form, part.template())));
            if (table != null) {
                customiser.customise(design, part, table);
            }
            return JasperCompileManager.getInstance(context).compile(design);
        } catch (JRException e) {
            throw new IllegalStateException(form.edition().form() + "/" + part.template(), e);
        }
    }

    /** What decides a compiled template. */
    private record Key(
            String sha256, FormSpec.Part part, @Nullable ColumnTable table) {}

    private static byte[] file(Form form, String name) {
        byte[] bytes = form.files().get(name);
        if (bytes == null) {
            throw new IllegalStateException("no file " + name);
        }
        return bytes;
    }
}
