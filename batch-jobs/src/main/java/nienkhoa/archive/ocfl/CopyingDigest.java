package nienkhoa.archive.ocfl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    record Digests(String sha256, String sha512) {}

    /** The copy still has to be forced to the disk. */
    Digests copy(Path source, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            return copy(in, target);
        }
    }

    Digests copy(byte[] content, Path target) throws IOException {
        return copy(new ByteArrayInputStream(content), target);
    }

    private Digests copy(InputStream in, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
                sha512.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
        }
        HexFormat hex = HexFormat.of();
        return new Digests(hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest()));
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
