package nienkhoa.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import nienkhoa.archive.fixity.Budget;
import nienkhoa.archive.fixity.FixityRun;
import nienkhoa.archive.fixity.Throttle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fixity}: looks at the night's share of every copy, repairs what is damaged, and proves its own checker. */
@Command(name = "fixity", sortOptions = false)
final class FixityCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--target", paramLabel = "ID", descriptionKey = "copies-target")
    private String target = "";

    @Option(names = "--days", paramLabel = "30", descriptionKey = "fixity-days")
    private int days = 30;

    @Option(names = "--mb-per-second", paramLabel = "20", descriptionKey = "fixity-speed")
    private double megabytesPerSecond = 20;

    @Option(names = "--hours", paramLabel = "6", descriptionKey = "fixity-hours")
    private int hours = 6;

    FixityCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(List<FixityRun.Line> copies, boolean goalKept, List<CopyTexts.Fault> faults) {}

    @Override
    public Integer call() {
        Console console = root.console();
        if (days < 1 || hours < 1 || !(megabytesPerSecond > 0)) {
            throw Problem.wrongUse("S113_BAD_BUDGET");
        }
        try (Application application = Application.open(root.home())) {
            CopyDesk desk = application.part(CopyDesk.class);
            Budget budget = new Budget(days, megabytesPerSecond, Duration.ofHours(hours));
            FixityRun.Summary summary = desk.prove(
                    target.isEmpty() ? desk.targets().all() : desk.wanted(target),
                    budget,
                    new Throttle(budget, System::nanoTime, FixityCommand::sleep));
            Result result =
                    new Result(summary.lines(), summary.goalKept(), CopyTexts.faults(console, summary.findings()));
            console.result(result, text(result, console));
            boolean good = summary.goalKept() && summary.findings().isEmpty();
            return (good ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private static void sleep(Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (FixityRun.Line line : result.copies()) {
            lines.add(CopyTexts.text(
                    console,
                    "FIXITY",
                    line.target(),
                    "" + line.objects(),
                    "" + (line.bytes() >> 20),
                    "" + line.damaged(),
                    "" + line.repaired(),
                    "" + line.canaries(),
                    "" + line.planted(),
                    "" + line.overdue()));
        }
        lines.addAll(CopyTexts.lines(result.faults()));
        lines.add(CopyTexts.text(console, result.goalKept() ? "GOAL_KEPT" : "GOAL_LOST"));
        return String.join(System.lineSeparator(), lines);
    }
}
