package nienkhoa.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.copies.Copier;
import nienkhoa.archive.copies.CopyTarget;
import nienkhoa.model.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code archive copy}: brings the copies up to date. */
@Command(name = "copy", sortOptions = false)
final class ArchiveCopyCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--target", paramLabel = "ID", descriptionKey = "copies-target")
    private String target = "";

    @Option(names = "--full", descriptionKey = "copies-full")
    private boolean full;

    @Option(names = "--hours", paramLabel = "4", descriptionKey = "copies-hours")
    private int hours;

    ArchiveCopyCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(List<Line> copies, List<CopyTexts.Fault> faults) {}

    /** One copy. */
    record Line(String target, boolean full, long copied, long proved, long repaired, boolean stopped) {}

    @Override
    public Integer call() {
        Console console = root.console();
        if (hours < 0) {
            throw Problem.wrongUse("S034_BAD_ARGUMENT", "--hours", "" + hours, "4");
        }
        try (Application application = Application.open(root.home())) {
            CopyDesk desk = application.part(CopyDesk.class);
            List<CopyTarget> wanted = desk.wanted(target);
            List<Finding> findings =
                    new ArrayList<>(HomeSettings.keep(application.part(Home.class), application.part(Archivist.class)));
            findings.addAll(desk.takeStock());
            List<Line> lines = new ArrayList<>();
            Instant until = hours == 0 ? Instant.MAX : desk.clock().instant().plus(Duration.ofHours(hours));
            for (CopyTarget copy : wanted) {
                boolean inFull = full || desk.isFullDue(copy);
                Copier.Outcome outcome = desk.copy(copy, inFull, until);
                findings.addAll(outcome.findings());
                lines.add(new Line(
                        copy.id(), inFull, outcome.copied(), outcome.proved(), outcome.repaired(), outcome.stopped()));
            }
            Result result = new Result(lines, CopyTexts.faults(console, findings));
            console.result(result, text(result, console));
            return (findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (Line line : result.copies()) {
            lines.add(CopyTexts.text(
                    console,
                    line.full() ? "COPIED_IN_FULL" : "COPIED",
                    line.target(),
                    "" + line.copied(),
                    "" + line.proved(),
                    "" + line.repaired()));
            if (line.stopped()) {
                lines.add(CopyTexts.text(console, "COPY_STOPPED", line.target()));
            }
        }
        lines.addAll(CopyTexts.lines(result.faults()));
        return String.join(System.lineSeparator(), lines);
    }
}
