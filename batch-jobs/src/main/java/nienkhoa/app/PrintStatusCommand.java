package nienkhoa.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.printrun.PrintDesk;
import nienkhoa.printrun.PrintRefused;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code print-run status}: how a run stands; without a run, all of them. */
@Command(name = "status", sortOptions = false)
final class PrintStatusCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", arity = "0..1", paramLabel = "D00001", descriptionKey = "print-run-id")
    private String id = "";

    PrintStatusCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            if (!id.isEmpty()) {
                application.part(PrintDesk.class).find(id);
                return application.part(PrintRunView.class).print(console, id, "");
            }
            List<PrintRun> runs = application.part(PrintRuns.class).all();
            String text = runs.stream()
                    .map(run -> PrintTexts.line(console, run))
                    .collect(Collectors.joining(System.lineSeparator()));
            console.result(runs, runs.isEmpty() ? PrintTexts.text(console, "NO_RUNS") : text);
            return ExitCode.DONE.number();
        } catch (PrintRefused e) {
            throw PrintTexts.problem(e);
        }
    }
}
