package nienkhoa.forms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads a finished document back, with another library than the one that wrote its pages, and compares it with what was
 * filled: its pages, their texts, faces and pictures, the attached data. About a tenth of what a text extraction costs,
 * so it is done for every document.
 */
final class PdfProof {

    private PdfProof() {}

    /** @param data what has to be attached */
    static List<Refusal> check(byte[] pdf, List<Expected> expected, byte[] data, JasperReportsContext context) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.isEncrypted() || document.getNumberOfPages() != expected.size()) {
                return List.of(Refusal.of(Refusal.READ_BACK, "pages", document.getNumberOfPages(), expected.size()));
            }
            List<Refusal> refusals = new ArrayList<>(pages(document, expected, context));
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

    private static List<Refusal> pages(PDDocument document, List<Expected> expected, JasperReportsContext context)
            throws IOException {
        List<Refusal> refusals = new ArrayList<>();
        GlyphReader glyphs = new GlyphReader();
        for (int i = 0; i < expected.size(); i++) {
            int number = i + 1;
            PageProof.firstFault(expected.get(i), PageReader.read(document.getPage(i)), glyphs, context)
                    .ifPresent(place -> refusals.add(Refusal.of(Refusal.READ_BACK, place, number, expected.size())));
        }
        return refusals;
    }
}
