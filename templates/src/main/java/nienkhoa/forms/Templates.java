package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import nienkhoa.forms.fill.Filler;
import org.jspecify.annotations.Nullable;

/** The compiled templates, each compiled once, when first used. Safe for several threads. */
final class Templates {

    private final JasperReportsContext context;
    private final DesignCustomiser customiser;
    private final Function<JasperReport, Optional<Filler>> fillers;
    private final Map<Key, Compiled> compiled = new ConcurrentHashMap<>();
    private final SharedStyles styles = new SharedStyles();
    private final ConstantPages constants;

    Templates(JasperReportsContext context, DesignCustomiser customiser) {
        this(context, customiser, new Filler.Maker(context)::filler);
    }

    private Templates(
            JasperReportsContext context,
            DesignCustomiser customiser,
            Function<JasperReport, Optional<Filler>> fillers) {
        this.context = context;
        this.customiser = customiser;
        this.fillers = fillers;
        this.constants = new ConstantPages(context);
    }

    /** The same templates, all filled by the report engine: what our filler is measured against. */
    static Templates filledByEngine(JasperReportsContext context, DesignCustomiser customiser) {
        return new Templates(context, customiser, report -> Optional.empty());
    }

    /** @param filler empty: the report engine fills it */
    record Compiled(JasperReport report, Optional<Filler> filler) {}

    /** The styles of all prints of these templates. */
    SharedStyles styles() {
        return styles;
    }

    /** What these templates print the same in every document. */
    ConstantPages constants() {
        return constants;
    }

    JasperReport report(Form form, FormSpec.Part part, @Nullable ColumnTable table) {
        return compiled(form, part, table).report();
    }

    /** @param table the columns of a part that has some; each other table is another template */
    Compiled compiled(Form form, FormSpec.Part part, @Nullable ColumnTable table) {
        Key key = new Key(form.edition().sha256(), part, table);
        return compiled.computeIfAbsent(key, k -> {
            JasperReport report = compile(form, part, table);
            return new Compiled(report, fillers.apply(report));
        });
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
