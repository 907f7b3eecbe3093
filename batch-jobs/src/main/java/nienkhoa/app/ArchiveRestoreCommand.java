package nienkhoa.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import nienkhoa.archive.copies.RestoreDrill;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code archive restore}: brings the store back from its copies, or proves that it could. */
@Command(name = "restore", sortOptions = false)
final class ArchiveRestoreCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--from", paramLabel = "ID", descriptionKey = "restore-from")
    private String from = "";

    @Option(names = "--dossier", paramLabel = "ID", descriptionKey = "restore-dossier")
    private String dossier = "";

    @Option(names = "--drill", descriptionKey = "restore-drill")
    private boolean drill;

    @Option(names = "--sample", paramLabel = "20", descriptionKey = "restore-sample")
    private int sample = 20;

    @Option(names = "--all", descriptionKey = "restore-all")
    private boolean all;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "restore-seed")
    private @Nullable Long seed;

    ArchiveRestoreCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(
            List<String> from,
            long dossiers,
            List<String> restored,
            long repairedFiles,
            long destroyedKept,
            int destroyedAgain,
            boolean rebuildNext,
            int settings,
            double seconds,
            List<CopyTexts.Fault> faults) {}

    /** What {@code --drill --json} prints. */
    record DrillResult(long seed, List<Line> copies, List<CopyTexts.Fault> faults) {}

    /** One copy. */
    record Line(String target, long dossiers, long restored, long bytes, double seconds, double megabytesPerSecond) {}

    @Override
    public Integer call() {
        if (sample < 1 || (drill && !dossier.isEmpty())) {
            throw Problem.wrongUse("S116_BAD_DRILL");
        }
        Console console = root.console();
        Progress progress = console.progress();
        try (Application application = Application.openForRebuild(root.home())) {
            RestoreDesk desk = new RestoreDesk(application);
            progress.begin(Progress.Stage.RESTORE, 0);
            return drill ? drill(desk, console, progress) : restore(desk, console, progress);
        } catch (IOException e) {
            throw Problem.failedBy(e, "S117_RESTORE_STOPPED", String.valueOf(e.getMessage()));
        } finally {
            progress.end();
        }
    }

    private int restore(RestoreDesk desk, Console console, Progress progress) throws IOException {
        RestoreDesk.Report report = desk.restore(from, dossier, () -> progress.done(1));
        progress.end();
        Result result = new Result(
                report.from(),
                report.outcome().objects(),
                report.outcome().restored(),
                report.outcome().repaired(),
                report.outcome().leftovers().size(),
                report.destroyedAgain(),
                report.rebuildNext(),
                report.settings(),
                report.seconds(),
                CopyTexts.faults(console, report.findings()));
        console.result(result, text(result, console));
        return (result.faults().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(CopyTexts.text(
                console,
                "RESTORED",
                String.join(", ", result.from()),
                "" + result.dossiers(),
                "" + result.restored().size(),
                "" + result.repairedFiles(),
                String.format(Locale.ROOT, "%.1f", result.seconds())));
        if (result.destroyedKept() + result.destroyedAgain() > 0) {
            lines.add(CopyTexts.text(
                    console, "STAYED_DESTROYED", "" + Math.max(result.destroyedKept(), result.destroyedAgain())));
        }
        lines.addAll(CopyTexts.lines(result.faults()));
        if (result.settings() > 0) {
            lines.add(CopyTexts.text(console, "SETTINGS_BACK", "" + result.settings(), "config/"));
        }
        if (result.rebuildNext()) {
            lines.add(CopyTexts.text(console, "REBUILD_NEXT"));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private int drill(RestoreDesk desk, Console console, Progress progress) throws IOException {
        OptionalLong given = seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
        RestoreDesk.DrillReport report = desk.drill(from, all ? Integer.MAX_VALUE : sample, given);
        progress.end();
        DrillResult result = new DrillResult(
                report.seed(),
                report.copies().stream().map(ArchiveRestoreCommand::line).toList(),
                CopyTexts.faults(console, report.findings()));
        List<String> lines = new ArrayList<>();
        result.copies().forEach(line -> lines.add(text(line, result.seed(), console)));
        lines.addAll(CopyTexts.lines(result.faults()));
        console.result(result, String.join(System.lineSeparator(), lines));
        return (result.faults().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
    }

    private static Line line(RestoreDrill.Outcome outcome) {
        return new Line(
                outcome.target(),
                outcome.objects(),
                outcome.restored(),
                outcome.bytes(),
                outcome.seconds(),
                outcome.megabytesPerSecond());
    }

    private static String text(Line line, long seed, Console console) {
        return CopyTexts.text(
                console,
                "RESTORE_DRILLED",
                line.target(),
                "" + line.restored(),
                "" + line.dossiers(),
                String.format(Locale.ROOT, "%.1f", line.bytes() / 1e6),
                String.format(Locale.ROOT, "%.1f", line.seconds()),
                String.format(Locale.ROOT, "%.1f", line.megabytesPerSecond()),
                "" + seed);
    }
}
