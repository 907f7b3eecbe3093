package nienkhoa.app;

import java.util.concurrent.Callable;
import nienkhoa.disposal.DisposalCase;
import nienkhoa.disposal.DisposalOffice;
import nienkhoa.disposal.DisposalRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code disposal show}: one case with its dossiers. */
@Command(name = "show", sortOptions = false)
final class DisposalShowCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "HUY-…", descriptionKey = "disposal-case")
    private String id = "";

    DisposalShowCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            DisposalCase disposal = application.part(DisposalOffice.class).find(id);
            console.result(disposal, DisposalTexts.of(console, disposal));
            return ExitCode.DONE.number();
        } catch (DisposalRefused e) {
            throw DisposalTexts.problem(e);
        }
    }
}
