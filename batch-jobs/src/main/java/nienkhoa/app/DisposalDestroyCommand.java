package nienkhoa.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.disposal.Destruction;
import nienkhoa.disposal.DisposalCase;
import nienkhoa.disposal.DisposalDossier;
import nienkhoa.disposal.DisposalRefused;
import nienkhoa.disposal.Stage;
import nienkhoa.model.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code disposal destroy}: destroys what a decision names, in every place. Ends with 0 when all is proved, with 1 while a
 * place has not been reached: the same command goes on.
 */
@Command(name = "destroy", sortOptions = false)
final class DisposalDestroyCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "HUY-…", descriptionKey = "disposal-case")
    private String id = "";

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "disposal-by")
    private String by = "";

    @Option(names = "--dry-run", descriptionKey = "disposal-dry-run")
    private boolean dryRun;

    DisposalDestroyCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param pending places of which some dossier is not proved absent
     */
    record Result(boolean run, DisposalCase disposal, List<String> pending, String papers) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by);
            Destruction destruction = application.part(Destruction.class);
            DisposalDossier dossier = application.part(DisposalDossier.class);
            DisposalCase tried = destruction.check(id, person);
            application.part(Authority.class).over(person, DisposalStepCommand.dossiers(tried));
            DisposalCase disposal = dryRun ? tried : destruction.run(id, person);
            String papers = dryRun ? "" : dossier.keep(disposal).toString();
            Result result = new Result(!dryRun, disposal, pending(destruction, disposal), papers);
            console.result(result, text(console, result));
            boolean done = dryRun || disposal.stage() == Stage.DESTROYED;
            return (done ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } catch (DisposalRefused e) {
            throw DisposalTexts.problem(e);
        }
    }

    private static List<String> pending(Destruction destruction, DisposalCase disposal) {
        return disposal.going().stream()
                .flatMap(item -> destruction.waitingFor(item).stream())
                .distinct()
                .toList();
    }

    private static String text(Console console, Result result) {
        String places = result.pending().stream()
                .map(place -> DisposalTexts.place(console.messages(), place))
                .collect(Collectors.joining(", "));
        String key = !result.run() ? "DESTROY_TRIED" : result.pending().isEmpty() ? "DESTROY_DONE" : "DESTROY_PENDING";
        String count = Integer.toString(result.disposal().going().size());
        return DisposalTexts.text(console, key, count, places, result.papers())
                + System.lineSeparator()
                + DisposalTexts.of(console, result.disposal());
    }
}
