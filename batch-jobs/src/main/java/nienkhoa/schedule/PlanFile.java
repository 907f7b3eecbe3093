package nienkhoa.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads jobs as {@code schedule/plan.yaml} writes them; the words are explained there. */
final class PlanFile {

    private static final String DAILY = "daily";
    private static final int DAY_LETTERS = 3;

    private final String file;
    private final Set<String> ids = new HashSet<>();

    private PlanFile(String file) {
        this.file = file;
    }

    private record Content(@Nullable List<Entry> jobs) {}

    private record Entry(
            @Nullable String id,
            @Nullable List<String> command,
            @Nullable List<String> needs,
            @Nullable String at,
            @Nullable String latest,
            @Nullable String expectedBy,
            @Nullable Map<String, Object> nights,
            @Nullable String missed,
            @Nullable List<String> toldOnce) {}

    /** @throws BadSchedule if anything is wrong with it */
    static List<JobRule> read(String file, String yaml) {
        List<Entry> entries = ScheduleYaml.read(file, yaml, Content.class).jobs();
        if (entries == null || entries.isEmpty()) {
            throw new BadSchedule("S303_SCHEDULE_EMPTY", file);
        }
        PlanFile reader = new PlanFile(file);
        return entries.stream().map(reader::job).toList();
    }

    private JobRule job(Entry entry) {
        String id = Objects.requireNonNullElse(entry.id, "");
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}") || !ids.add(id)) {
            throw new BadSchedule("S304_JOB_BAD_ID", file, id);
        }
        List<String> command = given(id, "command", entry.command);
        if (command.isEmpty()) {
            throw new BadSchedule("S305_JOB_LACKS", file, id, "command");
        }
        JobRule.Hours hours = new JobRule.Hours(
                time(id, "at", entry.at), time(id, "latest", entry.latest), time(id, "expectedBy", entry.expectedBy));
        if (!hours.inOrder()) {
            throw new BadSchedule("S307_JOB_HOURS_OUT_OF_ORDER", file, id);
        }
        return new JobRule(
                id,
                command,
                Objects.requireNonNullElse(entry.needs, List.of()),
                hours,
                nights(id, given(id, "nights", entry.nights)),
                isCaughtUp(id, given(id, "missed", entry.missed)),
                Objects.requireNonNullElse(entry.toldOnce, List.of()));
    }

    private <T> T given(String id, String word, @Nullable T value) {
        if (value == null) {
            throw new BadSchedule("S305_JOB_LACKS", file, id, word);
        }
        return value;
    }

    private LocalTime time(String id, String word, @Nullable String value) {
        String written = given(id, word, value);
        try {
            return LocalTime.parse(written);
        } catch (DateTimeParseException e) {
            throw new BadSchedule("S306_JOB_BAD_VALUE", file, id, word, written, "\"01:00\"");
        }
    }

    private boolean isCaughtUp(String id, String written) {
        if (!Set.of("run", "skip").contains(written)) {
            throw new BadSchedule("S306_JOB_BAD_VALUE", file, id, "missed", written, "run, skip");
        }
        return written.equals("run");
    }

    private Map<Period, Set<DayOfWeek>> nights(String id, Map<String, Object> written) {
        Map<Period, Set<DayOfWeek>> nights = new EnumMap<>(Period.class);
        written.forEach((period, days) -> nights.put(
                ScheduleYaml.period(period).orElseThrow(() -> badNights(id, period)), days(id, String.valueOf(days))));
        return nights;
    }

    private Set<DayOfWeek> days(String id, String written) {
        if (written.equals(DAILY)) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String day : written.replaceAll("[\\[\\] ]", "").split(",", -1)) {
            days.add(Stream.of(DayOfWeek.values())
                    .filter(one -> one.name().substring(0, DAY_LETTERS).equals(day))
                    .findFirst()
                    .orElseThrow(() -> badNights(id, written)));
        }
        return days;
    }

    private BadSchedule badNights(String id, String written) {
        return new BadSchedule(
                "S306_JOB_BAD_VALUE",
                file,
                id,
                "nights",
                written,
                "{term: daily, year-end: [SAT, SUN], holidays: daily}");
    }
}
