package nienkhoa.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nienkhoa.disposal.DisposalCase;
import nienkhoa.disposal.DisposalDossier;
import nienkhoa.disposal.DisposalOffice;
import nienkhoa.disposal.DisposalRefused;
import nienkhoa.disposal.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code disposal certificate}: prints and archives all papers of a case again, the certificate among them once something
 * is destroyed. Ends with 1 while the certificate says that a place is still to be proved.
 */
@Command(name = "certificate", sortOptions = false)
final class DisposalCertificateCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "HUY-…", descriptionKey = "disposal-case")
    private String id = "";

    DisposalCertificateCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String stage, String papers) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            DisposalCase disposal = application.part(DisposalOffice.class).find(id);
            Path papers = application.part(DisposalDossier.class).keep(disposal);
            console.result(
                    new Result(disposal.stage().name(), papers.toString()),
                    DisposalTexts.text(console, "PAPERS_WRITTEN", papers.toString())
                            + System.lineSeparator()
                            + DisposalTexts.line(console, disposal));
            boolean pending = disposal.stage() == Stage.PENDING;
            return (pending ? ExitCode.FINDINGS : ExitCode.DONE).number();
        } catch (DisposalRefused e) {
            throw DisposalTexts.problem(e);
        }
    }
}
