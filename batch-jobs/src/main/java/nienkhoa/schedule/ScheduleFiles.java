package nienkhoa.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.model.SchoolYear;

/**
 * Where the schedule is written: what comes with the program, in {@code schedule/}, and what a home says otherwise, in
 * {@code config/schedule.yaml} and {@code config/calendars/<school-year>.yaml}. A job of the home replaces the one of the
 * same id, a calendar of the home that of the same year.
 */
public final class ScheduleFiles {

    public static final String PLAN = "schedule.yaml";

    private final Path config;

    /** @param config the home's folder of configuration */
    public ScheduleFiles(Path config) {
        this.config = config;
    }

    /** Where a home writes the calendar of a year. */
    public Path calendarFile(SchoolYear year) {
        return config.resolve("calendars").resolve(year + ".yaml");
    }

    /** @throws BadSchedule if a file is wrong */
    public List<JobRule> jobs() {
        Map<String, JobRule> jobs = new LinkedHashMap<>();
        PlanFile.read("schedule/plan.yaml", bundled("plan.yaml").orElseThrow()).forEach(job -> jobs.put(job.id(), job));
        Path own = config.resolve(PLAN);
        if (Files.exists(own)) {
            PlanFile.read(own.toString(), text(own)).forEach(job -> jobs.put(job.id(), job));
        }
        return List.copyOf(jobs.values());
    }

    /** Calendars are read when a day of theirs is asked for; that throws {@link BadSchedule} if one is wrong. */
    public SchoolCalendars calendars() {
        return new SchoolCalendars(this::calendar);
    }

    private Optional<SchoolCalendar> calendar(SchoolYear year) {
        Path own = calendarFile(year);
        if (Files.exists(own)) {
            return Optional.of(CalendarFile.read(own.toString(), text(own), year));
        }
        String name = "calendars/" + year + ".yaml";
        return bundled(name).map(yaml -> CalendarFile.read("schedule/" + name, yaml, year));
    }

    private static Optional<String> bundled(String name) {
        try (InputStream in = ScheduleFiles.class.getResourceAsStream("/schedule/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadSchedule("S301_SCHEDULE_UNREADABLE", file.toString(), "1", Objects.toString(e.getMessage()));
        }
    }
}
