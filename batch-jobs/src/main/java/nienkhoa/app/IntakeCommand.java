package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import nienkhoa.intake.ChangeRule;
import nienkhoa.intake.Intake;
import nienkhoa.intake.IntakeResult;
import nienkhoa.intake.LoadEntry;
import nienkhoa.intake.LoadOutcome;
import nienkhoa.intake.LoadRequest;
import nienkhoa.intake.RefusedExport;
import nienkhoa.intake.TakenExport;
import nienkhoa.intake.difference.ClassDifference;
import nienkhoa.intake.difference.DifferenceLine;
import nienkhoa.model.SchoolYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code intake}: takes an export into the register and stops there. */
@Command(name = "intake", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class IntakeCommand implements Callable<Integer> {

    private static final double NANOS_A_SECOND = 1e9;

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "${bundle:label.export}", descriptionKey = "export")
    private Path export;

    @Option(names = "--school-year", required = true, paramLabel = "2023-2024")
    private SchoolYear year;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--confirm", paramLabel = "${bundle:label.reason}")
    private Optional<String> confirm = Optional.empty();

    @Spec
    private CommandSpec spec;

    IntakeCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param workbook of the findings; empty if there are none
     * @param classes the difference from the register, class by class
     * @param lines its first {@link LoadOutcome#LINES_KEPT} lines; the workbook of differences has all
     */
    record Result(
            String exportSha256,
            long files,
            long accepted,
            long unchanged,
            long rejected,
            long students,
            long findings,
            SortedMap<String, Long> findingsByCode,
            SortedMap<ChangeRule, Long> changes,
            String workbook,
            LoadSummary load,
            List<ClassDifference> classes,
            List<DifferenceLine> lines,
            double seconds) {}

    @Override
    public Integer call() {
        Console console = root.console();
        ExportFolder.check(export);
        Home home = root.home();
        Progress progress = console.progress();
        progress.begin(Progress.Stage.DATABASE, 0);
        try (Application application = Application.open(home)) {
            long began = System.nanoTime();
            LoadChoice choice = new LoadChoice(dryRun, confirm, LoadChoice.commandLine(spec), console.messages());
            IntakeResult taken = take(application, choice, progress);
            progress.end();
            Result result = result(taken, (System.nanoTime() - began) / NANOS_A_SECOND, console);
            console.result(result, text(taken, result, choice, console));
            boolean nothingToSay =
                    result.findings() == 0 && (!dryRun || taken.load().stops().isEmpty());
            return (nothingToSay ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } finally {
            progress.end();
        }
    }

    private IntakeResult take(Application application, LoadChoice choice, Progress progress) {
        progress.begin(Progress.Stage.INTAKE, 0);
        Intake intake = application.part(Intake.class);
        LoadRequest request = choice.request(year, application.part(Configuration.class));
        try {
            TakenExport taken = intake.take(export.toAbsolutePath());
            return choice.goneOn(intake.read(taken, request, new IntakeProgress(progress)));
        } catch (RefusedExport e) {
            throw Problem.refused("intake", e.finding());
        }
    }

    private static Result result(IntakeResult taken, double seconds, Console console) {
        return new Result(
                taken.exportSha256(),
                taken.counts().files(),
                taken.counts().rowsAccepted(),
                taken.counts().rowsUnchanged(),
                taken.counts().rowsRejected(),
                taken.counts().students(),
                taken.counts().findings(),
                new TreeMap<>(taken.byCode()),
                new TreeMap<>(taken.counts().changes()),
                taken.workbook().map(Path::toString).orElse(""),
                LoadSummary.of(taken.load(), console.messages()),
                taken.load().difference().classes(),
                taken.load().lines(),
                seconds);
    }

    private static String text(IntakeResult taken, Result result, LoadChoice choice, Console console) {
        List<String> lines = new ArrayList<>(new LoadText(taken.load(), choice).lines());
        lines.add(console.text(
                taken.load().entry().outcome() == LoadEntry.Outcome.DRY_RUN ? "INTAKE_TRIED" : "INTAKE_DONE",
                Long.toString(result.students()),
                Long.toString(result.accepted()),
                Long.toString(result.unchanged()),
                Long.toString(result.rejected())));
        if (!result.workbook().isEmpty()) {
            lines.add(console.text("INTAKE_FINDINGS", Long.toString(result.findings())));
            lines.add("  " + console.text(result.rejected() > 0 ? "OPEN_REJECTS" : "OPEN_FINDINGS") + ": "
                    + result.workbook());
        }
        if (result.rejected() > 0 && !result.workbook().isEmpty()) {
            lines.add(console.text(
                    "CORRECT_REJECTS",
                    result.workbook(),
                    taken.load().entry().year().toString()));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
