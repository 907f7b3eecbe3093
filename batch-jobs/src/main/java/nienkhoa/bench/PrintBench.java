package nienkhoa.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nienkhoa.imposition.Imposition;
import nienkhoa.imposition.PrintFile;
import nienkhoa.imposition.Way;
import nienkhoa.printrun.SheetCode;
import nienkhoa.printrun.SheetCode.Side;
import nienkhoa.printrun.SheetStamp;
import nienkhoa.printrun.scan.ScannedPages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Makes the files of a print run (imposed, coded, written to disk, in jobs) and reads its scan back, one file of all sides
 * in 200 dpi. Both are told by processor time of one thread, and with the most memory that was held.
 *
 * <p>Arguments: sheets (default 1,000), rounds (default 3), a folder to work in (default a temporary one).
 */
public final class PrintBench {

    private static final int PAGES_A_DOCUMENT = 6;
    private static final int SHEETS_A_JOB = 20;
    private static final int PICTURES = 6;
    private static final int DPI = 200;
    private static final float POINTS_A_DOT = 72f / DPI;

    private final Path folder;
    private final int sheets;

    private PrintBench(Path folder, int sheets) {
        this.folder = folder;
        this.sheets = sheets;
    }

    public static void main(String[] arguments) throws IOException {
        int sheets = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = arguments.length > 2
                ? Files.createDirectories(Path.of(arguments[2]))
                : Files.createTempDirectory("print-bench-");
        try {
            PrintBench bench = new PrintBench(folder, sheets);
            byte[] document = document();
            Path scan = bench.scan(document);
            bench.measure("made", 2, () -> bench.make(document), rounds);
            bench.measure("read back", 1, () -> read(scan, 2 * sheets), rounds);
        } finally {
            BenchFiles.delete(folder);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void measure(String name, int perSheet, Work work, int rounds) throws IOException {
        double[] rates = new double[rounds];
        HeapWatch heap = new HeapWatch();
        work.run();
        heap.begin();
        for (int round = 0; round < rounds; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            rates[round] = perSheet * sheets / (nanos / 1e9);
        }
        heap.end();
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f %s a second (median of %d rounds of %d sheets), at most %d MB in use, garbage included%n",
                name,
                rates[rounds / 2],
                perSheet == 2 ? "sides" : "sheets",
                rounds,
                sheets,
                heap.peak() >> 20);
    }

    /** Jobs of the run, one after the other, each over the file of the one before. */
    private void make(byte[] document) throws IOException {
        List<PrintFile> files = new ArrayList<>();
        int perDocument = PAGES_A_DOCUMENT / 2;
        for (int sheet = 0; sheet < sheets; sheet += perDocument) {
            files.add(new PrintFile("d" + sheet, document));
            if (files.size() * perDocument >= SHEETS_A_JOB || sheet + perDocument >= sheets) {
                byte[] sides = Imposition.impose(files, new Way.Duplex()).pdf();
                Files.write(
                        folder.resolve("job.pdf"), SheetStamp.stamp(sides, codes(0, files.size() * PAGES_A_DOCUMENT)));
                files.clear();
            }
        }
    }

    private static void read(Path scan, int sides) {
        ScannedPages.Scan read = ScannedPages.read(List.of(scan), page -> {});
        long known =
                read.sides().stream().filter(side -> side.code().isPresent()).count();
        if (known != sides) {
            throw new IllegalStateException(known + " of " + sides + " sides were read");
        }
    }

    private List<SheetCode> codes(int first, int count) {
        List<SheetCode> codes = new ArrayList<>();
        for (int side = first; side < first + count; side++) {
            int of = Math.max(sheets, count / 2 + 1);
            Side face = side % 2 == 0 ? Side.A : Side.B;
            codes.add(new SheetCode("BENCH1", 1, side / 2 + 1, of, face, "0123456789ABCDEF", "A1B2C3", 1));
        }
        return codes;
    }

    /** A document of text, of the weight of a transcript's pages. */
    private static byte[] document() throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream face = PrintBench.class.getResourceAsStream("/fonts/NienKhoaSerif-Regular.ttf")) {
            PDFont font = PDType0Font.load(document, Objects.requireNonNull(face), true);
            for (int number = 1; number <= PAGES_A_DOCUMENT; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.setLeading(16);
                    content.newLineAtOffset(60, 770);
                    for (int line = 1; line <= 40; line++) {
                        content.showText("Môn học, kết quả đánh giá, nhận xét: trang " + number + ", dòng " + line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A few pictures again and again: each page is decoded anew. */
    private Path scan(byte[] document) throws IOException {
        Path file = folder.resolve("scan.pdf");
        try (PDDocument printed = Loader.loadPDF(SheetStamp.stamp(document, codes(0, PAGES_A_DOCUMENT)));
                PDDocument scan = new PDDocument()) {
            List<PDImageXObject> pictures = new ArrayList<>();
            for (int page = 0; page < PICTURES; page++) {
                BufferedImage picture = new PDFRenderer(printed).renderImageWithDPI(page, DPI, ImageType.RGB);
                pictures.add(JPEGFactory.createFromImage(scan, picture));
            }
            for (int side = 0; side < 2 * sheets; side++) {
                PDImageXObject picture = pictures.get(side % PICTURES);
                float width = picture.getWidth() * POINTS_A_DOT;
                float height = picture.getHeight() * POINTS_A_DOT;
                PDPage page = new PDPage(new PDRectangle(width, height));
                scan.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
                    content.drawImage(picture, 0, 0, width, height);
                }
            }
            scan.save(file.toFile());
        }
        return file;
    }
}
