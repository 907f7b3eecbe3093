package nienkhoa.archive.copies.s3;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import nienkhoa.archive.copies.Pace;

/** Holds traffic to a speed; time in which nothing was sent is not saved up. */
final class Bandwidth implements Pace {

    private static final double MEGABYTE = 1e6;
    private static final double NANOS_A_SECOND = 1e9;

    /** Shorter waits are made together: a timer is no more exact. */
    private static final long SHORTEST_WAIT_NANOS = 20_000_000;

    private final double nanosAByte;
    private final LongSupplier nanos;
    private final LongConsumer wait;
    private long freeAt;

    Bandwidth(double megabytesPerSecond) {
        this(megabytesPerSecond, System::nanoTime, Bandwidth::sleep);
    }

    /** @param nanos a clock that only goes forward */
    Bandwidth(double megabytesPerSecond, LongSupplier nanos, LongConsumer wait) {
        this.nanosAByte = NANOS_A_SECOND / (megabytesPerSecond * MEGABYTE);
        this.nanos = nanos;
        this.wait = wait;
        this.freeAt = nanos.getAsLong();
    }

    @Override
    public synchronized void read(long bytes) {
        long now = nanos.getAsLong();
        freeAt = Math.max(freeAt, now) + (long) (bytes * nanosAByte);
        if (freeAt - now > SHORTEST_WAIT_NANOS) {
            wait.accept(freeAt - now);
        }
    }

    private static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
