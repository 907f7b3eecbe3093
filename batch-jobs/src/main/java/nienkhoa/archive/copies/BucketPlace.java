package nienkhoa.archive.copies;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a copy in a bucket is, as the configuration names it.
 *
 * @param endpoint of the server; empty = that of AWS in the region
 * @param prefix of all keys, with a slash at its end, or empty
 * @param pathStyle whether the bucket is part of the path and not of the host's name
 * @param credentials a file of keys as the AWS tools write it; empty = the variables AWS_ACCESS_KEY_ID and
 *     AWS_SECRET_ACCESS_KEY
 * @param megabytesPerSecond bandwidth that may be used each way; 1 MB = 1,000,000 bytes
 */
public record BucketPlace(
        Optional<URI> endpoint,
        String region,
        String bucket,
        String prefix,
        boolean pathStyle,
        Optional<Path> credentials,
        double megabytesPerSecond) {

    /** What people read; without secrets. */
    public String shown() {
        String host = endpoint.map(URI::toString).orElse("s3." + region);
        return host + "/" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    /** Makes the copy in such a place. */
    @FunctionalInterface
    public interface Targets {
        CopyTarget of(String id, BucketPlace place, CopyMarker marker);
    }
}
