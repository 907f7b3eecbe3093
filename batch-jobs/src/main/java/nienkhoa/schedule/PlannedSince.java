package nienkhoa.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * From when on a job was planned in which way, so that past nights are judged by the plan of their time.
 *
 * @param rule empty from when the job was no longer planned
 */
public record PlannedSince(String job, Instant since, Optional<JobRule> rule) {}
