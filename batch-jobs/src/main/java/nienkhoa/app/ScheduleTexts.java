package nienkhoa.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nienkhoa.language.Messages;

/** Sentences about nights. */
final class ScheduleTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Nights that are named one by one. */
    private static final int MOST_NAMED = 7;

    private ScheduleTexts() {}

    static String text(Messages messages, String key, Object... args) {
        return messages.text("schedule", key, args);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String dayAndTime(Instant at, ZoneId zone) {
        return DAY_AND_TIME.format(at.atZone(zone));
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /** That a job did not happen on these nights; the last ones are named. */
    static String missed(Messages messages, String job, List<NightAlarms.Alarm> nights) {
        return text(
                messages,
                "MISSED_LINE",
                job,
                Integer.toString(nights.size()),
                days(nights.stream().map(NightAlarms.Alarm::date).toList()));
    }

    /** The last days of a list, all of them if they are few. */
    static String days(List<LocalDate> days) {
        String named = days.subList(Math.max(0, days.size() - MOST_NAMED), days.size()).stream()
                .map(ScheduleTexts::day)
                .collect(Collectors.joining(", "));
        return days.size() > MOST_NAMED ? "…, " + named : named;
    }
}
