package nienkhoa.archive.copies.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import nienkhoa.archive.copies.CopyMedium;
import nienkhoa.archive.copies.ExpectedObject;
import nienkhoa.archive.copies.Sha512;
import nienkhoa.archive.copies.WrongDigest;

/**
 * Files on their way into a bucket. A bucket knows no renaming: files wait on this machine until all are proved, then go
 * one by one, and the root inventory, by which an object is there, goes last. A server takes a file whole or not at all.
 */
final class S3Writing implements CopyMedium.Writing {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Bucket bucket;
    private final String prefix;
    private final Path staged;
    private final Runnable step;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final Map<String, Waiting> files = new LinkedHashMap<>();

    /** @param sha256 in base 64, as servers want it */
    private record Waiting(Path copy, String sha256) {}

    S3Writing(Bucket bucket, String prefix, Path scratch, Runnable step) throws IOException {
        this.bucket = bucket;
        this.prefix = prefix;
        this.step = step;
        this.staged = Files.createTempDirectory(Files.createDirectories(scratch), "bucket-");
    }

    @Override
    public void add(String file, InputStream content, String sha512) throws IOException {
        Path copy = staged.resolve(Integer.toString(files.size()));
        MessageDigest proof = Sha512.digest();
        MessageDigest sha256 = sha256();
        try (OutputStream out = Files.newOutputStream(copy)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                proof.update(buffer, 0, read);
                sha256.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (!HexFormat.of().formatHex(proof.digest()).equals(sha512)) {
            throw new WrongDigest(file);
        }
        files.put(file, new Waiting(copy, Base64.getEncoder().encodeToString(sha256.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void commit() throws IOException {
        Map<String, Waiting> last = new LinkedHashMap<>();
        for (String file : new String[] {ExpectedObject.SIDECAR, ExpectedObject.INVENTORY}) {
            Waiting waiting = files.remove(file);
            if (waiting != null) {
                last.put(file, waiting);
            }
        }
        send(files);
        send(last);
    }

    private void send(Map<String, Waiting> some) throws IOException {
        for (Map.Entry<String, Waiting> file : some.entrySet()) {
            step.run();
            bucket.write(
                    prefix + file.getKey(),
                    file.getValue().copy(),
                    file.getValue().sha256());
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; ; i++) {
            if (!Files.deleteIfExists(staged.resolve(Integer.toString(i)))) {
                break;
            }
        }
        Files.deleteIfExists(staged);
    }
}
