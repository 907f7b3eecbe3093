package nienkhoa.archive.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import nienkhoa.forms.PdfReadback;
import nienkhoa.forms.PdfaGate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Asks veraPDF and PDFBox. */
public final class FormsPdfProof implements PdfProof {

    private final PdfaGate gate = new PdfaGate();

    @Override
    public List<String> brokenPdfaRules(byte[] pdf) {
        PdfaGate.Verdict verdict = gate.check(pdf);
        if (verdict.passed()) {
            return List.of();
        }
        return verdict.failedRules().isEmpty() ? List.of("veraPDF") : verdict.failedRules();
    }

    @Override
    public Optional<byte[]> embeddedData(byte[] pdf) {
        return PdfReadback.embeddedJson(pdf);
    }

    /** In the order in which the page was drawn: so a text that is broken into lines inside its cell stays together. */
    @Override
    public String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
