package nienkhoa.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.PdfReadback;
import nienkhoa.forms.PdfaGate;
import nienkhoa.forms.SampledGate;
import nienkhoa.rendering.Documents.Unjudged;

/**
 * Lets a rendered document through to the archive only if it is PDF/A-3b and holds the data that it was made from.
 * veraPDF reads every document of a new shape and a sample of the others ({@link SampledGate}).
 */
public final class Gate {

    private final SampledGate pdfa;
    private final Documents documents;
    private final Path out;

    public Gate(SampledGate pdfa, Documents documents, Path out) {
        this.pdfa = pdfa;
        this.documents = documents;
        this.out = out;
    }

    /** Judges one document and records the verdict; a file rendered anew meanwhile is left for its own turn. */
    public void judge(Unjudged document) {
        byte[] pdf = read(document, ".pdf");
        if (CanonicalJson.sha256(pdf).equals(document.pdfSha256())) {
            documents.judge(document, failures(document, pdf));
        }
    }

    private List<String> failures(Unjudged document, byte[] pdf) {
        Optional<byte[]> embedded = PdfReadback.embeddedJson(pdf);
        if (embedded.isEmpty() || !Arrays.equals(embedded.get(), read(document, ".json"))) {
            return List.of("data");
        }
        PdfaGate.Verdict verdict = pdfa.check(pdf);
        if (verdict.passed()) {
            return List.of();
        }
        return verdict.failedRules().isEmpty() ? List.of("veraPDF") : verdict.failedRules();
    }

    private byte[] read(Unjudged document, String ending) {
        Path file = out.resolve(document.path() + ending);
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
