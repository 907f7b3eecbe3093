package nienkhoa.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.FormRenderer.Outcome;

/** The files of documents under {@code out/}. A file is there whole or not at all. */
final class DocumentFiles {

    private final Path out;

    DocumentFiles(Path out) {
        this.out = out;
    }

    Made write(PlannedDocument document, String recipe, byte[] data, Outcome.Rendered rendered) {
        byte[] pdf = rendered.pdf();
        put(document, ".json", data);
        put(document, ".pdf", pdf);
        rendered.xlsx().ifPresent(workbook -> put(document, ".xlsx", workbook));
        byte[] workbook = rendered.xlsx().orElse(new byte[0]);
        return new Made(
                recipe,
                CanonicalJson.sha256(data),
                CanonicalJson.sha256(pdf),
                workbook.length == 0 ? "" : CanonicalJson.sha256(workbook),
                rendered.pages(),
                (long) data.length + pdf.length + workbook.length);
    }

    boolean areStill(PlannedDocument document, Made made) {
        return is(document, ".json", made.dataSha256())
                && is(document, ".pdf", made.pdfSha256())
                && (made.xlsxSha256().isEmpty() || is(document, ".xlsx", made.xlsxSha256()));
    }

    /** Takes away what an earlier run made, so that nobody signs a document that is no longer right. */
    void remove(PlannedDocument document) {
        try {
            for (String ending : List.of(".pdf", ".xlsx", ".json")) {
                Files.deleteIfExists(file(document, ending));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean is(PlannedDocument document, String ending, String sha256) {
        try {
            return CanonicalJson.sha256(Files.readAllBytes(file(document, ending)))
                    .equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(PlannedDocument document, String ending, byte[] content) {
        Path target = file(document, ending);
        Path draft = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            Files.createDirectories(target.getParent());
            Files.write(draft, content);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    private Path file(PlannedDocument document, String ending) {
        return out.resolve(document.path() + ending);
    }
}
