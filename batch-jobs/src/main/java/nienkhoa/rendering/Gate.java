package nienkhoa.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.DocumentGate;
import nienkhoa.forms.SampledGate;
import nienkhoa.rendering.Documents.Unjudged;

/**
 * Lets a rendered document through to the archive only if it is PDF/A-3b and holds the data that it was made from.
 * veraPDF reads every document of a new shape and a sample of the others ({@link SampledGate}).
 */
public final class Gate {

    private final DocumentGate gate;
    private final Documents documents;
    private final Path out;

    public Gate(SampledGate pdfa, Documents documents, Path out) {
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
