package nienkhoa.printrun.ipp;

import java.time.Duration;

/** Pauses that grow from a tenth of a second to ten seconds, until the time is up. */
final class BackOff {

    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 10_000;

    private final long end;
    private long millis = FIRST_MILLIS;

    BackOff(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /** @return false, at once, if the time would be up */
    boolean pause() {
        if (System.nanoTime() + Duration.ofMillis(millis).toNanos() > end) {
            return false;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        millis = Math.min(millis * 2, LONGEST_MILLIS);
        return true;
    }
}
