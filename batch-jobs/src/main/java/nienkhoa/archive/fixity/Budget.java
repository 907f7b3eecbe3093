package nienkhoa.archive.fixity;

import java.time.Duration;

/**
 * How much is read in a night.
 *
 * @param days within which every file of every copy has to be looked at
 * @param megabytesPerSecond how fast reading may be; 1 MB = 1,000,000 bytes
 * @param most how long a night's reading may take
 */
public record Budget(int days, double megabytesPerSecond, Duration most) {

    private static final double BYTES = 1e6;

    /** @throws IllegalArgumentException if nothing could be read under it */
    public Budget {
        if (days < 1 || !(megabytesPerSecond > 0) || most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("no budget");
        }
    }

    /** Bytes that a night may read. */
    long bytesANight() {
        return (long) (most.toSeconds() * megabytesPerSecond * BYTES);
    }

    /** What has to be read each night, so that all is read in time; rounded up. */
    long share(long allBytes) {
        return (allBytes + days - 1) / days;
    }

    /** How long reading this many bytes has to take at least. */
    Duration least(long bytes) {
        return Duration.ofNanos((long) (bytes / (megabytesPerSecond * BYTES) * 1e9));
    }
}
