package nienkhoa.forms;

import java.util.function.LongSupplier;

/**
 * When the making of one document has to end. Asked for each page and each row while a template is filled, so that the
 * work really stops.
 */
final class Deadline {

    private static final long NANOS_OF_A_SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private final long start;
    private final int seconds;

    /** @param nanos a clock of nanoseconds of any origin, such as {@code System::nanoTime} */
    Deadline(LongSupplier nanos, int seconds) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.seconds = seconds;
    }

    /** Stops the work. */
    static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Passed(int seconds) {
            super("more than " + seconds + " s");
        }
    }

    /** @throws Passed if it has passed */
    void check() {
        if (nanos.getAsLong() - start > seconds * NANOS_OF_A_SECOND) {
            throw new Passed(seconds);
        }
    }
}
