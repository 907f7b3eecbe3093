package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import nienkhoa.forms.fill.Filler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The compiled templates, each compiled once, when first used. Safe for several threads. */
final class Templates {

    private static final Logger LOG = LoggerFactory.getLogger(Templates.class);

    private final JasperReportsContext context;
    private final DesignCustomiser customiser;
    private final Filler.Maker fillers;
    private final boolean byEngine;
    private final Map<Key, Compiled> compiled;
    private final SharedStyles styles = new SharedStyles();
    private final ConstantPages constants;

    Templates(JasperReportsContext context, DesignCustomiser customiser) {
        this.context = context;
        this.customiser = customiser;
        this.fillers = new Filler.Maker(context);
        this.byEngine = false;
        this.compiled = new ConcurrentHashMap<>();
        this.constants = new ConstantPages(context);
    }

    private Templates(Templates same) {
        this.context = same.context;
        this.customiser = same.customiser;
        this.fillers = same.fillers;
        this.byEngine = true;
        this.compiled = same.compiled;
        this.constants = new ConstantPages(context);
    }

    /** The same templates, all filled by the report engine: what our filler is measured against. */
    Templates byEngine() {
        return new Templates(this);
    }

    /** @param filler empty: the template has something that only the report engine fills */
    record Compiled(JasperReport report, Optional<Filler> filler) {}

    /** The styles of all prints of these templates. */
    SharedStyles styles() {
        return styles;
    }

    /** What these templates print the same in every document. */
    ConstantPages constants() {
        return constants;
    }

    /** What fills the template; empty: the report engine does. */
    Optional<Filler> filler(Form form, FormSpec.Part part, @Nullable ColumnTable table) {
        return byEngine ? Optional.empty() : compiled(form, part, table).filler();
    }

    JasperReport report(Form form, FormSpec.Part part, @Nullable ColumnTable table) {
        return compiled(form, part, table).report();
    }

    /** @param table the columns of a part that has some; each other table is another template */
    Compiled compiled(Form form, FormSpec.Part part, @Nullable ColumnTable table) {
        Key key = new Key(form.edition().sha256(), part, table);
        return compiled.computeIfAbsent(key, k -> {
            JasperReport report = compile(form, part, table);
            Optional<String> unknown = Filler.firstUnknown(report);
            String name = form.edition().form() + "/" + part.template();
            unknown.ifPresent(what -> LOG.info("{} is filled by the report engine, because it has {}", name, what));
            return new Compiled(report, unknown.isEmpty() ? Optional.of(fillers.filler(report)) : Optional.empty());
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
