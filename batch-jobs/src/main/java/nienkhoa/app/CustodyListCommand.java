package nienkhoa.app;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.custody.Custody;
import nienkhoa.custody.Transfer;
import nienkhoa.custody.Transfer.Outcome;
import picocli.CommandLine.Command;

/** {@code custody list}: every hand-over with how far it is. */
@Command(name = "list", sortOptions = false)
final class CustodyListCommand implements Callable<Integer> {

    private final RootCommand root;

    CustodyListCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(List<Transfer> transfers) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Result result = new Result(application.part(Custody.class).all());
            String text = result.transfers().stream()
                    .map(transfer -> line(transfer, console))
                    .collect(Collectors.joining(System.lineSeparator()));
            console.result(result, text.isEmpty() ? CustodyTexts.text(console, "NO_TRANSFERS") : text);
            return ExitCode.DONE.number();
        }
    }

    private static String line(Transfer transfer, Console console) {
        return CustodyTexts.text(
                console,
                "TRANSFER",
                transfer.id(),
                transfer.order().from(),
                transfer.order().to(),
                "@STATE_" + transfer.state() + "_" + transfer.place(),
                Integer.toString(transfer.items().size()),
                Long.toString(transfer.count(Outcome.ACCEPTED)),
                Long.toString(transfer.count(Outcome.REFUSED)));
    }
}
