package nienkhoa.forms;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import nienkhoa.forms.FormRenderer.Outcome;

/**
 * Measures what a warm transcript costs, against plain JasperReports fill and export of the same templates and data in
 * the same run. Figures are CPU milliseconds of one thread for a document: the median of the rounds, rounds of both kinds
 * taking turns.
 *
 * <p>Use: {@code RenderBench [documents a round] [rounds] [sample]}; as many rounds again are run first, to warm up. The
 * sample {@code shortest} is a book of one grade (6 pages), {@code four-grades} one of four (15 pages).
 */
public final class RenderBench {

    private static final String SAMPLES = "forms/transcript-primary/tt27-2020/samples/";
    private static final String SAMPLE = "shortest";
    private static final int DOCUMENTS = 40;
    private static final int ROUNDS = 11;
    private static final int GATED = 10;
    private static final double GOAL_MS = 3;
    private static final double NANOS = 1e6;

    private final FormCatalogue catalogue = FormCatalogue.bundled();
    private final FormRenderer renderer = new FormRenderer(catalogue);
    private final SimpleJasperReportsContext context = FormRenderer.context();
    private final Fill fill = new Fill(context, new Templates(context, (design, part, table) -> {}));
    private final PdfExport export = new PdfExport(context);
    private final String json;
    private final Node document;
    private final Edition edition;

    private RenderBench(String sample) {
        this.json = Resources.CLASS_PATH.text(SAMPLES + sample + ".json").strip();
        this.document = Node.parse(json);
        this.edition = catalogue.editions().stream()
                .filter(candidate -> candidate.form().equals("transcript-primary"))
                .findFirst()
                .orElseThrow();
    }

    public static void main(String[] args) {
        int documents = args.length > 0 ? Integer.parseInt(args[0]) : DOCUMENTS;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        new RenderBench(args.length > 2 ? args[2] : SAMPLE).run(documents, rounds);
    }

    private void run(int documents, int rounds) {
        double[] plain = new double[rounds];
        double[] ours = new double[rounds];
        double[] finish = new double[rounds];
        byte[] exported = plain();
        for (int i = -rounds; i < rounds; i++) {
            int round = Math.max(i, 0);
            plain[round] = millis(documents, this::plain);
            ours[round] = millis(documents, this::ours);
            finish[round] = millis(documents, () -> finish(exported));
        }
        PdfaGate gate = new PdfaGate();
        byte[] pdf = ours();
        double[] gated = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            gated[i] = millis(GATED, () -> gate.check(pdf));
        }
        report(median(plain), median(ours), median(finish), median(gated), pdf.length);
    }

    private void report(double plain, double ours, double finish, double gated, int bytes) {
        print("document                  %d pages, %d bytes", pages(), bytes);
        print("plain fill + export       %7.2f ms", plain);
        print("render (whole path)       %7.2f ms", ours);
        print("  of that finishing pass  %7.2f ms", finish);
        print("ratio                     %7.2f", ours / plain);
        print("difference                %7.2f ms  (goal: at most %.0f)", ours - plain, GOAL_MS);
        print("veraPDF                   %7.2f ms", gated);
    }

    /** What anybody would write: fill the templates, export the pages. No proof, no data, other bytes every time. */
    private byte[] plain() {
        List<JasperPrint> prints = BookParts.of(catalogue.book(edition), "whole-book", document).stream()
                .map(part -> fill.print(part, null, Fill.parameters(part, new Photos()), 0))
                .toList();
        return export.export(prints, "Học bạ", document.text("school.name"));
    }

    private byte[] ours() {
        return ((Outcome.Rendered) renderer.render(edition, "whole-book", json, PhotoSource.NONE)).pdf();
    }

    private byte[] finish(byte[] exported) {
        return PdfFinish.finish(exported, json.getBytes(StandardCharsets.UTF_8), LocalDate.EPOCH);
    }

    private int pages() {
        return ((Outcome.Rendered) renderer.render(edition, "whole-book", json, PhotoSource.NONE)).pages();
    }

    private static double millis(int times, Supplier<?> work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            Objects.requireNonNull(work.get());
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / NANOS / times;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String format, Object... args) {
        System.out.println(String.format(Locale.ROOT, format, args));
    }
}
