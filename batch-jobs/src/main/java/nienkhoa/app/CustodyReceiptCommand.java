package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.custody.CustodyRefused;
import nienkhoa.custody.Organisations;
import nienkhoa.custody.Transfer;
import nienkhoa.custody.Transfer.Outcome;
import nienkhoa.custody.TransferDesk;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code custody receipt}: takes the other side's receipt; what it accepted has a new keeper from then on. */
@Command(name = "receipt", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class CustodyReceiptCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "bien-nhan-….json", descriptionKey = "custody-receipt")
    private Path file;

    @Option(names = "--by", required = true, paramLabel = "p02", descriptionKey = "by")
    private String by;

    CustodyReceiptCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String transfer, String keeper, int moved, List<Transfer.Item> left) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST);
            TransferDesk desk = application.part(TransferDesk.class);
            Authority authority = application.part(Authority.class);
            desk.giver(file.toAbsolutePath()).ifPresent(giver -> authority.of(person, giver));
            Transfer transfer = desk.close(file.toAbsolutePath(), person, application.part(Organisations.class));
            Result result = new Result(
                    transfer.id(),
                    transfer.order().to(),
                    (int) transfer.count(Outcome.ACCEPTED),
                    transfer.items().stream()
                            .filter(item -> item.outcome() == Outcome.REFUSED)
                            .toList());
            console.result(result, text(result, console));
            return (result.left().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } catch (CustodyRefused e) {
            throw CustodyTexts.problem(e);
        }
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (Transfer.Item item : result.left()) {
            lines.add(
                    "  " + item.code() + ": " + CustodyTexts.text(console, item.code(), item.dossier(), item.reason()));
        }
        lines.add(CustodyTexts.text(
                console,
                "CLOSED",
                result.transfer(),
                Integer.toString(result.moved()),
                result.keeper(),
                Integer.toString(result.left().size())));
        return String.join(System.lineSeparator(), lines);
    }
}
