package nienkhoa.archive.fixity;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import nienkhoa.archive.copies.Pace;

/** Holds reading back to a budget, and counts what was read. For one thread. */
public final class Throttle implements Pace {

    /** Shorter waits are made together: a timer is no more exact. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

    private final Budget budget;
    private final LongSupplier nanos;
    private final Consumer<Duration> wait;
    private final long began;
    private long bytes;

    /** @param nanos a clock that only goes forward, for example {@code System::nanoTime} */
    public Throttle(Budget budget, LongSupplier nanos, Consumer<Duration> wait) {
        this.budget = budget;
        this.nanos = nanos;
        this.wait = wait;
        this.began = nanos.getAsLong();
    }

    @Override
    public void read(long count) {
        bytes += count;
        Duration ahead = budget.least(bytes).minusNanos(nanos.getAsLong() - began);
        if (ahead.compareTo(SHORTEST_WAIT) > 0) {
            wait.accept(ahead);
        }
    }

    /** Bytes read so far. */
    public long bytes() {
        return bytes;
    }
}
