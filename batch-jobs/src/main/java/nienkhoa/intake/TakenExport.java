package nienkhoa.intake;

import java.nio.file.Path;
import java.util.List;
import nienkhoa.model.Finding;

/**
 * An export as it was received, kept byte for byte.
 *
 * @param sha256 SHA-256 of the canonical JSON of {@code files}
 * @param folder where the files lie, unchanged
 * @param manifest the file that lists them
 * @param files sorted by path
 * @param findings what could not be taken, such as symbolic links
 */
public record TakenExport(String sha256, Path folder, Path manifest, List<TakenFile> files, List<Finding> findings) {

    public TakenExport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /**
     * Copies an export into the home folder, unless it is there.
     *
     * @throws RefusedExport if there is nothing to take
     */
    public static TakenExport of(Path export, Path home) {
        return new ExportTaker(home.resolve("work/exports")).take(export);
    }

    /** @param path inside the export, with {@code /} */
    public record TakenFile(String path, long bytes, String sha256) {}

    public long bytes() {
        return files.stream().mapToLong(TakenFile::bytes).sum();
    }
}
