package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.TakenExport.TakenFile;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Takes a folder into the home folder, unchanged and under its own digest. */
final class ExportTaker {

    private final Path exports;

    /** @param exports {@code <home>/work/exports} */
    ExportTaker(Path exports) {
        this.exports = exports;
    }

    /**
     * Copies the export unless it is there already. A copy appears whole or not at all.
     *
     * @throws RefusedExport if there is no such folder, it is empty, or it changes meanwhile
     * @throws UncheckedIOException if a disk is out of reach
     */
    TakenExport take(Path export) {
        if (!Files.isDirectory(export)) {
            throw refused("I020_EXPORT_NOT_FOUND", export.toString());
        }
        try {
            Listing listing = Listing.of(export);
            if (listing.files().isEmpty()) {
                throw refused("I021_EXPORT_EMPTY", export.toString());
            }
            List<TakenFile> files = new ArrayList<>();
            for (Path file : listing.files()) {
                files.add(hash(export, file));
            }
            files.sort(Comparator.comparing(TakenFile::path));
            return keep(export, files, listing.findings());
        } catch (IOException e) {
            throw new UncheckedIOException("export " + export + " cannot be taken", e);
        }
    }

    private TakenExport keep(Path export, List<TakenFile> files, List<Finding> findings) throws IOException {
        String sha256 = CanonicalJson.sha256(CanonicalJson.bytes(files));
        Path kept = exports.resolve(sha256);
        if (!isWhole(kept, files)) {
            delete(kept);
            copy(export, files, sha256, kept);
        }
        return new TakenExport(sha256, kept.resolve("files"), kept.resolve("manifest.json"), files, findings);
    }

    /** By content and not only by size: a power cut can leave a file of the right length without its content. */
    private static boolean isWhole(Path kept, List<TakenFile> files) throws IOException {
        if (!Files.exists(kept.resolve("manifest.json"))) {
            return false;
        }
        for (TakenFile file : files) {
            Path copy = kept.resolve("files").resolve(file.path());
            if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
                    || !hash(kept.resolve("files"), copy).equals(file)) {
                return false;
            }
        }
        return true;
    }

    private void copy(Path export, List<TakenFile> files, String sha256, Path kept) throws IOException {
        Path incoming = exports.resolve(".incoming-" + sha256);
        delete(incoming);
        for (TakenFile file : files) {
            Path copy = incoming.resolve("files").resolve(file.path());
            Files.createDirectories(copy.getParent() == null ? incoming : copy.getParent());
            Files.copy(export.resolve(file.path()), copy, StandardCopyOption.COPY_ATTRIBUTES);
            if (!hash(incoming.resolve("files"), copy).equals(file)) {
                throw refused("I038_EXPORT_CHANGED", file.path());
            }
        }
        Files.write(incoming.resolve("manifest.json"), CanonicalJson.bytes(Map.of("sha256", sha256, "files", files)));
        move(incoming, kept);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static TakenFile hash(Path root, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            long bytes = digest.transferTo(OutputStream.nullOutputStream());
            String path = root.relativize(file).toString().replace('\\', '/');
            return new TakenFile(
                    path,
                    bytes,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static RefusedExport refused(String code, String place) {
        return new RefusedExport(new Finding(code, Severity.REJECT, Place.ofFile(place), "", List.of()));
    }

    /** The regular files of a folder; symbolic links are named and not followed. */
    private record Listing(List<Path> files, List<Finding> findings) {

        static Listing of(Path export) throws IOException {
            Listing listing = new Listing(new ArrayList<>(), new ArrayList<>());
            Files.walkFileTree(export, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    listing.add(export, file, attributes);
                    return FileVisitResult.CONTINUE;
                }
            });
            return listing;
        }

        private void add(Path export, Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.add(file);
            } else {
                String path = export.relativize(file).toString().replace('\\', '/');
                findings.add(new Finding("I023_NOT_A_REGULAR_FILE", Severity.WARN, Place.ofFile(path), "", List.of()));
            }
        }
    }
}
