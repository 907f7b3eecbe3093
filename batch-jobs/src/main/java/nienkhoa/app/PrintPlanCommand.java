package nienkhoa.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.PrintDesk;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.PrintRefused;
import nienkhoa.printrun.PrintableDocuments.Selection;
import nienkhoa.printrun.RunPlan;
import nienkhoa.printrun.RunPlanner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code print-run plan}: what would be printed, with which paper and in which time, and what stands in its way. */
@Command(name = "plan", sortOptions = false)
final class PrintPlanCommand implements Callable<Integer> {

    private final RootCommand root;

    @Mixin
    private final Chosen chosen = new Chosen();

    @Option(names = "--printer", paramLabel = "may-a3", descriptionKey = "print-printer")
    private String printer = "";

    PrintPlanCommand(RootCommand root) {
        this.root = root;
    }

    /** What is printed. */
    static final class Chosen {

        @Option(names = "--school", required = true, paramLabel = "31313401", descriptionKey = "print-school")
        private String school = "";

        @Option(names = "--school-year", required = true, paramLabel = "2023-2024", descriptionKey = "print-year")
        private @Nullable SchoolYear year;

        @Option(
                names = "--form",
                required = true,
                split = ",",
                paramLabel = "transcript-primary",
                descriptionKey = "print-form")
        private List<String> forms = List.of();

        @Option(names = "--class", paramLabel = "5A", descriptionKey = "print-class")
        private @Nullable String className;

        Selection selection() {
            return new Selection(school, Objects.requireNonNull(year), forms, Optional.ofNullable(className));
        }
    }

    /** What {@code --json} prints. */
    record Result(
            int bundles,
            int sheets,
            Map<Paper, Integer> paper,
            int sides,
            int blankSides,
            long minutes,
            List<RunPlan.LeftOut> leftOut,
            Map<String, String> inRuns) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            PrintDesk desk = application.part(PrintDesk.class);
            RunPlan plan = desk.plan(chosen.selection());
            Map<String, String> before = desk.runsOf(plan);
            Duration time = plan.time(application.part(PrintersFile.class).speed(printer));
            Result result = new Result(
                    plan.bundles().size(),
                    plan.sheets(),
                    plan.paper(),
                    plan.sides(),
                    plan.blankSides(),
                    time.toMinutes(),
                    plan.leftOut(),
                    before);
            console.result(result, PrintTexts.plan(console, plan, time, before));
            boolean free =
                    RunPlanner.blockers(plan).isEmpty() && !plan.bundles().isEmpty();
            return free ? ExitCode.DONE.number() : ExitCode.FINDINGS.number();
        } catch (PrintRefused e) {
            throw PrintTexts.problem(e);
        }
    }
}
