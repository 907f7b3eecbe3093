package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.custody.CustodyRefused;
import nienkhoa.custody.HandOverProof;
import nienkhoa.custody.HandOverProof.Proof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code custody check}: whether a list or a receipt that the other side has kept is as this home knows it. */
@Command(name = "check", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class CustodyCheckCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "ban-giao.json|bien-nhan-….json", descriptionKey = "custody-check")
    private Path file;

    CustodyCheckCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param act number of the act that the file names
     * @param ours whether it is an act of this home
     */
    record Result(String transfer, long act, String actSha256, boolean ours, List<Fault> faults) {}

    /** A finding with its sentence. */
    record Fault(String code, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Proof proof = application.part(HandOverProof.class).check(file.toAbsolutePath());
            List<Fault> faults = proof.faults().stream()
                    .map(finding -> new Fault(finding.code(), console.messages().of(CustodyTexts.STAGE, finding)))
                    .toList();
            Result result = new Result(
                    proof.transfer(), proof.named().number(), proof.named().sha256(), proof.ours(), faults);
            console.result(result, text(result, console));
            return (faults.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } catch (CustodyRefused e) {
            throw CustodyTexts.problem(e);
        }
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        result.faults().forEach(fault -> lines.add("  " + fault.code() + ": " + fault.message()));
        if (lines.isEmpty()) {
            lines.add(CustodyTexts.text(
                    console,
                    result.ours() ? "CHECKED_OURS" : "CHECKED_THEIRS",
                    result.transfer(),
                    "" + result.act(),
                    result.actSha256()));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
