package nienkhoa.app;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nienkhoa.model.Person;
import nienkhoa.printrun.PrintDesk;
import nienkhoa.printrun.PrintDesk.Opening;
import nienkhoa.printrun.PrintRefused;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintableDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code print-run open}: makes the bundles of a run and writes every sheet down. */
@Command(name = "open", sortOptions = false)
final class PrintOpenCommand implements Callable<Integer> {

    private final RootCommand root;

    @Mixin
    private final PrintPlanCommand.Chosen chosen = new PrintPlanCommand.Chosen();

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "print-by")
    private String by = "";

    @Option(names = "--leave-out", descriptionKey = "print-leave-out")
    private boolean leaveOut;

    @Option(names = "--again", paramLabel = "LÝ_DO", descriptionKey = "print-again")
    private String again = "";

    @Option(names = "--second", paramLabel = "p02", descriptionKey = "print-second")
    private String second = "";

    PrintOpenCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Person person = acting(application, by);
            Optional<Person> other = second.isEmpty() ? Optional.empty() : Optional.of(acting(application, second));
            PrintRun run = application
                    .part(PrintDesk.class)
                    .open(chosen.selection(), new Opening(leaveOut, again, other), person);
            return application
                    .part(PrintRunView.class)
                    .print(console, run.id(), PrintTexts.text(console, "OPENED", run.id()));
        } catch (PrintRefused e) {
            throw PrintTexts.problem(e);
        }
    }

    private Person acting(Application application, String id) {
        Person person = application.part(People.class).acting(id);
        Set<String> dossiers =
                PrintedDossiers.of(application.part(PrintableDocuments.class).groups(chosen.selection()));
        application
                .part(Authority.class)
                .over(person, dossiers, chosen.selection().school());
        return person;
    }
}
