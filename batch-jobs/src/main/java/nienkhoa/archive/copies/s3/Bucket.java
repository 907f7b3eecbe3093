package nienkhoa.archive.copies.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nienkhoa.archive.copies.Pace;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The few things that copies ask of a bucket. Whatever the server or the network refuses is an {@link IOException}. */
final class Bucket {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_IMPLEMENTED = 501;
    private static final String ANYTHING = "application/octet-stream";

    private final S3Client client;
    private final String name;
    private final Pace pace;

    Bucket(S3Client client, String name, Pace pace) {
        this.client = client;
        this.name = name;
        this.pace = pace;
    }

    /** Something that a server is asked for. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask();
    }

    private static <T> T ask(String key, Asking<T> asking) throws IOException {
        try {
            return asking.ask();
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(key);
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Calls with every current key that begins so, in order. */
    void keys(String prefix, KeyVisitor visitor) throws IOException {
        keys(prefix, "", visitor);
    }

    /** The same without the keys that have a further slash. */
    void keysRightBelow(String prefix, KeyVisitor visitor) throws IOException {
        keys(prefix, "/", visitor);
    }

    private void keys(String prefix, String delimiter, KeyVisitor visitor) throws IOException {
        String after = "";
        boolean more = true;
        while (more) {
            String from = after;
            ListObjectsV2Response page = ask(
                    prefix,
                    () -> client.listObjectsV2(list -> list.bucket(name)
                            .prefix(prefix)
                            .delimiter(delimiter.isEmpty() ? null : delimiter)
                            .continuationToken(from.isEmpty() ? null : from)));
            for (S3Object object : page.contents()) {
                visitor.visit(object.key(), object.size());
            }
            more = Boolean.TRUE.equals(page.isTruncated());
            after = more ? page.nextContinuationToken() : "";
        }
    }

    /** What is asked for every key. */
    @FunctionalInterface
    interface KeyVisitor {
        void visit(String key, long bytes) throws IOException;
    }

    /** @throws NoSuchFileException if there is no such key */
    InputStream read(String key) throws IOException {
        return new PacedStream(
                ask(key, () -> client.getObject(get -> get.bucket(name).key(key), ResponseTransformer.toInputStream())),
                pace);
    }

    /** @param sha256 in base 64: the server refuses anything else under this key */
    void write(String key, Path file, String sha256) throws IOException {
        RequestBody body = RequestBody.fromContentProvider(() -> open(file), Files.size(file), ANYTHING);
        ask(key, () -> client.putObject(put -> put.bucket(name).key(key).checksumSHA256(sha256), body));
    }

    private InputStream open(Path file) {
        try {
            return new PacedStream(Files.newInputStream(file), pace);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    boolean exists(String key) throws IOException {
        try {
            ask(key, () -> client.headObject(head -> head.bucket(name).key(key)));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Copies within the bucket; the server does it. */
    void copy(String from, String to) throws IOException {
        ask(
                from,
                () -> client.copyObject(copy -> copy.sourceBucket(name)
                        .sourceKey(from)
                        .destinationBucket(name)
                        .destinationKey(to)));
    }

    void delete(String key) throws IOException {
        ask(key, () -> client.deleteObject(delete -> delete.bucket(name).key(key)));
    }

    /** Deletes every version of every key below a prefix, and what marks them as deleted. */
    void deleteVersions(String prefix) throws IOException {
        for (ObjectIdentifier version : versions(prefix)) {
            ask(
                    version.key(),
                    () -> client.deleteObject(
                            delete -> delete.bucket(name).key(version.key()).versionId(version.versionId())));
        }
    }

    /** Every version below a prefix, markers of deletion too; in a bucket without versions just the keys. */
    List<ObjectIdentifier> versions(String prefix) throws IOException {
        List<ObjectIdentifier> found = new ArrayList<>();
        try {
            allVersions(prefix, found::add);
        } catch (S3Exception e) {
            if (e.statusCode() != NOT_IMPLEMENTED) {
                throw new IOException(e.getMessage(), e);
            }
            keys(
                    prefix,
                    (key, bytes) ->
                            found.add(ObjectIdentifier.builder().key(key).build()));
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e);
        }
        return found;
    }

    private void allVersions(String prefix, Consumer<ObjectIdentifier> found) {
        client.listObjectVersionsPaginator(list -> list.bucket(name).prefix(prefix))
                .forEach(page -> {
                    page.versions().forEach(version -> found.accept(identifier(version.key(), version.versionId())));
                    page.deleteMarkers().forEach(marker -> found.accept(identifier(marker.key(), marker.versionId())));
                });
    }

    private static ObjectIdentifier identifier(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }

    /** Whether the server answered and refused, as with wrong keys. */
    static boolean isRefused(IOException e) {
        return e.getCause() instanceof S3Exception said
                && (said.statusCode() == UNAUTHORIZED || said.statusCode() == FORBIDDEN);
    }
}
