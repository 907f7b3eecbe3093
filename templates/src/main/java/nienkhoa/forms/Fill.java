package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.jspecify.annotations.Nullable;

/**
 * Fills the templates of one document. A template sees {@code doc} and {@code at} (the document and the part's node),
 * {@code labels}, {@code codes}, {@code photos}, {@code step} and, when it has rows, the fields of a row.
 */
final class Fill {

    /** Tells a template which page of a pair it is: 0 the left one, 1 the right one; null on pages that face no other. */
    private static final String FACE = "face";

    private static final String BOUND_BETWEEN = "nienkhoa.boundBetween";

    private final JasperReportsContext context;
    private final Templates templates;
    private final SharedStyles styles = new SharedStyles();
    private final ConstantPages constants;

    Fill(JasperReportsContext context, Templates templates) {
        this.context = context;
        this.templates = templates;
        this.constants = new ConstantPages(context);
    }

    /** What was filled, and what does not fit. */
    record Filled(List<JasperPrint> prints, List<Refusal> refusals) {

        /** @param place goes before the places of the part's refusals, for example {@code years[2]/} */
        private void add(String place, Filled part) {
            prints.addAll(part.prints());
            part.refusals().forEach(one -> refusals.add(new Refusal(one.code(), place + one.place(), one.args())));
        }
    }

    Filled fill(List<PartData> parts, Photos photos) {
        Filled filled = new Filled(new ArrayList<>(), new ArrayList<>());
        parts.forEach(part -> filled.add(part.place(), fillPart(part, parameters(part, photos))));
        parts.stream().map(PartData::labels).distinct().forEach(labels -> filled.refusals()
                .addAll(labels.refusals()));
        return filled;
    }

    /** Fills a part, smaller step by step until it fits; what does not fit even then is refused. */
    private Filled fillPart(PartData data, Map<String, Object> shared) {
        FormSpec.Part part = data.part();
        List<Refusal> refusals = new ArrayList<>();
        for (int step = 0; step <= part.steps(); step++) {
            refusals.clear();
            List<JasperPrint> prints = prints(data, shared, step);
            prints.forEach(print -> refusals.addAll(PrintProof.check(data.form().spec(), part, print)));
            if (refusals.isEmpty()) {
                return new Filled(List.of(facing(prints)), List.of());
            }
        }
        return new Filled(List.of(), refusals);
    }

    /** One print; two where pages face each other. */
    private List<JasperPrint> prints(PartData data, Map<String, Object> shared, int step) {
        if (data.tables().isEmpty()) {
            JasperReport template = templates.report(data.form(), data.part(), null);
            return List.of(constants.print(data, step, template, () -> print(data, null, shared, step)));
        }
        List<JasperPrint> prints = new ArrayList<>();
        for (ColumnTable table : data.tables()) {
            Map<String, Object> parameters = new HashMap<>(shared);
            if (data.tables().size() > 1) {
                parameters.put(FACE, prints.size());
            }
            prints.add(print(data, table, parameters, step));
        }
        if (prints.size() > 1) {
            bindOnTheRight(prints.get(0), data);
        }
        return prints;
    }

    /** A left page is bound where a right page is not: its margins change sides, if the template says so. */
    private void bindOnTheRight(JasperPrint left, PartData data) {
        JasperReport report =
                templates.report(data.form(), data.part(), data.tables().get(0));
        if (Boolean.parseBoolean(report.getProperty(BOUND_BETWEEN))) {
            int shift = report.getRightMargin() - report.getLeftMargin();
            left.getPages()
                    .forEach(page -> page.getElements().forEach(element -> element.setX(element.getX() + shift)));
        }
    }

    /** Puts the pages of the second print behind those of the first with the same rows. */
    private static JasperPrint facing(List<JasperPrint> prints) {
        JasperPrint left = prints.get(0);
        for (JasperPrint right : prints.subList(1, prints.size())) {
            for (int i = 0; i < right.getPages().size(); i++) {
                left.addPage(2 * i + 1, right.getPages().get(i));
            }
        }
        return left;
    }

    JasperPrint print(PartData data, @Nullable ColumnTable table, Map<String, Object> shared, int step) {
        Map<String, Object> parameters = new HashMap<>(shared);
        parameters.put("step", step);
        try {
            JasperReport template = templates.report(data.form(), data.part(), table);
            JasperPrint print =
                    JasperFillManager.getInstance(context).fill(template, parameters, new Rows(data.rows()));
            styles.share(template, print);
            return print;
        } catch (JRException e) {
            throw new IllegalStateException(
                    data.form().edition().form() + "/" + data.part().template(), e);
        }
    }

    /** The paper of a part. */
    TableWorkbook.Paper paper(PartData data) {
        ColumnTable first = data.tables().isEmpty() ? null : data.tables().get(0);
        JasperReport report = templates.report(data.form(), data.part(), first);
        return new TableWorkbook.Paper(report.getPageWidth(), report.getPageHeight());
    }

    static Map<String, Object> parameters(PartData part, Photos photos) {
        Map<String, Object> parameters = new HashMap<>(part.caption());
        parameters.put("doc", part.document());
        parameters.put("at", part.at());
        parameters.put("labels", part.labels());
        parameters.put("codes", new Codes(part.form().spec().codes()));
        parameters.put("photos", photos);
        parameters.put(JRParameter.REPORT_LOCALE, Locale.ROOT);
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
        return parameters;
    }
}
