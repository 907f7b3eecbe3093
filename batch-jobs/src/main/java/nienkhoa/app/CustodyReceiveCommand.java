package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.custody.CustodyRefused;
import nienkhoa.custody.ReceivingOffice;
import nienkhoa.custody.ReceivingOffice.Arrived;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.TransferDesk;
import nienkhoa.language.Messages;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code custody receive}: looks at every package of a hand-over, takes in what is sound and writes the receipt. */
@Command(name = "receive", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class CustodyReceiveCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "${bundle:label.folder}", descriptionKey = "custody-folder")
    private Path folder;

    @Option(names = "--by", required = true, paramLabel = "p03", descriptionKey = "by")
    private String by;

    @Option(names = "--dry-run", descriptionKey = "custody-look")
    private boolean dryRun;

    CustodyReceiveCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String transfer, int accepted, int refused, List<Line> dossiers, String receipt) {}

    /** @param message why it was refused; empty if it was not */
    record Line(String dossier, String outcome, String code, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Progress progress = console.progress();
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST);
            Arrived arrived = application.part(ReceivingOffice.class).open(folder.toAbsolutePath(), person);
            application.part(Authority.class).of(person, arrived.handOver().to().code());
            progress.begin(Progress.Stage.VERIFY, arrived.handOver().dossiers().size());
            Result result = dryRun
                    ? looked(application, arrived, progress, console.messages())
                    : received(application, arrived, person, progress);
            progress.end();
            console.result(result, text(result, console));
            return (result.refused() == 0 ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } catch (CustodyRefused e) {
            throw CustodyTexts.problem(e);
        }
    }

    private static Result looked(Application application, Arrived arrived, Progress progress, Messages words) {
        List<Item> items = application.part(ReceivingOffice.class).look(arrived, item -> progress.done(1));
        List<Line> lines = items.stream()
                .map(item -> new Line(
                        item.dossier(),
                        item.outcome().name(),
                        item.code(),
                        item.code().isEmpty()
                                ? ""
                                : words.text(CustodyTexts.STAGE, item.code(), item.dossier(), item.reason())))
                .toList();
        return result(arrived, lines, "");
    }

    private Result received(Application application, Arrived arrived, Person person, Progress progress) {
        Path out = Files.isWritable(arrived.folder())
                ? arrived.folder()
                : application
                        .part(Home.class)
                        .out()
                        .resolve("custody")
                        .resolve(arrived.handOver().transfer());
        try {
            TransferDesk.Taken taken =
                    application.part(TransferDesk.class).receive(arrived, person, out, item -> progress.done(1));
            List<Line> lines = taken.receipt().lines().stream()
                    .map(line -> new Line(
                            line.dossier(), line.accepted() ? "ACCEPTED" : "REFUSED", line.code(), line.sentence()))
                    .toList();
            return result(arrived, lines, taken.file().toString());
        } catch (IOException e) {
            throw Problem.failedBy(e, "S074_NOT_WRITTEN", out.toString());
        }
    }

    private static Result result(Arrived arrived, List<Line> lines, String receipt) {
        int accepted =
                (int) lines.stream().filter(line -> line.code().isEmpty()).count();
        return new Result(arrived.handOver().transfer(), accepted, lines.size() - accepted, lines, receipt);
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        result.dossiers().stream()
                .filter(line -> !line.code().isEmpty())
                .forEach(line -> lines.add("  " + line.code() + ": " + line.message()));
        lines.add(CustodyTexts.text(
                console,
                result.receipt().isEmpty() ? "LOOKED" : "TAKEN",
                result.transfer(),
                Integer.toString(result.accepted()),
                Integer.toString(result.refused()),
                result.receipt()));
        return String.join(System.lineSeparator(), lines);
    }
}
