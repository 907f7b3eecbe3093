package nienkhoa.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nienkhoa.model.SchoolYear;
import nienkhoa.schedule.SchoolCalendar.Span;
import org.jspecify.annotations.Nullable;

/** Reads a calendar as {@code schedule/calendars/} writes it; README.md there explains the words. */
final class CalendarFile {

    private static final String CONFIRMED = "CONFIRMED";

    private CalendarFile() {}

    private record Content(
            @Nullable String schoolYear,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<Entry> spans) {}

    private record Entry(
            @Nullable String period,
            @Nullable String name,
            @Nullable String from,
            @Nullable String to,
            @Nullable String status,
            @Nullable String source) {}

    /** @throws BadSchedule if anything is wrong with it, or it is the calendar of another year */
    static SchoolCalendar read(String file, String yaml, SchoolYear year) {
        Content content = ScheduleYaml.read(file, yaml, Content.class);
        if (!year.toString().equals(content.schoolYear)) {
            throw new BadSchedule("S310_CALENDAR_OF_OTHER_YEAR", file, year.toString());
        }
        List<Span> spans = new ArrayList<>();
        for (Entry entry : Objects.requireNonNullElse(content.spans, List.<Entry>of())) {
            spans.add(span(file, entry, spans.size() + 1));
        }
        LocalDate from = day(file, 0, content.from);
        LocalDate to = day(file, 0, content.to);
        if (spans.isEmpty() || to.isBefore(from)) {
            throw new BadSchedule("S311_CALENDAR_BAD_LINE", file, "0", "from, to, spans");
        }
        return new SchoolCalendar(year, from, to, spans);
    }

    private static Span span(String file, Entry entry, int number) {
        Period period = ScheduleYaml.period(Objects.requireNonNullElse(entry.period, ""))
                .orElseThrow(() -> bad(file, number, "period: term | year-end | holidays"));
        String status = Objects.requireNonNullElse(entry.status, "");
        if (!Set.of(CONFIRMED, "UNCONFIRMED").contains(status)) {
            throw bad(file, number, "status: CONFIRMED | UNCONFIRMED");
        }
        if (Objects.requireNonNullElse(entry.source, "").isBlank()) {
            throw bad(file, number, "source");
        }
        LocalDate from = day(file, number, entry.from);
        LocalDate to = day(file, number, entry.to);
        if (to.isBefore(from)) {
            throw bad(file, number, "from … to");
        }
        return new Span(
                period,
                Objects.requireNonNullElse(entry.name, ""),
                from,
                to,
                status.equals(CONFIRMED),
                Objects.requireNonNull(entry.source));
    }

    private static LocalDate day(String file, int number, @Nullable String written) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(written, ""));
        } catch (DateTimeException e) {
            throw bad(file, number, "2026-09-05");
        }
    }

    private static BadSchedule bad(String file, int number, String wanted) {
        return new BadSchedule("S311_CALENDAR_BAD_LINE", file, Integer.toString(number), wanted);
    }
}
