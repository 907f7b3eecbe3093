package nienkhoa.printrun;

import java.time.Duration;
import java.util.Optional;

/**
 * Hands the planned sheets of a run to a printer in small jobs, one ahead of the one that prints, and writes down what the
 * printer says of them.
 *
 * <p>Flow: settle what an earlier call left → hand over → look, again and again → until nothing is planned and nothing is
 * on its way, or a person is needed.
 *
 * <p>Restart: killed at any moment, the next call asks the printer for the job that may or may not have been handed over.
 * A printer that does not know it makes the run wait for a person, so that nothing is printed twice unseen.
 */
public final class SendLoop {

    private final PrintSheets sheets;
    private final JobFiles files;
    private final Patience patience;
    private final Rest rest;

    public SendLoop(PrintSheets sheets, JobFiles files, Patience patience, Rest rest) {
        this.sheets = sheets;
        this.files = files;
        this.patience = patience;
        this.rest = rest;
    }

    /**
     * How long the loop waits for what.
     *
     * @param sheetsPerJob so many have to be looked at after trouble, at most twice
     * @param shortest between two looks while something changes
     * @param longest between two looks while nothing does; each wait is twice the one before
     * @param standing after which a printer stands still
     * @param tries to reach a printer that does not answer
     */
    public record Patience(int sheetsPerJob, Duration shortest, Duration longest, Duration standing, int tries) {

        /** Frequent looks have stalled print servers; half a minute is soon enough for a person to come. */
        public static final Patience USUAL =
                new Patience(20, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10), 5);
    }

    /** Hears how it goes. */
    public interface Listener {
        void handedOver(SheetJob job);

        /** All of it came out, by the printer's word. */
        void printed(SheetJob job);
    }

    /** Lets time pass. */
    public interface Rest {
        void rest(Duration time);
    }

    /** @param trouble why the run waits for a person; empty if everything was handed over and printed */
    public record Result(int jobs, int sheets, Optional<Trouble> trouble) {}

    /**
     * Sends until nothing is left or a person is needed; then the run is paused.
     *
     * @param run open
     */
    public Result send(String run, Destination to, Listener listener) {
        Sending sending = new Sending(sheets, files, new Asking(to, patience, rest), patience, run, listener);
        try {
            sending.settleOld();
            sending.recover();
            while (sending.goOn()) {
                // each turn hands over one job or looks at one
            }
            return sending.result(Optional.empty());
        } catch (Stopped e) {
            sending.cancelOpen();
            sheets.pause(run, e.trouble());
            return sending.result(Optional.of(e.trouble()));
        }
    }
}
