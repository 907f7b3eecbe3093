package nienkhoa.app;

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

    ArchiveCopyCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(List<Line> copies, List<CopyTexts.Fault> faults) {}

    /** One copy. */
    record Line(String target, boolean full, long copied, long proved, long repaired) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            CopyDesk desk = application.part(CopyDesk.class);
            List<CopyTarget> wanted = desk.wanted(target);
            HomeSettings.keep(application.part(Home.class), application.part(Archivist.class));
            List<Finding> findings = new ArrayList<>(desk.takeStock());
            List<Line> lines = new ArrayList<>();
            for (CopyTarget copy : wanted) {
                boolean inFull = full || desk.isFullDue(copy);
                Copier.Outcome outcome = desk.copy(copy, inFull);
                findings.addAll(outcome.findings());
                lines.add(new Line(copy.id(), inFull, outcome.copied(), outcome.proved(), outcome.repaired()));
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
        }
        lines.addAll(CopyTexts.lines(result.faults()));
        return String.join(System.lineSeparator(), lines);
    }
}
