package nienkhoa.schedule;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nienkhoa.model.SchoolYear;
import nienkhoa.schedule.SchoolCalendar.Day;

/** The calendars of the school years that are known; each is read when it is first asked for. */
public final class SchoolCalendars {

    private final Function<SchoolYear, Optional<SchoolCalendar>> source;
    private final Map<SchoolYear, Optional<SchoolCalendar>> read = new ConcurrentHashMap<>();

    /** @param source the calendar of a year; empty if nobody wrote one */
    public SchoolCalendars(Function<SchoolYear, Optional<SchoolCalendar>> source) {
        this.source = source;
    }

    /** What a day is; empty if no calendar speaks of it. */
    public Optional<Day> day(LocalDate day) {
        return Stream.of(day.getYear(), day.getYear() - 1)
                .map(SchoolYear::new)
                .flatMap(year -> read.computeIfAbsent(year, source).stream())
                .filter(calendar -> calendar.covers(day))
                .findFirst()
                .map(calendar -> calendar.day(day));
    }
}
