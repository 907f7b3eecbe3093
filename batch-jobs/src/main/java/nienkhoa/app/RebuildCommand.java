package nienkhoa.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import nienkhoa.archive.rebuild.StoreRows.RowDifference;
import nienkhoa.model.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rebuild}: makes the database again from the store alone, or proves beside the live one that it could. */
@Command(name = "rebuild", sortOptions = false)
final class RebuildCommand implements Callable<Integer> {

    private static final String STAGE = "rebuild";

    /** Differences printed for people; all are in the JSON. */
    private static final int MOST_PRINTED = 50;

    private final RootCommand root;

    @Option(names = "--drill", descriptionKey = "rebuild-drill")
    private boolean drill;

    RebuildCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(
            boolean drill,
            long dossiers,
            long versions,
            long acts,
            double seconds,
            SortedMap<String, Long> rows,
            String replacedActs,
            int destroyedAgain,
            List<RowDifference> differences,
            List<Fault> faults) {}

    /** A finding with its sentence. */
    record Fault(String code, String dossier, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Progress progress = console.progress();
        try (Application application = Application.openForRebuild(root.home())) {
            RebuildDesk desk = new RebuildDesk(application);
            progress.begin(Progress.Stage.REBUILD, 0);
            RebuildDesk.Report report =
                    drill ? desk.drill(() -> progress.done(1)) : desk.rebuild(() -> progress.done(1));
            progress.end();
            Result result = result(report, console);
            console.result(result, text(result, console));
            boolean good = result.faults().isEmpty() && result.differences().isEmpty();
            return (good ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private Result result(RebuildDesk.Report report, Console console) {
        return new Result(
                drill,
                report.outcome().dossiers(),
                report.outcome().versions(),
                report.outcome().acts(),
                report.seconds(),
                report.rows(),
                report.replaced().map(Object::toString).orElse(""),
                report.destroyedAgain(),
                report.differences(),
                report.findings().stream()
                        .map(finding -> fault(finding, console))
                        .toList());
    }

    private static Fault fault(Finding finding, Console console) {
        return new Fault(
                finding.code(), finding.place().subject(), console.messages().of(STAGE, finding));
    }

    private String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                console,
                drill ? "DRILLED" : "REBUILT",
                "" + result.dossiers(),
                "" + result.versions(),
                "" + result.acts(),
                String.format(Locale.ROOT, "%.1f", result.seconds())));
        result.rows().forEach((table, rows) -> lines.add("  " + table + ": " + rows));
        if (!result.replacedActs().isEmpty()) {
            lines.add(say(console, "REPLACED", result.replacedActs()));
        }
        if (result.destroyedAgain() > 0) {
            lines.add(say(console, "DESTROYED_AGAIN", "" + result.destroyedAgain()));
        }
        result.faults().forEach(fault -> lines.add("  " + fault.code() + ": " + fault.message()));
        lines.addAll(drill ? differences(result, console) : List.of(say(console, "NOT_FROM_STORE")));
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> differences(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        result.differences().stream()
                .limit(MOST_PRINTED)
                .map(row -> "  " + row.table() + " " + row.id() + ": "
                        + say(console, "ROW_" + row.kind().name()))
                .forEach(lines::add);
        int count = result.differences().size();
        lines.add(say(console, count == 0 ? "NO_DIFFERENCES" : "DIFFERENCES", "" + count));
        return lines;
    }

    private static String say(Console console, String key, Object... args) {
        return console.messages().text(STAGE, key, args);
    }
}
