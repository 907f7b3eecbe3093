package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.Proofs;

/** The PDF documents of one side of a comparison, by their path in it. */
final class ProofDocuments {

    private ProofDocuments() {}

    /**
     * @param from a PDF, a folder with PDF files at any depth, or the folder of an edition, whose samples are rendered
     * @throws Problem if it is none of them
     */
    static SortedMap<String, byte[]> of(Path from) {
        try {
            if (Proofs.isEdition(from)) {
                return rendered(from);
            }
            if (Files.isDirectory(from)) {
                return files(from);
            }
            SortedMap<String, byte[]> one = new TreeMap<>();
            one.put("", Files.readAllBytes(from));
            return one;
        } catch (IOException e) {
            throw Problem.wrongUse("S073_FILE_UNREADABLE", from.toString());
        }
    }

    private static SortedMap<String, byte[]> rendered(Path edition) throws IOException {
        SortedMap<String, byte[]> documents = new TreeMap<>();
        Proofs.inFolder(edition).forEach(proof -> {
            if (proof.outcome() instanceof Outcome.Rendered rendered) {
                documents.put(proof.name() + ".pdf", rendered.pdf());
            }
        });
        return documents;
    }

    private static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> documents = new TreeMap<>();
        List<Path> found;
        try (Stream<Path> inside = Files.walk(folder)) {
            found = inside.filter(ProofDocuments::isPdf).toList();
        }
        if (found.isEmpty()) {
            throw Problem.wrongUse("S072_NO_PDF", folder.toString());
        }
        for (Path file : found) {
            documents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return documents;
    }

    private static boolean isPdf(Path file) {
        return Files.isRegularFile(file)
                && file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
