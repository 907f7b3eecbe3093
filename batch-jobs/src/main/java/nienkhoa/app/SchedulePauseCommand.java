package nienkhoa.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import nienkhoa.schedule.NightState;
import nienkhoa.schedule.Pauses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schedule pause}: a job, or all of them, does not run until {@code resume}. A second call changes nothing. */
@Command(name = "pause", sortOptions = false)
final class SchedulePauseCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", arity = "0..1", paramLabel = "archive", descriptionKey = "schedule-job-or-all")
    private String job = "";

    @Option(names = "--reason", required = true, paramLabel = "${bundle:label.reason}", descriptionKey = "pause-reason")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "by")
    private String by = "";

    SchedulePauseCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String job, boolean entered) {}

    @Override
    public Integer call() {
        Console console = root.console();
        if (reason.isBlank()) {
            throw NightDesk.problem("S321_REASON_MISSING");
        }
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST, Role.OPERATOR);
            NightDesk desk = application.part(NightDesk.class);
            Instant now = application.part(Clock.class).instant();
            NightState state = desk.state(now);
            if (!job.isEmpty()) {
                desk.job(state, job);
            }
            boolean entered = desk.pauses().all().stream()
                    .noneMatch(pause -> pause.job().equals(job) && pause.until().isEmpty());
            if (entered) {
                Map<String, String> details = Map.of("job", job, "reason", reason.strip());
                Act act = Act.of(person.id(), Pauses.PAUSED, Pauses.record(job), "", details);
                application.part(Acts.class).enter(act, desk.pauses());
            }
            NightAlarms.write(desk.home(), desk.state(now), now);
            console.result(
                    new Result(job, entered),
                    ScheduleTexts.text(console.messages(), job.isEmpty() ? "PAUSED_ALL" : "PAUSED", job));
            return ExitCode.DONE.number();
        }
    }
}
