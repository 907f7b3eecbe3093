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
import net.sf.jasperreports.engine.JasperReportsContext;
import org.jspecify.annotations.Nullable;

/**
 * Fills the templates of one document. A template sees {@code doc} and {@code at} (the document and the part's node),
 * {@code labels}, {@code codes}, {@code photos}, {@code step} and, when it has rows, the fields of a row.
 */
final class Fill {

    private final JasperReportsContext context;
    private final Templates templates;

    Fill(JasperReportsContext context, Templates templates) {
        this.context = context;
        this.templates = templates;
    }

    /** What was filled, and what does not fit. */
    record Filled(List<JasperPrint> prints, List<Refusal> refusals) {

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

    /** Fills a part, smaller step by step until it fits; what does not fit even then is refused. */
    private Filled fillPart(Form form, FormSpec.Part part, Node at, Map<String, Object> shared) {
        List<Refusal> refusals = List.of();
        for (int step = 0; step <= part.steps(); step++) {
            JasperPrint print = print(form, part, at, shared, step);
            refusals = PrintProof.check(form.spec(), part, print);
            if (refusals.isEmpty()) {
                return new Filled(List.of(print), List.of());
            }
        }
        return new Filled(List.of(), refusals);
    }

    JasperPrint print(Form form, FormSpec.Part part, Node at, Map<String, Object> shared, int step) {
        Map<String, Object> parameters = new HashMap<>(shared);
        parameters.put("at", at);
        parameters.put("step", step);
        try {
            return JasperFillManager.getInstance(context)
                    .fill(templates.report(form, part), parameters, new Rows(rows(form, part.rows(), at)));
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

    private static List<Node> rows(Form form, FormSpec.@Nullable RowSource source, Node at) {
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
