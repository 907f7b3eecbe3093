package nienkhoa.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import nienkhoa.schedule.NightState;
import nienkhoa.schedule.RunResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schedule run}: does a job's work now; that also makes good the last night that it owes. */
@Command(name = "run", sortOptions = false)
final class ScheduleRunCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "archive", descriptionKey = "schedule-job")
    private String job = "";

    ScheduleRunCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            NightDesk desk = application.part(NightDesk.class);
            Clock clock = application.part(Clock.class);
            desk.ledger().closeCutOff(clock.instant());
            RunResult result = new NightRunner(application, clock, root.language())
                    .runByHand(desk.job(desk.state(clock.instant()), job));
            NightState state = desk.state(clock.instant());
            NightAlarms.write(desk.home(), state, clock.instant());
            String outcome = ScheduleTexts.text(
                    console.messages(),
                    "RUN_ENDED",
                    job,
                    ScheduleTexts.text(console.messages(), "OUTCOME_" + result.outcome()));
            console.result(result, (result.said() + System.lineSeparator() + outcome).strip());
            return exit(result).number();
        }
    }

    private static ExitCode exit(RunResult result) {
        return switch (result.outcome()) {
            case DONE -> ExitCode.DONE;
            case FINDINGS -> ExitCode.FINDINGS;
            case REFUSED -> ExitCode.WRONG_USE;
            default -> ExitCode.FAILED;
        };
    }
}
