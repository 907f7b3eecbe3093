package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.jspecify.annotations.Nullable;

/** Proves the files of an edition without data: templates compile, columns fill them, every label that they name is there. */
final class FormCheck {

    /** A label as a template asks for it; with a plus the code goes on with what the data say. */
    private static final Pattern LABEL = Pattern.compile("labels}\\.(?:text|without)\\(\\s*\"([^\"]+)\"\\s*(\\+?)");

    private static final double MM_PER_POINT = 25.4 / 72;
    private static final int MOST_DETAIL = 300;

    private final Form form;
    private final UnaryOperator<String> place;
    private final SimpleJasperReportsContext context = FormRenderer.context();
    private final Templates templates = new Templates(context, ColumnTableDesign::customise);

    /** @param place of a file of the edition, as a person finds it */
    FormCheck(Form form, UnaryOperator<String> place) {
        this.form = form;
        this.place = place;
    }

    /** @param compiled the parts whose templates are compiled, which takes time */
    List<FormFault> faults(Predicate<FormSpec.Part> compiled) {
        Set<FormFault> faults = new LinkedHashSet<>();
        for (FormSpec.Section section : form.spec().sections()) {
            for (FormSpec.Part part : section.parts()) {
                faults.addAll(labels(part.template()));
                if (compiled.test(part)) {
                    faults.addAll(template(part));
                }
            }
        }
        return List.copyOf(faults);
    }

    private List<FormFault> labels(String template) {
        List<FormFault> faults = new ArrayList<>();
        Matcher used = LABEL.matcher(text(template));
        while (used.find()) {
            String code = used.group(1);
            boolean known = used.group(2).isEmpty()
                    ? form.labels().containsKey(code)
                    : form.labels().keySet().stream().anyMatch(label -> label.startsWith(code));
            if (!known) {
                faults.add(FormFault.of(FormFault.LABEL_MISSING, place.apply(template), code));
            }
        }
        return faults;
    }

    private List<FormFault> template(FormSpec.Part part) {
        if (part.tables().isEmpty()) {
            return compiled(part, null, null);
        }
        List<FormFault> faults = new ArrayList<>();
        part.tables().forEach(file -> faults.addAll(compiled(part, file, ColumnTable.parse(text(file)))));
        return faults;
    }

    private List<FormFault> compiled(FormSpec.Part part, @Nullable String file, @Nullable ColumnTable table) {
        try {
            if (file != null && table != null) {
                JasperDesign design = JRXmlLoader.load(
                        context, new ByteArrayInputStream(text(part.template()).getBytes(StandardCharsets.UTF_8)));
                double page = design.getColumnWidth() * MM_PER_POINT;
                double mm = table.printed().fitted(page).widthMm();
                if (Math.abs(ColumnTableDesign.points(mm) - design.getColumnWidth()) > 1) {
                    return List.of(FormFault.of(
                            FormFault.WIDTHS, place.apply(file), mm(mm), mm(page), part.template()));
                }
            }
            if (table == null || table.isFixed()) {
                templates.report(form, part, table);
            }
            return List.of();
        } catch (JRException e) {
            return List.of(badTemplate(part, e));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            String bad = file == null ? part.template() : file;
            return List.of(FormFault.of(FormFault.HEADINGS, place.apply(bad), part.template(), detail(e)));
        } catch (IllegalStateException e) {
            return List.of(badTemplate(part, e.getCause() == null ? e : e.getCause()));
        }
    }

    private FormFault badTemplate(FormSpec.Part part, Throwable e) {
        return FormFault.of(FormFault.BAD_TEMPLATE, place.apply(part.template()), detail(e));
    }

    private String text(String file) {
        return new String(Objects.requireNonNull(form.files().get(file)), StandardCharsets.UTF_8);
    }

    private static String detail(Throwable e) {
        String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return message.length() > MOST_DETAIL ? message.substring(0, MOST_DETAIL) + "…" : message;
    }

    private static String mm(double mm) {
        return String.format(Locale.ROOT, "%.1f", mm);
    }
}
