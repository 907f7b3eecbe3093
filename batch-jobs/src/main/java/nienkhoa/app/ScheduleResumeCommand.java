package nienkhoa.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import nienkhoa.schedule.Pauses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schedule resume}: ends the pause of a job, or every pause. A second call changes nothing. */
@Command(name = "resume", sortOptions = false)
final class ScheduleResumeCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", arity = "0..1", paramLabel = "archive", descriptionKey = "schedule-job-or-all")
    private String job = "";

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "by")
    private String by = "";

    ScheduleResumeCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String job, boolean entered, boolean stillPaused) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST, Role.OPERATOR);
            NightDesk desk = application.part(NightDesk.class);
            Instant now = application.part(Clock.class).instant();
            if (!job.isEmpty()) {
                desk.job(desk.state(now), job);
            }
            boolean entered = desk.pauses().all().stream()
                    .anyMatch(pause -> pause.until().isEmpty()
                            && (job.isEmpty() || pause.job().equals(job)));
            if (entered) {
                Act act = Act.of(person.id(), Pauses.RESUMED, Pauses.record(job), "", Map.of("job", job));
                application.part(Acts.class).enter(act, desk.pauses());
            }
            // the act's own time may be a moment later than the one asked for above
            boolean still =
                    desk.pauses().all().stream().anyMatch(pause -> pause.until().isEmpty());
            NightAlarms.write(desk.home(), desk.state(now), now);
            String key = job.isEmpty() ? "RESUMED_ALL" : still ? "RESUMED_OTHERS_PAUSED" : "RESUMED";
            console.result(new Result(job, entered, still), ScheduleTexts.text(console.messages(), key, job));
            return ExitCode.DONE.number();
        }
    }
}
