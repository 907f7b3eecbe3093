package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.KeptRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code retention explain}: why a dossier is kept until a day: rules, trigger, holds, and what changed when. */
@Command(name = "explain", sortOptions = false)
final class RetentionExplainCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "keeping-dossier")
    private String dossier = "";

    RetentionExplainCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            KeptRecord record = KeepingTexts.record(application, dossier);
            LocalDate today = LocalDate.now(application.part(Clock.class));
            Explanation explanation = new Explanation(application.part(Keeping.class), console);
            Explanation.Result result = explanation.of(record, today);
            console.result(result, explanation.text(result));
            return ExitCode.DONE.number();
        }
    }
}
