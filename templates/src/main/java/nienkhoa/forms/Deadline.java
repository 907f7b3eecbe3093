package nienkhoa.forms;

import java.util.function.LongSupplier;

/**
 * When the making of one document has to end. Asked for each page and each row while a template is filled, so that the
 * work really stops; once it has passed it stays so.
 */
final class Deadline {

    private static final long NANOS_OF_A_SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private final long start;
    private final int seconds;
    private boolean passed;

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
        passed |= nanos.getAsLong() - start > seconds * NANOS_OF_A_SECOND;
        if (passed) {
            throw new Passed(seconds);
        }
    }

    /** Whether {@link #check} has stopped the work, however the report engine has wrapped that. */
    boolean hasPassed() {
        return passed;
    }
}
