package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** A form of the book, its words bound to the document, and what its templates see. */
    private record Bound(Form form, Labels labels, Map<String, Object> shared) {

        static Bound of(Form form, Node document, Photos photos) {
            Labels labels = new Labels(form.labels(), document);
            return new Bound(form, labels, parameters(form, document, labels, photos));
        }

        List<FormSpec.Section> sections(@Nullable String forEach) {
            return form.spec().sections().stream()
                    .filter(section -> Objects.equals(section.forEach(), forEach))
                    .toList();
        }
    }

    /** Items are printed one behind the other where the first section of their list stands, each by its own edition. */
    Filled fill(Book book, String variant, Node document, Photos photos) {
        Filled filled = new Filled(new ArrayList<>(), new ArrayList<>());
        Map<String, Bound> bound = new LinkedHashMap<>();
        book.forms(document).forEach(form -> bound.put(form.spec().edition(), Bound.of(form, document, photos)));
        Bound own = Objects.requireNonNull(bound.get(book.own().spec().edition()));
        Set<String> printed = new HashSet<>();
        for (FormSpec.Section section : book.own().spec().sections()) {
            String list = section.forEach();
            if (list == null) {
                fillSections(filled, own, List.of(section), new Place("", variant, document));
            } else if (printed.add(list)) {
                List<Node> items = document.list(list);
                for (int i = 0; i < items.size(); i++) {
                    Bound of = Objects.requireNonNull(
                            bound.get(book.of(items.get(i)).spec().edition()));
                    fillSections(
                            filled, of, of.sections(list), new Place(list + "[" + i + "]/", variant, items.get(i)));
                }
            }
        }
        bound.values().forEach(of -> filled.refusals().addAll(of.labels().refusals()));
        return filled;
    }

    /** @param path goes before the places of refusals */
    private record Place(String path, String variant, Node at) {}

    private void fillSections(Filled filled, Bound of, List<FormSpec.Section> sections, Place place) {
        sections.stream()
                .filter(section -> section.appliesTo(place.variant(), place.at()))
                .flatMap(section -> section.parts().stream())
                .forEach(part -> filled.add(place.path(), fillPart(of.form(), part, place.at(), of.shared())));
    }

    /** Fills a part, smaller step by step until it fits; what does not fit even then is refused. */
    private Filled fillPart(Form form, FormSpec.Part part, Node at, Map<String, Object> shared) {
        List<Refusal> refusals = List.of();
        for (int i = 0; i <= part.steps(); i++) {
            int step = i;
            JasperPrint print = constants.print(
                    form, part, step, templates.report(form, part), () -> print(form, part, at, shared, step));
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
            JasperReport template = templates.report(form, part);
            JasperPrint print = JasperFillManager.getInstance(context)
                    .fill(template, parameters, new Rows(rows(form, part.rows(), at)));
            styles.share(template, print);
            return print;
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
