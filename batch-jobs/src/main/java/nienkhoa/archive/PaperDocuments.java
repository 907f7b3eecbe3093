package nienkhoa.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.PdfaGate;

/** Papers that a stage makes about its own doings, as documents of a dossier: through the gate, with their data beside. */
public final class PaperDocuments {

    private final PdfaGate gate;

    public PaperDocuments(PdfaGate gate) {
        this.gate = gate;
    }

    /**
     * Writes a paper and its data into a folder; what lies there under the id is replaced.
     *
     * @param edition {@code form/edition}
     * @throws IllegalStateException if it is no PDF/A, which is a mistake of ours
     */
    public ArchiveDocument document(String id, String edition, int pages, byte[] pdf, String json, Path folder) {
        List<String> failed =
                gate.check(pdf).failedRules().stream().map(String::valueOf).toList();
        GatePass pass = Optional.of(failed)
                .filter(List::isEmpty)
                .flatMap(none -> GatePass.of(GatePass.PASS))
                .orElseThrow(() -> new IllegalStateException(id + " is no PDF/A: " + failed));
        byte[] data = json.getBytes(StandardCharsets.UTF_8);
        return new ArchiveDocument(
                id,
                edition,
                pages,
                pass,
                ArchiveDocument.pdf(id, write(folder.resolve(id + ".pdf"), pdf), CanonicalJson.sha256(pdf)),
                ArchiveDocument.data(id, write(folder.resolve(id + ".json"), data), CanonicalJson.sha256(data)),
                Optional.empty());
    }

    /** Writes a file, with the folders above it. */
    public static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
