package nienkhoa.schedule;

import java.time.Instant;
import java.util.List;
import nienkhoa.schedule.NightRun.Cause;

/** What ran and what was planned, kept across starts. One process at a time writes it. */
public interface NightLedger {

    /** @return the run's number */
    long begin(String job, Instant due, Cause cause, Instant at);

    void end(long run, RunResult result, Instant at);

    /** Ends every run that has no end as cut off: its process is gone. A second call finds none. */
    List<NightRun> closeCutOff(Instant at);

    /** Runs that began or were due at this time or later, in the order in which they began. */
    List<NightRun> runsSince(Instant from);

    /** All that was ever planned, in the order of time. */
    List<PlannedSince> planned();

    void plan(PlannedSince planned);
}
