package nienkhoa.schedule;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One time at which a job is to run.
 *
 * @param date the day on which it is due
 * @param due when it is to begin
 * @param latest it does not begin after this
 * @param expected whoever asks after this may say that it did not happen
 */
public record Night(LocalDate date, Instant due, Instant latest, Instant expected) {}
