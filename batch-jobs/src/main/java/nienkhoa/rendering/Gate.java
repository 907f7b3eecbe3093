package nienkhoa.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.DocumentGate;
import nienkhoa.forms.PdfaGate;
import nienkhoa.rendering.Documents.Unjudged;

/**
 * Lets a rendered document through to the archive only if veraPDF calls it PDF/A-3b and it holds the data that it was
 * made from. Costs several times the rendering, so it runs beside it.
 */
public final class Gate {

    private final DocumentGate gate;
    private final Documents documents;
    private final Path out;

    public Gate(PdfaGate pdfa, Documents documents, Path out) {
        this.gate = new DocumentGate(pdfa);
        this.documents = documents;
        this.out = out;
    }

    /** Judges one document and records the verdict; a file rendered anew meanwhile is left for its own turn. */
    public void judge(Unjudged document) {
        byte[] pdf = read(document, ".pdf");
        if (CanonicalJson.sha256(pdf).equals(document.pdfSha256())) {
            documents.judge(document, gate.failures(pdf, read(document, ".json")));
        }
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
