package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.jspecify.annotations.Nullable;

/**
 * Fills the templates of one document. A template sees {@code doc} and {@code at} (the document and the part's node),
 * {@code labels}, {@code codes}, {@code photos}, {@code step} and, when it has rows, the fields of a row.
 */
final class Fill {

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

    Filled fill(Form form, String variant, Node document, Photos photos) {
        Filled filled = new Filled(new ArrayList<>(), new ArrayList<>());
        Labels labels = new Labels(form.labels(), document);
        Map<String, Object> shared = parameters(form, document, labels, photos);
        for (FormSpec.Section section : form.spec().sections()) {
            List<Node> nodes = section.forEach() == null ? List.of(document) : document.list(section.forEach());
            for (int i = 0; i < nodes.size(); i++) {
                Node at = nodes.get(i);
                String place = section.forEach() == null ? "" : section.forEach() + "[" + i + "]/";
                if (section.appliesTo(variant, at)) {
                    section.parts().forEach(part -> filled.add(place, fillPart(form, part, at, shared)));
                }
            }
        }
        filled.refusals().addAll(labels.refusals());
        return filled;
    }

    /**
     * Fills a part, smaller step by step until it fits; then on more pages, if it may have them, or with the rest of its
     * texts on a further page. What does not fit even then is refused.
     */
    private Filled fillPart(Form form, FormSpec.Part part, Node at, Map<String, Object> shared) {
        Filled filled = fillSteps(form, part, at, shared);
        if (!filled.refusals().isEmpty() && part.furtherPages() > 0) {
            filled = fillSteps(form, part.extended(), at, shared);
        }
        if (!filled.refusals().isEmpty() && part.continued() != null) {
            filled = fillContinued(form, part, part.continued(), at, shared).orElse(filled);
        }
        return filled;
    }

    private Filled fillSteps(Form form, FormSpec.Part part, Node at, Map<String, Object> shared) {
        Filled filled = fillStep(form, part, at, shared, 0);
        for (int step = 1; step <= part.steps() && !filled.refusals().isEmpty(); step++) {
            filled = fillStep(form, part, at, shared, step);
        }
        return filled;
    }

    private Filled fillStep(Form form, FormSpec.Part part, Node at, Map<String, Object> shared, int step) {
        return filled(form, part, at, shared(shared, step), rows(form, part.rows(), at));
    }

    private static Map<String, Object> shared(Map<String, Object> shared, int step) {
        Map<String, Object> parameters = new HashMap<>(shared);
        parameters.put("step", step);
        return parameters;
    }

    /** One template filled and proved. */
    private Filled filled(Form form, FormSpec.Part part, Node at, Map<String, Object> shared, List<Node> rows) {
        Map<String, Object> parameters = new HashMap<>(shared);
        parameters.put(Governor.DEADLINE, deadline);
        if (part.pages() > 0) {
            parameters.put(Governor.MOST_PAGES, part.pages());
        }
        try {
            JasperPrint print = print(form, part, at, parameters, rows);
            List<Refusal> refusals = PrintProof.check(form.spec(), part, print);
            return new Filled(refusals.isEmpty() ? List.of(print) : List.of(), refusals);
        } catch (Governor.TooManyPages e) {
            return new Filled(
                    List.of(),
                    List.of(Refusal.of(Refusal.PAGE_LIMIT, part.name(), part.pages() + 1, part.pages())));
        }
    }

    /** The part at its last step with shortened texts, then the rest of them; empty if more is wrong than their length. */
    private Optional<Filled> fillContinued(
            Form form, FormSpec.Part part, FormSpec.Continued rule, Node at, Map<String, Object> shared) {
        String mark = ((Labels) Objects.requireNonNull(shared.get("labels"))).text(rule.mark());
        Continuation continuation = new Continuation(rule, at, mark);
        Optional<Node> shortened = continuation.shortened(
                node -> fillStep(form, part, node, shared, part.steps()).refusals());
        return shortened.map(node -> {
            Filled rest = filled(form, rule.part(), at, shared(shared, 0), continuation.rows());
            List<JasperPrint> prints =
                    new ArrayList<>(fillStep(form, part, node, shared, part.steps()).prints());
            prints.addAll(rest.prints());
            return new Filled(prints, rest.refusals());
        });
    }

    JasperPrint print(Form form, FormSpec.Part part, Node at, Map<String, Object> shared, List<Node> rows) {
        Map<String, Object> parameters = new HashMap<>(shared);
        parameters.put("at", at);
        try {
            return JasperFillManager.getInstance(context)
                    .fill(templates.report(form, part), parameters, new Rows(rows));
        } catch (JRException e) {
            throw new IllegalStateException(form.edition().form() + "/" + part.template(), e);
        }
    }

    static Map<String, Object> parameters(Form form, Node document, Labels labels, Photos photos) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("doc", document);
        parameters.put("labels", labels);
        parameters.put("codes", new Codes(form.spec().codes()));
        parameters.put("photos", photos);
        parameters.put(JRParameter.REPORT_LOCALE, Locale.ROOT);
        parameters.put(JRParameter.REPORT_TIME_ZONE, TimeZone.getTimeZone("UTC"));
        return parameters;
    }

    static List<Node> rows(Form form, FormSpec.@Nullable RowSource source, Node at) {
        if (source == null) {
            return List.of(at);
        }
        List<Node> rows = new ArrayList<>();
        if (source.codes() != null) {
            rows.addAll(new Codes(form.spec().codes()).rows(source.codes(), at));
        } else if (source.list() != null) {
            rows.addAll(at.list(source.list()));
        }
        while (rows.size() < source.atLeast()) {
            rows.add(Node.empty());
        }
        return rows;
    }
}
