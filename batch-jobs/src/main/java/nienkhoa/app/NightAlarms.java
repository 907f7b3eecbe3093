package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nienkhoa.data.CanonicalJson;
import nienkhoa.schedule.NightState;
import nienkhoa.schedule.NightState.Missed;

/**
 * The nights to come, left in the home by whoever looked last, so that a command without a database can say which of them
 * did not happen: had one happened, the file would have been written anew.
 */
final class NightAlarms {

    private static final Duration AHEAD = Duration.ofDays(60);

    private NightAlarms() {}

    private record File(List<Alarm> alarms) {}

    /**
     * @param date of the night
     * @param expected after this it did not happen
     */
    record Alarm(String job, LocalDate date, Instant expected) {}

    /** Also leaves out what a pause or a later success made good. */
    static void write(Home home, NightState state, Instant now) {
        List<Alarm> alarms = Stream.concat(
                        state.missed(now).stream().filter(Missed::standing), state.coming(now, AHEAD).stream())
                .map(missed -> new Alarm(
                        missed.job(), missed.night().date(), missed.night().expected()))
                .toList();
        try {
            Path half = Files.write(
                    fileIn(home.root()).resolveSibling("night-alarms.new"), CanonicalJson.bytes(new File(alarms)));
            Files.move(half, fileIn(home.root()), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nights that have not happened by now, by job. */
    static SortedMap<String, List<Alarm>> standing(Path home, Instant now) {
        SortedMap<String, List<Alarm>> standing = new TreeMap<>();
        if (Files.exists(fileIn(home))) {
            read(home).alarms().stream()
                    .filter(alarm -> alarm.expected().isBefore(now))
                    .forEach(alarm -> standing.computeIfAbsent(alarm.job(), job -> new ArrayList<>())
                            .add(alarm));
        }
        return standing;
    }

    /** A line on the standard error for every job that did not run; nothing while one of them is running the command. */
    static void tell(RootCommand root, Clock clock) {
        if (Application.isLent()) {
            return;
        }
        Console console = root.console();
        standing(root.homePath(), clock.instant())
                .forEach((job, nights) -> console.err().println(ScheduleTexts.missed(console.messages(), job, nights)));
    }

    private static File read(Path home) {
        try {
            return CanonicalJson.read(Files.readString(fileIn(home)), File.class);
        } catch (IOException | RuntimeException e) {
            // It is written anew at the next look; a command must not fail for a note.
            return new File(List.of());
        }
    }

    private static Path fileIn(Path home) {
        return home.resolve("work").resolve("night-alarms.json");
    }
}
