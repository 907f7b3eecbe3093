package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.TakenExport.TakenFile;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** Takes a folder into the home folder, unchanged and under its own digest. */
final class ExportTaker {

    private static final String MANIFEST = "manifest.json";
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]+");

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
            return keep(listing, files, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("export " + export + " cannot be taken", e);
        }
    }

    /**
     * Copies a corrected workbook that came alone; it adds to the export that its rows name.
     *
     * @throws RefusedExport if it holds no rows that were rejected, or their export is not kept here
     */
    TakenExport takeCorrected(Path workbook, Workbooks workbooks) {
        try {
            Path file = workbook.toAbsolutePath();
            Path folder = Objects.requireNonNull(file.getParent());
            Listing listing = Listing.of(folder, file);
            TakenFile taken = hash(listing.files().firstKey(), file);
            TakenExport alone = new TakenExport("", folder, workbook, List.of(taken), List.of());
            Set<String> origins = Corrections.in(alone, Set.of(0), workbooks).exports(0);
            if (origins.isEmpty()) {
                throw refused("I085_NO_CORRECTED_ROWS", workbook.toString());
            }
            if (origins.size() > 1) {
                throw refused("I087_CORRECTIONS_MIXED", workbook.toString());
            }
            String origin = origins.iterator().next();
            TakenExport base =
                    kept(origin).orElseThrow(() -> refused("I086_EXPORT_NOT_KEPT", workbook.toString(), origin));
            return keep(listing, List.of(taken), Optional.of(base.sha256())).addedTo(base);
        } catch (IOException e) {
            throw new UncheckedIOException("corrected workbook " + workbook + " cannot be taken", e);
        }
    }

    /** An export that was taken before, by the first digits of its SHA-256; with the one that it adds to. */
    private Optional<TakenExport> kept(String digits) throws IOException {
        if (!DIGITS.matcher(digits).matches() || !Files.isDirectory(exports)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(exports, digits + "*")) {
            for (Path kept : found) {
                if (Files.exists(kept.resolve(MANIFEST))) {
                    return Optional.of(read(kept));
                }
            }
        }
        return Optional.empty();
    }

    private TakenExport read(Path kept) throws IOException {
        Path manifest = kept.resolve(MANIFEST);
        Manifest listed = CanonicalJson.read(Files.readString(manifest), Manifest.class);
        TakenExport export =
                new TakenExport(listed.sha256(), kept.resolve("files"), manifest, listed.files(), List.of());
        String base = listed.base();
        return base == null
                ? export
                : export.addedTo(kept(base).orElseThrow(() -> refused("I086_EXPORT_NOT_KEPT", kept.toString(), base)));
    }

    /** @param base SHA-256 of the export to which a corrected workbook adds */
    private record Manifest(
            String sha256, List<TakenFile> files, @Nullable String base) {}

    private TakenExport keep(Listing listing, List<TakenFile> files, Optional<String> base) throws IOException {
        Map<String, Object> manifest = new TreeMap<>(Map.of("files", files));
        base.ifPresent(sha256 -> manifest.put("base", sha256));
        String sha256 = CanonicalJson.sha256(CanonicalJson.bytes(base.isPresent() ? manifest : files));
        manifest.put("sha256", sha256);
        Path kept = exports.resolve(sha256);
        if (!isWhole(kept, files)) {
            delete(kept);
            copy(listing, manifest, files, kept);
        }
        return new TakenExport(sha256, kept.resolve("files"), kept.resolve(MANIFEST), files, listing.findings());
    }

    /** By content and not only by size: a power cut can leave a file of the right length without its content. */
    private static boolean isWhole(Path kept, List<TakenFile> files) throws IOException {
        if (!Files.exists(kept.resolve(MANIFEST))) {
            return false;
        }
        for (TakenFile file : files) {
            Path copy = kept.resolve("files").resolve(file.path());
            if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
                    || !hash(file.path(), copy).equals(file)) {
                return false;
            }
        }
        return true;
    }

    private void copy(Listing listing, Map<String, Object> manifest, List<TakenFile> files, Path kept)
            throws IOException {
        Path incoming = exports.resolve(".incoming-" + kept.getFileName());
        delete(incoming);
        for (TakenFile file : files) {
            Path copy = incoming.resolve("files").resolve(file.path());
            Files.createDirectories(copy.getParent() == null ? incoming : copy.getParent());
            Files.copy(listing.file(file), copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            if (!hash(file.path(), copy).equals(file)) {
                throw refused("I038_EXPORT_CHANGED", file.path());
            }
        }
        Files.write(incoming.resolve(MANIFEST), CanonicalJson.bytes(manifest));
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

    private static RefusedExport refused(String code, String place, String... args) {
        return new RefusedExport(new Finding(code, Severity.REJECT, Place.ofFile(place), "", List.of(args)));
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

        /** One file alone. */
        static Listing of(Path folder, Path file) {
            ExportNames names = new ExportNames();
            SortedMap<String, Path> files = new TreeMap<>(Map.of(names.add(folder, file), file));
            return new Listing(files, names.findings());
        }

        private static Finding notRegular(String path) {
            return new Finding("I023_NOT_A_REGULAR_FILE", Severity.WARN, Place.ofFile(path), "", List.of());
        }

        Path file(TakenFile taken) {
            return Objects.requireNonNull(files.get(taken.path()));
        }
    }
}
