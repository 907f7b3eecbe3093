package nienkhoa.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nienkhoa.printrun.PrintDesk;
import nienkhoa.printrun.PrintRefused;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.RunReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code print-run report}: what was planned, printed, spoiled, printed again and is missing; PDF, workbook and JSON. */
@Command(name = "report", sortOptions = false)
final class PrintReportCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "D00001", descriptionKey = "print-run-id")
    private String id = "";

    PrintReportCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            PrintRun run = application.part(PrintDesk.class).find(id);
            Path report = application.part(PrintRunView.class).report(run, console);
            console.result(
                    application.part(RunReports.class).counts(run),
                    PrintTexts.text(console, "REPORT", report.toString()));
            return ExitCode.DONE.number();
        } catch (PrintRefused e) {
            throw PrintTexts.problem(e);
        }
    }
}
