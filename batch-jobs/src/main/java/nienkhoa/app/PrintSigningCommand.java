package nienkhoa.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.model.Finding;
import nienkhoa.printrun.PrintableDocuments;
import nienkhoa.printrun.PrintableDocuments.Group;
import nienkhoa.printrun.SigningGate;
import nienkhoa.printrun.SigningGate.Subject;
import nienkhoa.printrun.WorkOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code print-run signing}: which comes first, paper or digital signature, and whether may be signed now. */
@Command(name = "signing", sortOptions = false)
final class PrintSigningCommand implements Callable<Integer> {

    private final RootCommand root;

    @Mixin
    private final PrintPlanCommand.Chosen chosen = new PrintPlanCommand.Chosen();

    PrintSigningCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints of a class or cohort.
     *
     * @param refusal code of what forbids signing; empty if nothing does
     */
    record Line(String form, String group, WorkOrder order, String refusal, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            SigningGate gate = application.part(SigningGate.class);
            List<Line> lines = application.part(PrintableDocuments.class).groups(chosen.selection()).stream()
                    .map(group -> line(group, gate, console))
                    .toList();
            console.result(lines, text(lines, console));
            boolean free = !lines.isEmpty()
                    && lines.stream().allMatch(line -> line.refusal().isEmpty());
            return free ? ExitCode.DONE.number() : ExitCode.FINDINGS.number();
        }
    }

    private static Line line(Group group, SigningGate gate, Console console) {
        Subject subject = new Subject(group.school(), group.year(), group.form(), group.name());
        Optional<Finding> refusal = gate.againstSigning(subject);
        String message = refusal.map(finding -> PrintTexts.of(console.messages(), finding))
                .orElseGet(() -> PrintTexts.text(console, "MAY_BE_SIGNED"));
        return new Line(
                group.form(),
                group.name(),
                gate.order(subject),
                refusal.map(Finding::code).orElse(""),
                message);
    }

    private static String text(List<Line> lines, Console console) {
        if (lines.isEmpty()) {
            return PrintTexts.text(console, "NOTHING_TO_SIGN");
        }
        return lines.stream()
                .map(line -> PrintTexts.text(
                        console,
                        "SIGNING",
                        line.group(),
                        PrintTexts.form(console, line.form()),
                        "@ORDER_" + line.order().order(),
                        line.message()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
