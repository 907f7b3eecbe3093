package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.scriptlets.ScriptletFactory;
import tools.jackson.core.JacksonException;

/**
 * Makes documents: proves the data, fills the templates of an edition, exports PDF/A-3b, finishes it, or says why not.
 * One for a process; safe for several threads. The same data give the same bytes.
 */
public final class FormRenderer {

    private final FormCatalogue catalogue;
    private final SimpleJasperReportsContext context = context();
    private final Templates templates = new Templates(context, ColumnTableDesign::customise);
    private final PdfExport export = new PdfExport(context);
    private final PdfProof proof = new PdfProof(context);
    private final KeptPages<Expected> expected = new KeptPages<>();
    private final LongSupplier nanos;

    public FormRenderer(FormCatalogue catalogue) {
        this(catalogue, System::nanoTime);
    }

    /** @param nanos a clock for the time limit of a document, which decides nothing else */
    public FormRenderer(FormCatalogue catalogue, LongSupplier nanos) {
        this.catalogue = catalogue;
        this.nanos = nanos;
    }

    /** A document, or all the reasons why there is none. */
    public sealed interface Outcome {

        /**
         * @param pdf the finished document; handed over, not copied
         * @param xlsx the same content as a workbook, for forms that have one
         */
        @SuppressWarnings("ArrayRecordComponent")
        record Rendered(byte[] pdf, int pages, Optional<byte[]> xlsx) implements Outcome {}

        record Refused(List<Refusal> refusals) implements Outcome {

            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /**
     * Renders one document. Bad data give a {@link Outcome.Refused}, never an exception.
     *
     * @param documentJson the data, canonical; attached to the PDF byte for byte (UTF-8)
     * @throws IllegalArgumentException if the catalogue has no such edition or the edition no such variant
     */
    public Outcome render(Edition edition, String variant, String documentJson, PhotoSource photoSource) {
        if (!edition.variants().contains(variant)) {
            throw new IllegalArgumentException("no variant " + variant + " of " + edition.form());
        }
        Book book = catalogue.book(edition);
        Form form = book.own();
        Node document;
        try {
            document = Node.parse(documentJson);
        } catch (JacksonException e) {
            return new Outcome.Refused(List.of(Refusal.of(Refusal.BAD_DOCUMENT, "", "JSON")));
        }
        Photos photos = new Photos();
        List<Refusal> refusals = new ArrayList<>(schema(form, document));
        refusals.addAll(book.check(document));
        refusals.addAll(DataProof.check(book, variant, document, documentJson));
        // Parts are laid out by values (grade, term, level) that have to be proved first.
        List<PartData> parts = refusals.isEmpty() ? BookParts.of(book, variant, document) : List.of();
        refusals.addAll(TableProof.check(parts));
        refusals.addAll(photos.fetch(form.spec(), document, photoSource));
        return refusals.isEmpty()
                ? render(new Draft(book, variant, Bound.of(form, document), documentJson, parts), photos)
                : new Outcome.Refused(refusals);
    }

    private Outcome render(Draft draft, Photos photos) {
        FormSpec.Limits limits = draft.own().form().spec().limits();
        Deadline deadline = new Deadline(nanos, limits.seconds());
        try {
            Fill fill = new Fill(context, templates, deadline);
            Fill.Filled filled = fill.fill(draft.parts(), photos);
            List<Expected> pages = Expected.pages(filled.prints(), expected);
            List<Refusal> faults = new ArrayList<>(filled.refusals());
            if (faults.isEmpty()) {
                faults.addAll(PrintedValues.check(
                        draft.book(), draft.variant(), draft.own().document(), pages));
            }
            Outcome outcome = faults.isEmpty() ? export(draft, fill, filled, pages) : new Outcome.Refused(faults);
            deadline.check();
            return outcome;
        } catch (Deadline.Passed e) {
            return new Outcome.Refused(List.of(Refusal.of(Refusal.TIME_LIMIT, "", limits.seconds())));
        }
    }

    private Outcome export(Draft draft, Fill fill, Fill.Filled filled, List<Expected> pages) {
        Node document = draft.own().document();
        FormSpec spec = draft.own().form().spec();
        String title = draft.own().labels().text(spec.title());
        byte[] data = draft.json().getBytes(StandardCharsets.UTF_8);
        LocalDate issued = LocalDate.parse(document.text("document.issued"));
        byte[] pdf = export.export(filled.prints(), new PdfFinish(title, document.text(spec.author()), issued, data));
        List<Refusal> refusals = new ArrayList<>(proof.check(pdf, pages, data));
        if (pdf.length > spec.limits().bytes()) {
            refusals.add(
                    Refusal.of(Refusal.SIZE_LIMIT, "", pdf.length, spec.limits().bytes()));
        }
        if (!refusals.isEmpty()) {
            return new Outcome.Refused(refusals);
        }
        Optional<byte[]> workbook = spec.workbook()
                ? Optional.of(TableWorkbook.write(draft.parts(), document, fill::paper))
                : Optional.empty();
        return new Outcome.Rendered(pdf, filled.pages(), workbook);
    }

    /**
     * Data that were proved, ready to be filled in.
     *
     * @param own the document's own edition
     */
    private record Draft(Book book, String variant, Bound own, String json, List<PartData> parts) {}

    private static List<Refusal> schema(Form form, Node document) {
        String expected = "nienkhoa/" + form.spec().form() + "/1";
        return document.text("schema").equals(expected)
                ? List.of()
                : List.of(Refusal.of(Refusal.BAD_DOCUMENT, "schema", expected));
    }

    /** Settings of the report engine that the proof and the bytes depend on. */
    static SimpleJasperReportsContext context() {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext();
        context.setProperty("net.sf.jasperreports.print.keep.full.text", "true");
        context.setProperty("net.sf.jasperreports.text.save.line.breaks", "true");
        context.setProperty("net.sf.jasperreports.export.pdf.use.saved.line.breaks", "true");
        context.setProperty("net.sf.jasperreports.awt.ignore.missing.font", "false");
        context.setExtensions(ScriptletFactory.class, List.of(Governor.FACTORY));
        return context;
    }
}
