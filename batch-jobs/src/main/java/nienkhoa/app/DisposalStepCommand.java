package nienkhoa.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.disposal.DisposalCase;
import nienkhoa.disposal.DisposalDossier;
import nienkhoa.disposal.DisposalItem;
import nienkhoa.disposal.DisposalOffice;
import nienkhoa.disposal.DisposalRefused;
import nienkhoa.model.Person;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A step of a disposal case that one person takes: tried with {@code --dry-run}, else taken and put on paper. */
abstract class DisposalStepCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "disposal-by")
    private String by = "";

    @Option(names = "--on", paramLabel = "2026-01-31", descriptionKey = "disposal-on")
    private @Nullable LocalDate on;

    @Option(names = "--dry-run", descriptionKey = "disposal-dry-run")
    private boolean dryRun;

    DisposalStepCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param taken false after a dry run
     * @param papers where the papers lie; empty after a dry run
     */
    record Result(boolean taken, DisposalCase disposal, String papers) {}

    /** The step that the command line asks for. */
    abstract DisposalOffice.Step step(DisposalOffice office, Person person, People people, LocalDate day);

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            People people = application.part(People.class);
            LocalDate today = LocalDate.now(application.part(Clock.class));
            Person person = people.acting(by);
            DisposalOffice.Step step =
                    step(application.part(DisposalOffice.class), person, people, on == null ? today : on);
            application.part(Authority.class).over(person, dossiers(step.tried()));
            DisposalDossier dossier = application.part(DisposalDossier.class);
            if (dryRun) {
                print(console, new Result(false, step.tried(), ""));
                return ExitCode.DONE.number();
            }
            DisposalCase disposal = step.take();
            Path papers = dossier.keep(disposal);
            print(console, new Result(true, disposal, papers.toString()));
            return ExitCode.DONE.number();
        } catch (DisposalRefused e) {
            throw DisposalTexts.problem(e);
        }
    }

    /** What the person decides about; what is being destroyed is decided on. */
    static List<String> dossiers(DisposalCase disposal) {
        return disposal.untouched().stream().map(DisposalItem::dossierId).toList();
    }

    private static void print(Console console, Result result) {
        String head = result.taken()
                ? DisposalTexts.text(console, "STEP_TAKEN", result.papers())
                : DisposalTexts.text(console, "STEP_TRIED");
        console.result(result, head + System.lineSeparator() + DisposalTexts.of(console, result.disposal()));
    }
}
