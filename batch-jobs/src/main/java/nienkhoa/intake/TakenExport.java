package nienkhoa.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.model.Finding;

/**
 * An export as it was received, kept byte for byte.
 *
 * @param sha256 SHA-256 of the canonical JSON of {@code files}
 * @param folder where the files lie, unchanged
 * @param manifest the file that lists them
 * @param files sorted by path
 * @param findings what could not be taken, such as symbolic links
 * @param places where each of {@code files} lies
 * @param base the export to which this one, a corrected workbook alone, adds; empty for a whole export
 */
public record TakenExport(
        String sha256,
        Path folder,
        Path manifest,
        List<TakenFile> files,
        List<Finding> findings,
        List<Path> places,
        Optional<TakenExport> base) {

    public TakenExport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        places = List.copyOf(places);
    }

    TakenExport(String sha256, Path folder, Path manifest, List<TakenFile> files, List<Finding> findings) {
        this(
                sha256,
                folder,
                manifest,
                files,
                findings,
                files.stream().map(file -> folder.resolve(file.path())).toList(),
                Optional.empty());
    }

    /** Whether this is a corrected workbook alone, so that what it does not name has not vanished. */
    public boolean supplement() {
        return base.isPresent();
    }

    TakenExport addedTo(TakenExport other) {
        return new TakenExport(sha256, folder, manifest, files, findings, places, Optional.of(other));
    }

    /**
     * The export with all that it adds to before its own files. A path that is there already gets a number, and the files
     * of {@code base} keep theirs, since origins name them.
     */
    TakenExport whole() {
        if (base.isEmpty()) {
            return this;
        }
        TakenExport below = base.get().whole();
        List<TakenFile> all = new ArrayList<>(below.files());
        List<Path> allPlaces = new ArrayList<>(below.places());
        Set<String> taken = new HashSet<>();
        all.forEach(file -> taken.add(file.path()));
        for (TakenFile file : files) {
            String path = file.path();
            for (int number = 2; !taken.add(path); number++) {
                path = "(" + number + ") " + file.path();
            }
            all.add(new TakenFile(path, file.bytes(), file.sha256()));
        }
        allPlaces.addAll(places);
        return new TakenExport(sha256, folder, manifest, all, findings, allPlaces, base);
    }

    /** Number of the first file of {@link #whole} that is not one of {@code base}. */
    int ownFrom() {
        return base.map(below -> below.whole().files().size()).orElse(0);
    }

    /** Where a file lies. */
    Path locate(int file) {
        return places.get(file);
    }

    /**
     * Copies an export, or a corrected workbook alone, into the home folder, unless it is there.
     *
     * @throws RefusedExport if there is nothing to take
     */
    public static TakenExport of(Path export, Path home, Workbooks workbooks) {
        ExportTaker taker = new ExportTaker(home.resolve("work/exports"));
        return Files.isRegularFile(export) ? taker.takeCorrected(export, workbooks) : taker.take(export);
    }

    /** @param path inside the export, with {@code /} */
    public record TakenFile(String path, long bytes, String sha256) {}

    public long bytes() {
        return files.stream().mapToLong(TakenFile::bytes).sum();
    }
}
