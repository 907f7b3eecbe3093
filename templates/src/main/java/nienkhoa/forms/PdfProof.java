package nienkhoa.forms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import net.sf.jasperreports.engine.JasperReportsContext;
import nienkhoa.forms.PageReader.Syntax;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Reads a finished document back, with another library than the one that wrote its pages, and compares it with what was
 * filled: its pages, their texts, faces and pictures, the attached data; and its structure with what is marked on the pages.
 * PDFBox opens each document, without mending anything, and finds its objects; what is not looked at again is a font, a constant
 * page, the lines of a page or the structure of a page that is stored as in an earlier document, byte for byte. A document with
 * other texts than any before, and one in {@value #ONE_IN} of the rest, is read by PDFBox alone, every operator. Safe for several
 * threads.
 */
final class PdfProof {

    private static final String STRUCTURE = "structure";
    private static final int ONE_IN = 64;
    private static final int MOST_KEPT = 10_000;

    private final JasperReportsContext context;
    private final GlyphReader.Kept fonts = new GlyphReader.Kept();
    private final QuietContents contents = new QuietContents();
    private final ProvedPages proved = new ProvedPages();
    private final StructureReader.Kept structures = new StructureReader.Kept();

    /** Keys of all texts of documents that were read by PDFBox alone, as a number. */
    private final Set<Integer> skeletons = ConcurrentHashMap.newKeySet();

    PdfProof(JasperReportsContext context) {
        this.context = context;
    }

    /** @param data what has to be attached */
    List<Refusal> check(byte[] pdf, List<Expected> expected, byte[] data) {
        int skeleton = skeleton(expected);
        boolean isNew = !skeletons.contains(skeleton);
        List<Refusal> refusals = check(pdf, expected, data, isNew || isSampled(data));
        if (isNew && refusals.isEmpty()) {
            if (skeletons.size() >= MOST_KEPT) {
                skeletons.clear();
            }
            skeletons.add(skeleton);
        }
        return refusals;
    }

    /** @param full whether to read everything anew and by PDFBox alone */
    List<Refusal> check(byte[] pdf, List<Expected> expected, byte[] data, boolean full) {
        try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(pdf)).parse(false)) {
            if (document.isEncrypted() || document.getNumberOfPages() != expected.size()) {
                return List.of(Refusal.of(Refusal.READ_BACK, "pages", document.getNumberOfPages(), expected.size()));
            }
            GlyphReader glyphs = new GlyphReader(document.getDocument(), pdf, full ? new GlyphReader.Kept() : fonts);
            List<Refusal> refusals = new ArrayList<>();
            int[] marked = new int[expected.size()];
            for (int i = 0; i < expected.size(); i++) {
                int number = i + 1;
                firstFault(expected.get(i), document.getPage(i), glyphs, full, count -> marked[number - 1] = count)
                        .ifPresent(
                                place -> refusals.add(Refusal.of(Refusal.READ_BACK, place, number, expected.size())));
            }
            StructureReader.Kept known = full ? new StructureReader.Kept() : structures;
            if (!isTagged(new StructureReader(document, pdf, known), marked)) {
                refusals.add(Refusal.of(Refusal.READ_BACK, STRUCTURE, 0, expected.size()));
            }
            if (!PdfReadback.embeddedJson(document)
                    .filter(json -> Arrays.equals(json, data))
                    .isPresent()) {
                refusals.add(Refusal.of(Refusal.READ_BACK, PdfFinish.DATA_FILE, 0, 0));
            }
            return refusals;
        } catch (IOException | RuntimeException e) {
            return List.of(Refusal.of(Refusal.READ_BACK, "PDF", 0, expected.size()));
        }
    }

    /** Whether each marked content of the pages is in the structure, and nothing else is. */
    private static boolean isTagged(StructureReader reader, int[] marked) {
        try {
            return Arrays.equals(
                    reader.read().stream().mapToInt(ReadStructure::marked).toArray(), marked);
        } catch (IOException e) {
            return false;
        }
    }

    /** @param marked is told how many marked contents the page has */
    private Optional<String> firstFault(
            Expected expected, PDPage page, GlyphReader glyphs, boolean full, IntConsumer marked) throws IOException {
        if (!isPlain(expected, page)) {
            return Optional.of("page");
        }
        OptionalInt known = full ? OptionalInt.empty() : proved.marked(expected, page, glyphs);
        if (known.isPresent()) {
            marked.accept(known.getAsInt());
            return Optional.empty();
        }
        PageReader read =
                full ? PageReader.read(page, glyphs, Syntax.FULL) : PageReader.readQuickly(page, glyphs, contents);
        marked.accept(read.marks().count());
        Optional<String> fault = PageProof.firstFault(expected, read, context);
        if (fault.isEmpty() && !full) {
            proved.add(expected, page, read);
        }
        return fault;
    }

    /** Whether the paper is as expected, upright, and nothing lies over the page. */
    private static boolean isPlain(Expected expected, PDPage page) {
        PDRectangle paper = page.getMediaBox();
        return page.getRotation() == 0
                && page.getUserUnit() == 1
                && !page.getCOSObject().containsKey(COSName.ANNOTS)
                && paper.getLowerLeftX() == 0
                && paper.getLowerLeftY() == 0
                && paper.getWidth() == expected.width()
                && paper.getHeight() == expected.height()
                && Arrays.equals(corners(page.getCropBox()), corners(paper));
    }

    private static float[] corners(PDRectangle box) {
        return new float[] {box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY()};
    }

    private static int skeleton(List<Expected> expected) {
        int skeleton = expected.size();
        for (Expected page : expected) {
            for (Expected.Text text : page.texts()) {
                skeleton = 31 * skeleton + text.key().hashCode();
            }
        }
        return skeleton;
    }

    /** Chosen by the data, and therefore the same in every run. */
    private static boolean isSampled(byte[] data) {
        return Math.floorMod(Arrays.hashCode(data), ONE_IN) == 0;
    }
}
