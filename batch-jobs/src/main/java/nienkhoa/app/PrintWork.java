package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nienkhoa.model.Person;
import nienkhoa.printrun.PaperDesk;
import nienkhoa.printrun.PrintDesk;
import nienkhoa.printrun.PrintRefused;
import nienkhoa.printrun.PrintRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about one print run that one person gives. */
abstract class PrintWork implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "D00001", descriptionKey = "print-run-id")
    private String id = "";

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "print-by")
    private String by = "";

    PrintWork(RootCommand root) {
        this.root = root;
    }

    /** What a command works with. */
    record At(Application application, Console console, PrintRun run, Person by) {

        PrintDesk desk() {
            return application.part(PrintDesk.class);
        }

        PaperDesk paper() {
            return application.part(PaperDesk.class);
        }

        Optional<Person> person(String id) {
            return id.isEmpty() ? Optional.empty() : Optional.of(acting(application, run, id));
        }

        LocalDate day(@Nullable LocalDate named) {
            return named == null ? LocalDate.now(application.part(Clock.class)) : named;
        }

        /** Prints how the run stands now, with a line before it. */
        int done(String head) {
            return application.part(PrintRunView.class).print(console, run.id(), head);
        }
    }

    abstract int work(At at);

    /** @throws Problem if nobody has the id, or the person's organisation does not decide about what is printed */
    private static Person acting(Application application, PrintRun run, String id) {
        Person person = application.part(People.class).acting(id);
        Set<String> dossiers = application.part(PrintedDossiers.class).of(run);
        application.part(Authority.class).over(person, dossiers, run.school());
        return person;
    }

    @Override
    public Integer call() {
        try (Application application = Application.open(root.home())) {
            PrintRun run = application.part(PrintDesk.class).find(id);
            Person person = acting(application, run, by);
            return work(new At(application, root.console(), run, person));
        } catch (PrintRefused e) {
            throw PrintTexts.problem(e);
        }
    }
}
