package nienkhoa.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.archive.holds.Hold;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.holds.Selection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hold list}: the cases that hold now, all or those on one dossier. */
@Command(name = "list", sortOptions = false)
final class HoldListCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--dossier", paramLabel = "ID", descriptionKey = "keeping-dossier")
    private @Nullable String dossier;

    HoldListCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(List<Line> cases) {}

    /** A case. */
    record Line(String caseId, String reason, List<String> selections, String placedBy, String placedAt) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Holds holds = application.part(Holds.class);
            List<Line> cases = (dossier == null ? holds.all() : holds.on(dossier))
                    .stream().map(HoldListCommand::line).toList();
            console.result(new Result(cases), text(cases, console));
            return ExitCode.DONE.number();
        }
    }

    private static Line line(Hold hold) {
        return new Line(
                hold.caseId(),
                hold.reason().name(),
                hold.selections().stream().map(Selection::written).toList(),
                hold.placedBy(),
                hold.placedAt().toString());
    }

    private static String text(List<Line> cases, Console console) {
        List<String> lines = new ArrayList<>();
        for (Line one : cases) {
            lines.add(KeepingTexts.text(
                    console,
                    "HOLD_LINE",
                    one.caseId(),
                    KeepingTexts.text(console, "REASON_" + one.reason()),
                    String.join(" · ", one.selections()),
                    one.placedBy(),
                    one.placedAt().substring(0, 10)));
        }
        if (lines.isEmpty()) {
            lines.add(KeepingTexts.text(console, "HOLD_NONE"));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
