package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.JasperReportsContext;
import nienkhoa.forms.fill.Filler;
import org.jspecify.annotations.Nullable;

/**
 * Fills the templates of one document. A template sees {@code doc} and {@code at} (the document and the part's node),
 * {@code labels}, {@code codes}, {@code photos}, {@code totals}, {@code step} and, when it has rows, the fields of a row.
 */
final class Fill {

    /** Tells a template which page of a pair it is: 0 the left one, 1 the right one; null on pages that face no other. */
    private static final String FACE = "face";

    private static final String BOUND_BETWEEN = "nienkhoa.boundBetween";

    private final JasperReportsContext context;
    private final Templates templates;
    private final Deadline deadline;

    Fill(JasperReportsContext context, Templates templates, Deadline deadline) {
        this.context = context;
        this.templates = templates;
        this.deadline = deadline;
    }

    /** What was filled, and what does not fit. */
    record Filled(List<JasperPrint> prints, List<Refusal> refusals) {

        int pages() {
            return prints.stream().mapToInt(print -> print.getPages().size()).sum();
        }

        /** @param place goes before the places of the part's refusals, for example {@code years[2]/} */
        private void add(String place, Filled part) {
            prints.addAll(part.prints());
            part.refusals().forEach(one -> refusals.add(new Refusal(one.code(), place + one.place(), one.args())));
        }
    }

    Filled fill(List<PartData> parts, Photos photos) {
        Filled filled = new Filled(new ArrayList<>(), new ArrayList<>());
        parts.forEach(part -> filled.add(part.place(), fillPart(part, photos)));
        parts.stream().map(PartData::labels).distinct().forEach(labels -> filled.refusals()
                .addAll(labels.refusals()));
        return filled;
    }

    /**
     * Fills a part, smaller step by step until it fits; then on more pages, if it may have them, or with the rest of its
     * texts on a further page. What does not fit even then is refused.
     */
    private Filled fillPart(PartData data, Photos photos) {
        FormSpec.Part part = data.part();
        Filled filled = fillSteps(data, photos, part.pages());
        if (!filled.refusals().isEmpty() && part.furtherPages() > 0) {
            filled = fillSteps(data, photos, part.pages() + part.furtherPages());
        }
        if (!filled.refusals().isEmpty() && part.continued() != null) {
            filled = fillContinued(data, part.continued(), photos).orElse(filled);
        }
        return filled;
    }

    private Filled fillSteps(PartData data, Photos photos, int mostPages) {
        Filled filled = fillStep(data, photos, mostPages, 0);
        for (int step = 1; step <= data.part().steps() && !filled.refusals().isEmpty(); step++) {
            filled = fillStep(data, photos, mostPages, step);
        }
        return filled;
    }

    /** One template filled and proved. */
    private Filled fillStep(PartData data, Photos photos, int mostPages, int step) {
        FormSpec.Part part = data.part();
        Map<String, Object> shared = parameters(data, photos);
        shared.put(Governor.DEADLINE, deadline);
        if (mostPages > 0) {
            shared.put(Governor.MOST_PAGES, mostPages);
        }
        List<Refusal> refusals = new ArrayList<>();
        try {
            List<JasperPrint> prints = prints(data, shared, step);
            prints.forEach(print -> refusals.addAll(PrintProof.check(data.form().spec(), part, mostPages, print)));
            return new Filled(refusals.isEmpty() ? List.of(facing(prints)) : List.of(), refusals);
        } catch (Governor.TooManyPages e) {
            return new Filled(
                    List.of(), List.of(Refusal.of(Refusal.PAGE_LIMIT, part.name(), mostPages + 1, mostPages)));
        }
    }

    /** The part at its last step with shortened texts, then the rest of them; empty if more is wrong than their length. */
    private Optional<Filled> fillContinued(PartData data, FormSpec.Continued rule, Photos photos) {
        FormSpec.Part part = data.part();
        Continuation continuation =
                new Continuation(rule, data.at(), data.labels().text(rule.mark()));
        Function<Node, Filled> atLastStep = node -> fillStep(data.with(part, node), photos, part.pages(), part.steps());
        return continuation.shortened(node -> atLastStep.apply(node).refusals()).map(node -> {
            List<JasperPrint> prints = new ArrayList<>(atLastStep.apply(node).prints());
            PartData further = data.with(rule.part(), continuation.rest());
            Filled rest = fillStep(further, photos, rule.pages(), 0);
            prints.addAll(rest.prints());
            return new Filled(prints, rest.refusals());
        });
    }

    /** One print; two where pages face each other. */
    private List<JasperPrint> prints(PartData data, Map<String, Object> shared, int step) {
        if (data.tables().isEmpty()) {
            JasperReport template = templates.report(data.form(), data.part(), null);
            return List.of(templates.constants().print(data, step, template, () -> print(data, null, shared, step)));
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
            Optional<Filler> filler = templates.filler(data.form(), data.part(), table);
            Optional<JasperPrint> filled = filler.isEmpty()
                    ? Optional.empty()
                    : filler.get().fill(parameters, new Rows(data.rows()), Governor.watch(parameters));
            return filled.isPresent()
                    ? filled.get()
                    : byEngine(templates.report(data.form(), data.part(), table), data, parameters);
        } catch (JRException e) {
            throw new IllegalStateException(
                    data.form().edition().form() + "/" + data.part().template(), e);
        }
    }

    private JasperPrint byEngine(JasperReport template, PartData data, Map<String, Object> parameters)
            throws JRException {
        JasperPrint print = JasperFillManager.getInstance(context).fill(template, parameters, new Rows(data.rows()));
        templates.styles().share(template, print);
        return print;
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
        parameters.put(ColumnTableDesign.COUNTED, new Totals(part.document()));
        parameters.put(JRParameter.REPORT_LOCALE, Locale.ROOT);
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
        return parameters;
    }
}
