package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.data.CanonicalJson;
import nienkhoa.language.Messages;
import nienkhoa.schedule.JobRule;
import nienkhoa.schedule.NightRun;
import nienkhoa.schedule.NightState;
import nienkhoa.schedule.Outcome;
import nienkhoa.schedule.Pause;
import nienkhoa.schedule.SchoolCalendar;

/**
 * One night, for people: {@code out/night/<date>.txt}, and for programs, {@code .json} beside it. Written anew after every
 * stretch of work of the night.
 *
 * @param night from noon of the day before to noon of this day
 * @param calendar what the calendar says of the day
 * @param missed nights without the job, by job, of those that nothing has made good since
 * @param notSetUp files that are missing, by job
 * @param paused why a job does not run, by job
 * @param waitedSince from when on a person's command had the home; empty if none had
 */
record NightSummary(
        LocalDate night,
        Calendar calendar,
        List<Ran> ran,
        Map<String, List<LocalDate>> missed,
        Map<String, List<String>> notSetUp,
        Map<String, String> paused,
        Optional<Instant> waitedSince) {

    private static final long NOON = 12;

    /**
     * What the calendar says.
     *
     * @param schoolYear empty if no calendar speaks of the day
     * @param file where the home may write the calendar of that year
     */
    record Calendar(String schoolYear, String period, String holiday, boolean confirmed, String file) {}

    /**
     * A run with its command, as a person would write it.
     *
     * @param from local time of the day at which it began
     * @param to the same of its end; empty if it has none
     * @param news what of it is new in this night
     */
    record Ran(NightRun run, String command, String from, String to, NightNews news) {}

    static NightSummary of(NightState state, NightDesk desk, Instant now, Optional<Instant> waitedSince) {
        ZoneId zone = desk.zone();
        LocalDate night = nightOf(now, zone);
        Map<String, List<String>> notSetUp = new TreeMap<>();
        Map<String, String> paused = new TreeMap<>();
        for (JobRule job : state.plan().jobs()) {
            if (!desk.lacks(job).isEmpty()) {
                notSetUp.put(job.id(), desk.lacks(job));
            }
            state.pause(job.id(), now).map(Pause::reason).ifPresent(why -> paused.put(job.id(), why));
        }
        List<Ran> ran = state.runs().stream()
                .filter(run -> nightOf(run.began(), zone).equals(night))
                .map(run -> ran(run, state, night, zone))
                .toList();
        return new NightSummary(
                night, calendar(state, desk, night), ran, missed(state, now), notSetUp, paused, waitedSince);
    }

    private static Ran ran(NightRun run, NightState state, LocalDate night, ZoneId zone) {
        Optional<JobRule> rule = state.plan().job(run.job());
        String command = rule.map(job -> String.join(" ", job.command())).orElse("");
        Optional<NightRun> before = state.runs().stream()
                .filter(other -> other.job().equals(run.job()) && other.succeeded())
                .filter(other -> nightOf(other.began(), zone).isBefore(night))
                .reduce((earlier, later) -> later);
        List<String> toldOnce = rule.map(JobRule::toldOnce).orElse(List.of());
        return new Ran(
                run,
                command,
                ScheduleTexts.time(run.began(), zone),
                run.ended().map(end -> ScheduleTexts.time(end, zone)).orElse(""),
                NightNews.of(run.result(), before.map(NightRun::result), toldOnce));
    }

    private static Calendar calendar(NightState state, NightDesk desk, LocalDate night) {
        Optional<SchoolCalendar.Day> day = state.plan().calendars().day(night);
        Path file = desk.home().config().resolve("calendars");
        return day.map(known -> new Calendar(
                        known.year().toString(),
                        known.period().name(),
                        known.name(),
                        known.confirmed(),
                        file.resolve(known.year() + ".yaml").toString()))
                .orElseGet(() -> new Calendar("", state.plan().period(night).name(), "", false, file.toString()));
    }

    private static Map<String, List<LocalDate>> missed(NightState state, Instant now) {
        return state.missed(now).stream()
                .filter(NightState.Missed::standing)
                .collect(Collectors.groupingBy(
                        NightState.Missed::job,
                        TreeMap::new,
                        Collectors.mapping(one -> one.night().date(), Collectors.toList())));
    }

    /** The night that a time belongs to. */
    static LocalDate nightOf(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().plusHours(NOON).toLocalDate();
    }

    static Path text(Home home, LocalDate night) {
        return home.out().resolve("night").resolve(night + ".txt");
    }

    /** The newest summary of a home. */
    static Optional<Path> newest(Home home) {
        Path folder = home.out().resolve("night");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d{2}-\\d{2}\\.txt"))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anything ran or should have. */
    boolean isWorthTelling() {
        return !ran.isEmpty() || !missed.isEmpty();
    }

    /** Whether all went well. */
    boolean isQuiet() {
        return missed.isEmpty() && ran.stream().allMatch(one -> one.news().outcome() == Outcome.DONE);
    }

    void write(Home home, Messages messages) {
        Path text = text(home, night);
        List<String> lines = new NightSummaryText(this, messages).lines();
        OutFolder.write(text, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        OutFolder.write(text.resolveSibling(night + ".json"), CanonicalJson.bytes(this));
    }
}
