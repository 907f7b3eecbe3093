package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nienkhoa.language.Messages;
import nienkhoa.schedule.JobRule;
import nienkhoa.schedule.Night;
import nienkhoa.schedule.NightRun;
import nienkhoa.schedule.NightState;
import nienkhoa.schedule.NightState.Missed;
import nienkhoa.schedule.Pause;
import picocli.CommandLine.Command;

/** {@code schedule list}: every job, when it is next due, how it last went, which nights did not happen. */
@Command(name = "list", sortOptions = false)
final class ScheduleListCommand implements Callable<Integer> {

    private final RootCommand root;

    ScheduleListCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param served whether another process has the schedule of this home
     * @param summary path of the newest summary; empty if there is none
     */
    record Result(boolean served, List<Line> jobs, List<Gone> missed, String summary) {}

    /** A job; times are local, what does not apply is empty. */
    record Line(String job, String next, String last, String outcome, String state, String detail) {}

    /** A night that did not happen. */
    record Gone(String job, LocalDate night, boolean standing) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            NightDesk desk = application.part(NightDesk.class);
            Instant now = application.part(Clock.class).instant();
            desk.ledger().closeCutOff(now);
            NightState state = desk.state(now);
            NightAlarms.write(desk.home(), state, now);
            List<Missed> missed = state.missed(now);
            Result result = new Result(
                    HomeLock.isServed(desk.home()),
                    state.plan().jobs().stream()
                            .map(job -> line(job, state, desk, now))
                            .toList(),
                    missed.stream().map(ScheduleListCommand::gone).toList(),
                    NightSummary.newest(desk.home()).map(Object::toString).orElse(""));
            console.result(result, text(result, desk, console.messages()));
            boolean standing = missed.stream().anyMatch(Missed::standing);
            return (standing ? ExitCode.FINDINGS : ExitCode.DONE).number();
        }
    }

    private static Gone gone(Missed missed) {
        return new Gone(missed.job(), missed.night().date(), missed.standing());
    }

    private static Line line(JobRule job, NightState state, NightDesk desk, Instant now) {
        ZoneId zone = desk.zone();
        List<String> lacks = desk.lacks(job);
        Optional<Pause> pause = state.pause(job.id(), now);
        Optional<NightRun> last = state.runs().stream()
                .filter(run -> run.job().equals(job.id()))
                .max(Comparator.comparing(NightRun::began));
        Optional<Instant> next = state.plan().next(job, now).map(Night::due);
        String condition = !lacks.isEmpty() ? "NOT_SET_UP" : pause.isPresent() ? "PAUSED" : "PLANNED";
        return new Line(
                job.id(),
                next.filter(at -> condition.equals("PLANNED"))
                        .map(at -> ScheduleTexts.dayAndTime(at, zone))
                        .orElse(""),
                last.map(run -> ScheduleTexts.dayAndTime(run.began(), zone)).orElse(""),
                last.map(run -> run.result().outcome().name()).orElse(""),
                condition,
                lacks.isEmpty()
                        ? pause.map(one -> one.by() + ": " + one.reason()).orElse("")
                        : String.join(", ", lacks));
    }

    private static String text(Result result, NightDesk desk, Messages messages) {
        List<String> lines = new ArrayList<>(table(result, messages));
        for (JobRule job : desk.plan().jobs()) {
            List<LocalDate> nights = result.missed().stream()
                    .filter(gone -> gone.job().equals(job.id()))
                    .map(Gone::night)
                    .toList();
            if (!nights.isEmpty()) {
                lines.add(ScheduleTexts.text(
                        messages, "MISSED_LINE", job.id(), "" + nights.size(), ScheduleTexts.days(nights)));
            }
        }
        lines.add(ScheduleTexts.text(messages, result.served() ? "SERVED" : "NOT_SERVED"));
        NightSummary.newest(desk.home()).ifPresent(file -> {
            lines.add("");
            lines.addAll(read(file));
        });
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> table(Result result, Messages messages) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                ScheduleTexts.text(messages, "COLUMN_JOB"),
                ScheduleTexts.text(messages, "COLUMN_NEXT"),
                ScheduleTexts.text(messages, "COLUMN_LAST"),
                ScheduleTexts.text(messages, "COLUMN_OUTCOME")));
        List<String> states = new ArrayList<>(List.of(ScheduleTexts.text(messages, "COLUMN_STATE")));
        for (Line line : result.jobs()) {
            rows.add(row(line, messages));
            states.add(ScheduleTexts.text(messages, "STATE_" + line.state(), line.detail()));
        }
        List<String> table = TextTable.lines(rows);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            lines.add(table.get(i) + "  " + states.get(i));
        }
        return lines;
    }

    private static List<String> row(Line line, Messages messages) {
        String outcome = line.outcome().isEmpty() ? "–" : ScheduleTexts.text(messages, "OUTCOME_" + line.outcome());
        return List.of(line.job(), dash(line.next()), dash(line.last()), outcome);
    }

    private static String dash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
