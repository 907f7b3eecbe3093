package nienkhoa.app;

import java.util.concurrent.Callable;
import nienkhoa.custody.CustodyRefused;
import nienkhoa.custody.Transfer;
import nienkhoa.custody.Transfer.Withdrawn;
import nienkhoa.custody.WithdrawalOffice;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code custody withdraw}: takes back a hand-over of which no receipt came. */
@Command(name = "withdraw", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class CustodyWithdrawCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "BG-…", descriptionKey = "custody-transfer-id")
    private String id;

    @Option(names = "--reason", required = true, paramLabel = "LÝ_DO", descriptionKey = "custody-withdraw-reason")
    private String reason;

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "by")
    private String by;

    CustodyWithdrawCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String transfer, Withdrawn withdrawn, int dossiers) {}

    @Override
    public Integer call() {
        if (!reason.strip().matches("\\S.{0,199}")) {
            throw Problem.wrongUse("S034_BAD_ARGUMENT", "--reason", reason, "bên nhận không trả lời");
        }
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST);
            WithdrawalOffice office = application.part(WithdrawalOffice.class);
            application.part(Authority.class).of(person, office.find(id).order().from());
            Transfer transfer = office.withdraw(id, reason.strip(), person);
            Result result = new Result(
                    transfer.id(),
                    transfer.withdrawn().orElseThrow(),
                    transfer.items().size());
            console.result(result, text(transfer, result, console));
            return ExitCode.DONE.number();
        } catch (CustodyRefused e) {
            throw CustodyTexts.problem(e);
        }
    }

    private static String text(Transfer transfer, Result result, Console console) {
        return CustodyTexts.text(
                console,
                "WITHDRAWN",
                result.transfer(),
                KeepingTexts.kept(console, result.withdrawn().on().toString()),
                Integer.toString(result.dossiers()),
                transfer.order().from());
    }
}
