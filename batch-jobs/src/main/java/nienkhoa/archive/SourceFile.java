package nienkhoa.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is to go into a dossier.
 *
 * @param path where it goes inside the dossier, with {@code /}, for example {@link PackagePath}
 * @param source where it lies now
 * @param sha256 what it has to be, lower-case hexadecimal
 */
public record SourceFile(String path, Path source, String sha256, long bytes) {

    /** @throws IllegalArgumentException if {@code path} is absolute or climbs out of the dossier */
    public SourceFile {
        if (path.isBlank() || path.startsWith("/") || ("/" + path + "/").contains("/../")) {
            throw new IllegalArgumentException("not a path inside a dossier: " + path);
        }
    }

    /** The same with the size that the file has now; a missing file has none and will be found out when it is added. */
    public static SourceFile of(String path, Path source, String sha256) {
        try {
            return new SourceFile(path, source, sha256, Files.exists(source) ? Files.size(source) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How {@code dossier.json} writes the file. */
    DossierManifest.FileLine line() {
        return new DossierManifest.FileLine(path, bytes, sha256);
    }
}
