package nienkhoa.schedule;

import java.time.LocalDate;
import java.util.List;
import nienkhoa.model.SchoolYear;

/**
 * What the days of one school year are.
 *
 * @param from the first day that it speaks of
 * @param to the last one
 * @param spans where two have the same day, the later one holds; a day of none is a holiday
 */
public record SchoolCalendar(SchoolYear year, LocalDate from, LocalDate to, List<Span> spans) {

    public SchoolCalendar {
        spans = List.copyOf(spans);
    }

    /**
     * Days that are alike.
     *
     * @param name of a holiday, in Vietnamese; empty where the period says all
     * @param from the first day
     * @param to the last day
     * @param confirmed whether a person compared it with the decision that it names
     * @param source the decision or law
     */
    public record Span(Period period, String name, LocalDate from, LocalDate to, boolean confirmed, String source) {

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * One day.
     *
     * @param name of a holiday; else empty
     * @param confirmed whether what says so is confirmed
     */
    public record Day(SchoolYear year, Period period, String name, boolean confirmed) {}

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** @throws IllegalArgumentException if the calendar does not speak of the day */
    public Day day(LocalDate day) {
        if (!covers(day)) {
            throw new IllegalArgumentException(day + " is not of " + year);
        }
        Day found = new Day(year, Period.HOLIDAYS, "", spans.stream().allMatch(Span::confirmed));
        for (Span span : spans) {
            if (span.has(day)) {
                found = new Day(year, span.period, span.name, span.confirmed);
            }
        }
        return found;
    }
}
