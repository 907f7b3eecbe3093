package nienkhoa.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.disposal.DisposalCase;
import nienkhoa.disposal.DisposalCases;
import picocli.CommandLine.Command;

/** {@code disposal list}: every case and how far it is. */
@Command(name = "list", sortOptions = false)
final class DisposalListCommand implements Callable<Integer> {

    private final RootCommand root;

    DisposalListCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(List<DisposalCase> cases) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Result result = new Result(application.part(DisposalCases.class).all());
            String lines = result.cases().stream()
                    .map(disposal -> DisposalTexts.line(console, disposal))
                    .collect(Collectors.joining(System.lineSeparator()));
            console.result(result, result.cases().isEmpty() ? DisposalTexts.text(console, "NO_CASES") : lines);
            return ExitCode.DONE.number();
        }
    }
}
