package nienkhoa.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a job does not run because a person said so.
 *
 * @param job empty = every job
 * @param by id of the person
 * @param until empty while it lasts
 */
public record Pause(String job, String by, String reason, Instant from, Optional<Instant> until) {

    boolean holds(String id, Instant at) {
        return (job.isEmpty() || job.equals(id))
                && !at.isBefore(from)
                && until.map(at::isBefore).orElse(true);
    }
}
