package nienkhoa.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * One time that a job ran.
 *
 * @param due the night that it answers for; for one that a person asked for beside the plan, when it began
 * @param ended empty while it runs
 * @param result what it came to; empty of everything while it runs
 */
public record NightRun(
        long id, String job, Instant due, Cause cause, Instant began, Optional<Instant> ended, RunResult result) {

    /** Why it ran. */
    public enum Cause {
        /** It was due. */
        PLANNED,
        /** The machine was off or busy in its hours. */
        CAUGHT_UP,
        /** An earlier run of the same night was cut off or failed. */
        AGAIN,
        /** A person asked for it. */
        BY_HAND
    }

    public boolean succeeded() {
        return result.outcome().succeeded();
    }
}
