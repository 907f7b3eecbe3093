package nienkhoa.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the plan says of one job.
 *
 * @param id for example {@code archive}
 * @param command the words of a command line of this program, which do the work; they can be run again at any time
 * @param needs paths under the home folder without which the job is not planned
 * @param hours when it runs
 * @param nights on which days of the week it runs, by what the day is to a school
 * @param caughtUp whether one that did not run in its hours is run at the next start; once, however many were missed
 * @param toldOnce codes of findings that nobody has to act on: told in the night that brings them, then only counted
 */
public record JobRule(
        String id,
        List<String> command,
        List<String> needs,
        Hours hours,
        Map<Period, Set<DayOfWeek>> nights,
        boolean caughtUp,
        List<String> toldOnce) {

    /** Of a plan that was kept before there was such a word, {@code toldOnce} is empty. */
    public JobRule {
        toldOnce = List.copyOf(Objects.requireNonNullElse(toldOnce, List.of()));
        command = List.copyOf(command);
        needs = List.copyOf(needs);
        EnumMap<Period, Set<DayOfWeek>> copy = new EnumMap<>(Period.class);
        copy.putAll(nights);
        nights = Collections.unmodifiableMap(copy);
    }

    /**
     * Times of day in the zone of the configuration. {@code latest} and {@code expected} are of the next day if they come
     * before {@code at} on the clock.
     */
    public record Hours(LocalTime at, LocalTime latest, LocalTime expected) {

        /** A time that the clocks skip on that day becomes the one that follows; of one that comes twice, the first. */
        Night on(LocalDate date, ZoneId zone) {
            return new Night(
                    date,
                    date.atTime(at).atZone(zone).toInstant(),
                    after(latest, date).atTime(latest).atZone(zone).toInstant(),
                    after(expected, date).atTime(expected).atZone(zone).toInstant());
        }

        private LocalDate after(LocalTime time, LocalDate date) {
            return time.isBefore(at) ? date.plusDays(1) : date;
        }

        /** Whether a job may begin before it is late, and be late before anybody says so. */
        boolean inOrder() {
            long day = LocalTime.MAX.toSecondOfDay() + 1L;
            long begins = at.toSecondOfDay();
            long ends = (latest.toSecondOfDay() - begins + day) % day;
            return ends > 0 && ends <= (expected.toSecondOfDay() - begins + day) % day;
        }
    }

    boolean runsOn(Period period, DayOfWeek weekday) {
        return nights.getOrDefault(period, Set.of()).contains(weekday);
    }
}
