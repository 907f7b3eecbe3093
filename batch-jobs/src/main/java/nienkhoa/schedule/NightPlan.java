package nienkhoa.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nienkhoa.schedule.SchoolCalendar.Day;

/**
 * Which job runs on which night.
 *
 * @param zone in which a day begins
 */
public record NightPlan(List<JobRule> jobs, SchoolCalendars calendars, ZoneId zone) {

    /** How far a next night is looked for, in days: a job that a school year never calls for has none. */
    private static final int FARTHEST_DAYS = 400;

    public NightPlan {
        jobs = List.copyOf(jobs);
    }

    public Optional<JobRule> job(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** What the calendar says of a day; a day of which none speaks is taken as one in term. */
    public Period period(LocalDate day) {
        return calendars.day(day).map(Day::period).orElse(Period.TERM);
    }

    /** The last night that was due at this time or before. */
    public Optional<Night> last(JobRule job, Instant at) {
        return Stream.iterate(at.atZone(zone).toLocalDate(), day -> day.minusDays(1))
                .limit(FARTHEST_DAYS)
                .flatMap(day -> night(job, day).stream())
                .filter(night -> !night.due().isAfter(at))
                .findFirst();
    }

    /** The first night that is due after this time; empty if none is within a year. */
    public Optional<Night> next(JobRule job, Instant after) {
        return Stream.iterate(after.atZone(zone).toLocalDate(), day -> day.plusDays(1))
                .limit(FARTHEST_DAYS)
                .flatMap(day -> night(job, day).stream())
                .filter(night -> night.due().isAfter(after))
                .findFirst();
    }

    /** Nights that are due from the first time on and before the second. */
    public List<Night> between(JobRule job, Instant from, Instant to) {
        LocalDate last = to.atZone(zone).toLocalDate();
        return from.atZone(zone)
                .toLocalDate()
                .datesUntil(last.plusDays(1))
                .flatMap(day -> night(job, day).stream())
                .filter(night -> !night.due().isBefore(from) && night.due().isBefore(to))
                .toList();
    }

    private Optional<Night> night(JobRule job, LocalDate day) {
        return job.runsOn(period(day), day.getDayOfWeek())
                ? Optional.of(job.hours().on(day, zone))
                : Optional.empty();
    }
}
