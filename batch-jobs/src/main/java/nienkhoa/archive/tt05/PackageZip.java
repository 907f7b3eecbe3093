package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.PackagePath;

/**
 * Zips a version. What is kept is zipped as it is; for a package that is handed in or given out, the lists are written
 * anew, since they name the type of the package, and the records are the same. Every byte is checked on its way.
 */
public final class PackageZip implements PackageSink {

    private final StoredVersion stored;
    private final ArchivePackage contents;
    private final ZipOutputStream zip;
    private final LocalDateTime made;

    private PackageZip(StoredVersion stored, ArchivePackage contents, DossierManifest manifest, OutputStream out) {
        this.stored = stored;
        this.contents = contents;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.made = LocalDateTime.ofInstant(Instant.parse(manifest.made().at()), ZoneOffset.ofHours(7));
    }

    /** A file is not what the package says of it. */
    public static final class DamagedFileException extends IOException {
        DamagedFileException(String path) {
            super(path);
        }
    }

    /**
     * Writes the zip; the stream stays open.
     *
     * @param later the newest version; empty if this is it
     * @return the id of the package
     * @throws DamagedFileException if a file of the version has changed
     */
    public static String write(
            StoredVersion stored, PackageType type, Optional<ArchivePackage.Later> later, OutputStream out)
            throws IOException {
        DossierManifest manifest = stored.manifest();
        ArchivePackage contents = new ArchivePackage(manifest, stored.number(), type, later);
        PackageZip writer = new PackageZip(stored, contents, manifest, out);
        if (type == PackageType.AIP) {
            writer.copyAll();
        } else {
            contents.write(writer, stored.history());
            for (FileLine file : (Iterable<FileLine>) manifest.allFiles()::iterator) {
                writer.copy(file);
            }
        }
        writer.zip.finish();
        return contents.id();
    }

    private void copyAll() throws IOException {
        TreeMap<String, FileLine> listed = new TreeMap<>();
        for (String base : new String[] {"", PackagePath.REPRESENTATION}) {
            try (InputStream mets = stored.open(base + PackagePath.METS)) {
                PackageList.read(mets, base).forEach(line -> listed.put(line.path(), line));
            }
        }
        try (InputStream mets = stored.open(PackagePath.METS)) {
            add(PackagePath.METS, mets::transferTo);
        }
        for (FileLine file : listed.values()) {
            copy(file);
        }
    }

    private void copy(FileLine file) throws IOException {
        try (InputStream in = stored.open(file.path())) {
            if (!add(file.path(), in::transferTo).sha256().equals(file.sha256())) {
                throw new DamagedFileException(file.path());
            }
        }
    }

    /** The folder in the zip: the id, without what folders cannot be called. */
    private String folder() {
        return contents.id().replace(':', '_') + "/";
    }

    @Override
    public FileLine add(String path, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(folder() + path);
        entry.setTimeLocal(made);
        zip.putNextEntry(entry);
        CountingDigest out = new CountingDigest(zip);
        content.writeTo(out);
        zip.closeEntry();
        return new FileLine(
                path, out.bytes, HexFormat.of().formatHex(out.getMessageDigest().digest()));
    }

    @Override
    public InputStream open(String path) throws IOException {
        return stored.open(path);
    }

    private static final class CountingDigest extends DigestOutputStream {

        private long bytes;

        CountingDigest(OutputStream out) {
            super(out, sha256());
        }

        @Override
        public void write(int one) throws IOException {
            super.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            super.write(some, from, length);
            bytes += length;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
