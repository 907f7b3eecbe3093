package nienkhoa.forms.fill;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;

/** Fills one template. Safe for several threads; prints of one template share their template elements. */
public final class Filler {

    private final JasperReportsContext context;
    private final JasperReport report;
    private final Layout layout;
    private final Styles styles;
    private final Looks.Source source;
    private final Map<String, Looks> looks = new ConcurrentHashMap<>();
    private final Queue<Values> unused = new ConcurrentLinkedQueue<>();

    private Filler(JasperReportsContext context, JasperReport report, KeptSettings kept) {
        this.context = context;
        this.report = report;
        this.layout = Layout.of(report);
        this.styles = new Styles(report);
        this.source = new Looks.Source(context, kept, print(report).getDefaultStyleProvider(), styles);
    }

    /** Makes fillers that keep the same texts. One for a process. */
    public static final class Maker {

        private final JasperReportsContext context;
        private final KeptSettings kept = new KeptSettings();

        public Maker(JasperReportsContext context) {
            this.context = context;
        }

        /** @param report a template without anything unknown ({@link #firstUnknown}) */
        public Filler filler(JasperReport report) {
            return new Filler(context, report, kept);
        }
    }

    /** What stands in the way of filling a template here, in a few words; empty if nothing does. */
    public static Optional<String> firstUnknown(JasperReport report) {
        return Known.firstUnknown(report);
    }

    /**
     * The pages that the engine's filler would make; empty if these data ask for what only that one does, such as to
     * break a text over two pages.
     *
     * @param parameters the locale among them has to be {@link java.util.Locale#ROOT}
     * @throws JRException if an expression fails
     */
    public Optional<JasperPrint> fill(Map<String, Object> parameters, JRDataSource rows, Watch watch)
            throws JRException {
        Values free = unused.poll();
        Values values = free == null ? new Values(context, report) : free;
        values.begin(parameters, rows);
        try {
            Looks looks =
                    this.looks.computeIfAbsent(styles.state(values), state -> source.looks(layout.items(), state));
            JasperPrint print = print(report);
            Sheets sheets = new Sheets(print, looks);
            new Pages(layout, values, watch, new Press(layout, looks, values, watch, sheets)).print();
            sheets.end(values);
            return Optional.of(print);
        } catch (Unfit e) {
            return Optional.empty();
        } finally {
            values.end();
            unused.add(values);
        }
    }

    private static JasperPrint print(JasperReport report) {
        JasperPrint print = new JasperPrint();
        print.setName(report.getName());
        print.setPageWidth(report.getPageWidth());
        print.setPageHeight(report.getPageHeight());
        print.setTopMargin(report.getTopMargin());
        print.setLeftMargin(report.getLeftMargin());
        print.setBottomMargin(report.getBottomMargin());
        print.setRightMargin(report.getRightMargin());
        print.setOrientation(report.getOrientation());
        print.setDefaultStyle(report.getDefaultStyle());
        return print;
    }
}
