package nienkhoa.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;
import nienkhoa.printrun.Destination;
import nienkhoa.printrun.PrintDesk;
import nienkhoa.printrun.PrintRefused;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintRuns;
import nienkhoa.printrun.Printer;
import nienkhoa.printrun.PrinterGone;
import nienkhoa.printrun.SendLoop;
import nienkhoa.printrun.SheetJob;
import nienkhoa.printrun.folder.FolderPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code print-run send}: hands planned sheets to a printer until all are printed or a person is needed. */
@Command(name = "send", sortOptions = false)
final class PrintSendCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "D00001", descriptionKey = "print-run-id")
    private String id = "";

    @Option(names = "--printer", required = true, paramLabel = "may-a3", descriptionKey = "print-printer")
    private String name = "";

    PrintSendCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            PrintDesk desk = application.part(PrintDesk.class);
            PrintRun run = desk.find(id);
            desk.checkOpen(run);
            Destination destination = application.part(PrintersFile.class).open(name);
            try (Printer printer = destination.printer()) {
                check(printer.cannot(desk.needs(id, destination.tray())), console);
                application.part(PrintRuns.class).printer(id, name);
                SendLoop.Result sent = application.part(SendLoop.class).send(id, destination, new Lines(console));
                control(application, printer);
                String head = PrintTexts.text(console, "SENT", sent.jobs() + "", sent.sheets() + "", name);
                return application.part(PrintRunView.class).print(console, id, head);
            } catch (PrinterGone e) {
                throw Problem.failedBy(e, "S283_PRINTER_GONE", name);
            }
        } catch (PrintRefused e) {
            throw PrintTexts.problem(e);
        }
    }

    /** A line a job, for the person beside the printer. */
    private record Lines(Console console) implements SendLoop.Listener {

        @Override
        public void handedOver(SheetJob job) {
            console.err().println(PrintTexts.text(console, "SEND_OVER", job.name(), job.sheets() + ""));
        }

        @Override
        public void printed(SheetJob job) {
            console.err().println(PrintTexts.text(console, "SEND_DONE", job.name()));
        }
    }

    private void check(List<Finding> cannot, Console console) {
        cannot.forEach(finding -> console.err().println(PrinterFindings.sentence(console.messages(), finding)));
        if (cannot.stream().anyMatch(finding -> finding.severity() == Severity.REJECT)) {
            throw Problem.wrongUse("S284_PRINTER_CANNOT", name);
        }
    }

    private void control(Application application, Printer printer) throws PrinterGone {
        PrintRun run = application.part(PrintDesk.class).find(id);
        Optional<Path> sheet = application.part(PrintRunView.class).control(run);
        if (sheet.isPresent() && printer instanceof FolderPrinter folder) {
            folder.control(id, sheet.get());
        }
    }
}
