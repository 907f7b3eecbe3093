package nienkhoa.archive.ocfl;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nienkhoa.archive.tt05.PackageSink;

/**
 * Copies files and takes both digests of each in the same pass: SHA-256, by which {@code dossier.json} knows
 * it, and SHA-512, by which OCFL does. For one thread.
 */
final class CopyingDigest {

    /** Large enough that a document is one or two reads; small beside any heap. */
    private static final int BUFFER_BYTES = 64 * 1024;

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");

    /** The digests of a copied file, lower-case hexadecimal. */
    record Digests(String sha256, String sha512, long bytes) {}

    /** The copy still has to be forced to the disk. */
    Digests copy(Path source, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            return copy(in, target);
        }
    }

    private Digests copy(InputStream in, Path target) throws IOException {
        return write(
                out -> {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        out.write(buffer, 0, read);
                    }
                },
                target);
    }

    /** The same for what is not a file yet. */
    Digests write(PackageSink.Content content, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        try (Digesting out =
                new Digesting(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            content.writeTo(out);
            HexFormat hex = HexFormat.of();
            return new Digests(hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest()), out.bytes);
        }
    }

    private final class Digesting extends FilterOutputStream {

        private long bytes;

        Digesting(OutputStream file) {
            super(file);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            sha256.update(some, from, length);
            sha512.update(some, from, length);
            out.write(some, from, length);
            bytes += length;
        }
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
