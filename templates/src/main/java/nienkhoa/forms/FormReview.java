package nienkhoa.forms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nienkhoa.forms.FormRenderer.Outcome;

/**
 * What can be said of the forms without a school's data: what in them is still unproven, and what is wrong.
 *
 * @param items everything that the editions say, edition by edition, then what holds for every form
 */
public record FormReview(List<FormItem> items, List<FormFault> faults) {

    public FormReview {
        items = List.copyOf(items);
        faults = List.copyOf(faults);
    }

    /**
     * Reviews our editions with what a home puts over them. Renders every sample, so it takes seconds a form.
     *
     * @param overrides as of {@link FormCatalogue#with}; a fault in them is listed
     * @param which names of forms
     */
    public static FormReview of(Path overrides, Predicate<String> which) {
        FormCatalogue bundled = FormCatalogue.bundled();
        BadForm.All faults = new BadForm.All();
        List<FormItem> items = new ArrayList<>();
        faults.tried(() -> LocalForm.checkFolders(bundled.forms(), overrides));
        FormCatalogue catalogue = bundled;
        for (Form form : bundled.forms()) {
            catalogue = catalogue.replacing(faults.tried(() -> LocalForm.over(form, form.folder(overrides)), form));
        }
        Proofs proofs = new Proofs(catalogue);
        catalogue.forms().stream()
                .filter(form -> which.test(form.spec().form()))
                .forEach(form -> {
                    items.addAll(FormItems.of(form));
                    faults.add(new FormCheck(form, form::place).faults(part -> true));
                    faults.add(samples(form, proofs));
                });
        items.addAll(FormItems.ofRegimes(Resources.CLASS_PATH.text(Regimes.FILE)));
        return new FormReview(items, faults.found());
    }

    /** What one edition says. */
    public static List<FormItem> items(FormCatalogue catalogue, Edition edition) {
        return FormItems.of(catalogue.form(edition));
    }

    private static List<FormFault> samples(Form form, Proofs proofs) {
        List<FormFault> faults = new ArrayList<>();
        PdfaGate gate = new PdfaGate();
        for (Proofs.Proof proof : proofs.of(form.edition())) {
            String place = form.place("samples/" + proof.name() + ".json");
            if (proof.outcome() instanceof Outcome.Refused refused) {
                String said = refused.refusals().stream()
                        .map(refusal -> refusal.code() + " " + refusal.place())
                        .collect(Collectors.joining(", "));
                faults.add(FormFault.of(FormFault.SAMPLE_REFUSED, place, said));
            } else if (proof.outcome() instanceof Outcome.Rendered rendered) {
                PdfaGate.Verdict verdict = gate.check(rendered.pdf());
                if (!verdict.passed()) {
                    faults.add(
                            FormFault.of(FormFault.SAMPLE_NOT_PDFA, place, String.join(", ", verdict.failedRules())));
                }
            }
        }
        return faults;
    }
}
