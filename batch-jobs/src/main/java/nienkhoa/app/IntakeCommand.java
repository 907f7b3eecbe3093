package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import nienkhoa.intake.Intake;
import nienkhoa.intake.IntakeResult;
import nienkhoa.intake.RefusedExport;
import nienkhoa.intake.TakenExport;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    IntakeCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param workbook of the findings; empty if there are none
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
            String workbook,
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
            IntakeResult taken = take(application.part(Intake.class), progress);
            progress.end();
            Result result = result(taken, (System.nanoTime() - began) / NANOS_A_SECOND);
            console.result(result, text(result, year, console));
            return (result.findings() == 0 ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } finally {
            progress.end();
        }
    }

    private IntakeResult take(Intake intake, Progress progress) {
        progress.begin(Progress.Stage.INTAKE, 0);
        try {
            TakenExport taken = intake.take(export.toAbsolutePath());
            IntakeResult result = intake.read(taken, year, new IntakeProgress(progress));
            if (result.stopped()) {
                throw Problem.refused("intake", whyStopped(result));
            }
            return result;
        } catch (RefusedExport e) {
            throw Problem.refused("intake", e.finding());
        }
    }

    private static Finding whyStopped(IntakeResult result) {
        return result.findings().stream()
                .filter(finding -> finding.code().equals("I010_WRONG_SCHOOL_YEAR"))
                .findFirst()
                .orElseThrow();
    }

    private static Result result(IntakeResult taken, double seconds) {
        return new Result(
                taken.exportSha256(),
                taken.counts().files(),
                taken.counts().rowsAccepted(),
                taken.counts().rowsUnchanged(),
                taken.counts().rowsRejected(),
                taken.counts().students(),
                taken.counts().findings(),
                new TreeMap<>(taken.byCode()),
                taken.workbook().map(Path::toString).orElse(""),
                seconds);
    }

    private static String text(Result result, SchoolYear year, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(console.text(
                "INTAKE_DONE",
                Long.toString(result.students()),
                Long.toString(result.accepted()),
                Long.toString(result.unchanged()),
                Long.toString(result.rejected())));
        if (!result.workbook().isEmpty()) {
            lines.add(console.text("INTAKE_FINDINGS", Long.toString(result.findings())));
            lines.add("  " + console.text("OPEN_REJECTS") + ": " + result.workbook());
        }
        if (result.rejected() > 0 && !result.workbook().isEmpty()) {
            lines.add(console.text("CORRECT_REJECTS", result.workbook(), year.toString()));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
