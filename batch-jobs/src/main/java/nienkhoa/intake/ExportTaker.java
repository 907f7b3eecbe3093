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
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
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
            Listing listing = Listing.of(export.toRealPath());
            if (listing.files().isEmpty()) {
                throw refused("I021_EXPORT_EMPTY", export.toString());
            }
            List<TakenFile> files = new ArrayList<>();
            for (Map.Entry<String, Path> file : listing.files().entrySet()) {
                files.add(hash(file.getKey(), file.getValue()));
            }
            return keep(listing, files);
        } catch (IOException e) {
            throw new UncheckedIOException("export " + export + " cannot be taken", e);
        }
    }

    private TakenExport keep(Listing listing, List<TakenFile> files) throws IOException {
        String sha256 = CanonicalJson.sha256(CanonicalJson.bytes(files));
        Path kept = exports.resolve(sha256);
        if (!isWhole(kept, files)) {
            delete(kept);
            copy(listing, files, sha256, kept);
        }
        return new TakenExport(sha256, kept.resolve("files"), kept.resolve("manifest.json"), files, listing.findings());
    }

    private static boolean isWhole(Path kept, List<TakenFile> files) throws IOException {
        if (!Files.exists(kept.resolve("manifest.json"))) {
            return false;
        }
        for (TakenFile file : files) {
            Path copy = kept.resolve("files").resolve(file.path());
            if (!Files.exists(copy) || Files.size(copy) != file.bytes()) {
                return false;
            }
        }
        return true;
    }

    private void copy(Listing listing, List<TakenFile> files, String sha256, Path kept) throws IOException {
        Path incoming = exports.resolve(".incoming-" + sha256);
        delete(incoming);
        for (TakenFile file : files) {
            Path copy = incoming.resolve("files").resolve(file.path());
            Files.createDirectories(copy.getParent() == null ? incoming : copy.getParent());
            Files.copy(listing.file(file), copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            if (!hash(file.path(), copy).equals(file)) {
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

    /** Never follows a link: one may have been put in the place of a file meanwhile. */
    private static TakenFile hash(String path, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            long bytes = digest.transferTo(OutputStream.nullOutputStream());
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

    /**
     * The regular files of a folder by the name under which they are kept; symbolic links and the like are named and not
     * followed.
     */
    private record Listing(SortedMap<String, Path> files, List<Finding> findings) {

        static Listing of(Path export) throws IOException {
            SortedMap<String, Path> regular = new TreeMap<>();
            List<Path> others = new ArrayList<>();
            Files.walkFileTree(export, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        regular.put(file.toUri().getRawPath(), file);
                    } else {
                        others.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            ExportNames names = new ExportNames();
            SortedMap<String, Path> files = new TreeMap<>();
            regular.values().forEach(file -> files.put(names.add(export, file), file));
            List<Finding> findings = new ArrayList<>(names.findings());
            others.forEach(file -> findings.add(notRegular(new ExportNames().add(export, file))));
            return new Listing(files, findings);
        }

        private static Finding notRegular(String path) {
            return new Finding("I023_NOT_A_REGULAR_FILE", Severity.WARN, Place.ofFile(path), "", List.of());
        }

        Path file(TakenFile taken) {
            return Objects.requireNonNull(files.get(taken.path()));
        }
    }
}
