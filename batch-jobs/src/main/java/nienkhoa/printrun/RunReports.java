package nienkhoa.printrun;

import java.time.Instant;
import java.util.List;

/** Counts what a run comes to, from its rows and never from what its steps say of themselves. */
public interface RunReports {

    RunCounts counts(PrintRun run);

    /** The jobs that still hold valid printings, in the order in which they have to be printed. */
    List<RunCounts.Delivered> jobs(String run);

    /** Pauses of a run, oldest first. */
    List<TroubleRecord> troubles(String run);

    /**
     * A pause.
     *
     * @param resumedBy empty while it lasts
     * @param lastGood the last good sheet in the tray; empty if there was none
     */
    record TroubleRecord(Trouble trouble, Instant at, String resumedBy, String lastGood) {}
}
