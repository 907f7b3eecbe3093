package nienkhoa.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import nienkhoa.archive.copies.CopyTarget;
import nienkhoa.archive.copies.UnreachableCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code archive mark}: makes a folder or disk known as one of the copies. */
@Command(name = "mark", sortOptions = false)
final class ArchiveMarkCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--target", paramLabel = "ID", required = true, descriptionKey = "copies-target")
    private String target = "";

    @Option(names = "--at", paramLabel = "${bundle:label.folder}", descriptionKey = "copies-at")
    private String at = "";

    ArchiveMarkCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String target, String where) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            CopyTarget copy = application.part(CopyDesk.class).wanted(target).get(0);
            copy.mark(at);
            console.result(
                    new Result(copy.id(), copy.where()), CopyTexts.text(console, "MARKED", copy.id(), copy.where()));
            return ExitCode.DONE.number();
        } catch (UnreachableCopy e) {
            throw Problem.wrongUse(
                    "S112_CANNOT_MARK", target, e.place(), e.reason().name());
        } catch (IOException e) {
            throw Problem.failedBy(e, "S112_CANNOT_MARK", target, at, String.valueOf(e.getMessage()));
        }
    }
}
