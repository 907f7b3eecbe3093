package nienkhoa.app;

import java.util.concurrent.Callable;
import nienkhoa.disposal.Destruction;
import picocli.CommandLine.Command;

/** {@code disposal replay}: clears again, after a restore, all that was destroyed under a decision. */
@Command(name = "replay", sortOptions = false)
final class DisposalReplayCommand implements Callable<Integer> {

    private final RootCommand root;

    DisposalReplayCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(int suppressed) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Result result = new Result(application.part(Destruction.class).replay(dossier -> true));
            console.result(result, DisposalTexts.text(console, "REPLAYED", Integer.toString(result.suppressed())));
            return ExitCode.DONE.number();
        }
    }
}
