package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import nienkhoa.forms.FormRenderer.Outcome;

/**
 * Measures what a warm document costs, against plain JasperReports fill and export of the same templates and data in the
 * same run. Figures are CPU milliseconds of one thread for a document: the median of the rounds, rounds of both kinds
 * taking turns.
 *
 * <p>Use: {@code RenderBench [documents a round] [rounds] [sample ...]}; as many rounds again are run first, to warm up.
 * {@code RenderBench memory [sample ...]} renders {@value #MANY} documents of each sample and says what memory is held after 100
 * and after each tenth of them. A sample is a path below {@code forms/}, with {@code @1} behind it if only its last school year
 * is to be printed. Each document is about another person ({@link BenchDocuments}).
 */
public final class RenderBench {

    private static final List<String> SAMPLES = List.of(
            "transcript-primary/tt27-2020/samples/four-grades.json@1",
            "transcript-primary/tt27-2020/samples/four-grades.json",
            "student-registry/book-a3/samples/primary-with-photos-six-students.json",
            "class-summary/tt27-2020/samples/form-3-class-1A-end-2.json");

    private static final int DOCUMENTS = 100;
    private static final int ROUNDS = 11;
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int TENTHS = 10;
    private static final double MIB = 1 << 20;
    private static final int GATED = 4;
    private static final int GATES = 3;
    private static final double NANOS = 1e6;
    private static final double SECOND = 1000;
    private static final char LAST_YEARS = '@';
    private static final long SEED = 27;

    private final FormCatalogue catalogue = FormCatalogue.bundled();
    private final FormRenderer renderer = new FormRenderer(catalogue, () -> 0);
    private final SimpleJasperReportsContext context = FormRenderer.context();
    private final Fill fill = new Fill(
            context, new Templates(context, ColumnTableDesign::customise).byEngine(), new Deadline(() -> 0, 1));
    private final PlainExport export = new PlainExport(context);
    private final String folder;
    private final BenchDocuments documents;
    private final Form form;
    private final String variant;
    private final Map<String, Optional<byte[]>> photos = new ConcurrentHashMap<>();

    private RenderBench(String sample) {
        this.folder = "forms/" + sample.substring(0, sample.lastIndexOf('/'));
        int at = sample.indexOf(LAST_YEARS);
        String file = "forms/" + (at < 0 ? sample : sample.substring(0, at));
        int lastYears = at < 0 ? 0 : Integer.parseInt(sample.substring(at + 1));
        String json = Resources.CLASS_PATH.text(file).strip();
        this.variant = Node.parse(json).text("document.variant");
        this.documents = new BenchDocuments(json, lastYears, SEED);
        this.form = catalogue.editions().stream()
                .filter(edition -> sample.startsWith(edition.form() + "/" + edition.edition() + "/"))
                .map(catalogue::form)
                .findFirst()
                .orElseThrow();
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("memory")) {
            List<String> samples = args.length > 1 ? List.of(args).subList(1, args.length) : SAMPLES;
            samples.forEach(sample -> new RenderBench(sample).memory());
            return;
        }
        int documents = args.length > 0 ? Integer.parseInt(args[0]) : DOCUMENTS;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        List<String> samples = args.length > 2 ? List.of(args).subList(2, args.length) : SAMPLES;
        samples.forEach(sample -> new RenderBench(sample).run(documents, rounds));
    }

    private void run(int count, int rounds) {
        double[] plain = new double[rounds];
        double[] ours = new double[rounds];
        double[] workbooks = new double[rounds];
        for (int i = -rounds; i < rounds; i++) {
            int round = Math.max(i, 0);
            List<String> jsons = documents.next(count);
            plain[round] = millis(jsons.stream().map(Node::parse).toList(), this::plain);
            ours[round] = millis(jsons, json -> ours(json).pdf());
            workbooks[round] = millis(jsons.stream().map(this::parts).toList(), this::workbook);
        }
        String json = documents.next(1).get(0);
        Outcome.Rendered rendered = ours(json);
        print("%s", folder);
        print(
                "  pages, bytes              %d, %d (plain: %d)",
                rendered.pages(), rendered.pdf().length, plain(Node.parse(json)).length);
        print("  plain fill + export       %7.2f ms", median(plain));
        print("  render (whole path)       %7.2f ms, %.0f documents a second", median(ours), SECOND / median(ours));
        print("  ratio                     %7.2f", median(ours) / median(plain));
        if (form.spec().workbook()) {
            double workbook = median(workbooks);
            print("  of that the workbook      %7.2f ms", workbook);
            print("  ratio without it          %7.2f", (median(ours) - workbook) / median(plain));
        }
        gates(rendered.pdf());
    }

    private void memory() {
        print("%s", folder);
        int done = 0;
        for (int tenth = 0; tenth <= TENTHS; tenth++) {
            for (int most = tenth == 0 ? FEW : MANY / TENTHS * tenth; done < most; done += FEW) {
                documents.next(FEW).forEach(this::ours);
            }
            print("  %,6d documents, held      %7.1f MiB", done, held() / MIB);
        }
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void gates(byte[] pdf) {
        PdfaGate gate = new PdfaGate();
        double[] gated = new double[GATES];
        double[] shapes = new double[GATES];
        for (int i = 0; i < GATES; i++) {
            List<byte[]> pdfs = Collections.nCopies(GATED, pdf);
            gated[i] = millis(pdfs, gate::check);
            shapes[i] = millis(pdfs, RenderBench::shape);
        }
        print("  veraPDF                   %7.2f ms", median(gated));
        print("  shape compared instead    %7.2f ms", median(shapes));
    }

    private static final StructureReader.Kept SHAPES = new StructureReader.Kept();

    private static String shape(byte[] pdf) {
        try {
            return PdfShape.of(pdf, SHAPES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What anybody would write: fill the templates, export the pages. No proof, no data, other bytes every time. */
    private byte[] plain(Node document) {
        Photos photos = new Photos();
        photos.fetch(form.spec(), document, this::photo);
        List<JasperPrint> prints = new ArrayList<>();
        for (PartData part : BookParts.of(catalogue.book(form.edition()), variant, document)) {
            Map<String, Object> parameters = Fill.parameters(part, photos);
            if (part.tables().isEmpty()) {
                prints.add(fill.print(part, null, parameters, 0));
            }
            part.tables().forEach(table -> prints.add(fill.print(part, table, parameters, 0)));
        }
        return export.export(prints);
    }

    private Outcome.Rendered ours(String json) {
        Outcome outcome = renderer.render(form.edition(), variant, json, this::photo);
        if (outcome instanceof Outcome.Rendered rendered) {
            return rendered;
        }
        throw new IllegalStateException(outcome.toString());
    }

    private List<PartData> parts(String json) {
        return BookParts.of(catalogue.book(form.edition()), variant, Node.parse(json));
    }

    /** Empty if the form has none. */
    private byte[] workbook(List<PartData> parts) {
        return form.spec().workbook() ? TableWorkbook.write(parts, parts.get(0).document(), fill::paper) : new byte[0];
    }

    /** Read beforehand, as the data are. */
    private Optional<byte[]> photo(String sha256) {
        return photos.computeIfAbsent(sha256, this::read);
    }

    private Optional<byte[]> read(String sha256) {
        try (InputStream photo = RenderBench.class.getResourceAsStream("/" + folder + "/photos/" + sha256 + ".jpg")) {
            return photo == null ? Optional.empty() : Optional.of(photo.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For one of them. */
    private static <T> double millis(List<T> documents, Function<T, Object> work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (T document : documents) {
            Objects.requireNonNull(work.apply(document));
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        return nanos / NANOS / documents.size();
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
