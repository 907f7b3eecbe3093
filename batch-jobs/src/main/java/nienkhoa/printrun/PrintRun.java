package nienkhoa.printrun;

import java.time.Instant;
import java.util.Optional;
import nienkhoa.model.SchoolYear;

/**
 * A print run.
 *
 * @param printer the name of the destination of its last jobs; empty before the first
 * @param again why its documents are printed a second time; empty if they are not
 */
public record PrintRun(
        String id,
        String school,
        SchoolYear year,
        State state,
        Optional<Trouble> trouble,
        String printer,
        String again,
        String openedBy,
        Instant openedAt) {

    /** Where a run stands. */
    public enum State {
        OPEN,
        /** It waits until a person has said what lies in the tray. */
        PAUSED,
        /** Every bundle stands in its place and nothing is left to shred. */
        CLOSED,
        /** Given up by two people. */
        ABANDONED
    }

    public boolean ended() {
        return state == State.CLOSED || state == State.ABANDONED;
    }
}
