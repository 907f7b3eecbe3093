package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import nienkhoa.custody.Organisations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code custody successors}: who took over from an organisation, step by step, and who decides for it on a day. */
@Command(name = "successors", sortOptions = false)
final class CustodySuccessorsCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "31313401", descriptionKey = "custody-organisation")
    private String code = "";

    @Option(names = "--as-of", paramLabel = "2025-07-01", descriptionKey = "custody-as-of")
    private @Nullable LocalDate asOf;

    CustodySuccessorsCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param decide codes of those who decide that day about what it keeps
     * @param before codes of those that it took over from
     */
    record Result(String organisation, String asOf, List<String> decide, List<Line> successors, List<String> before) {}

    /** One step. */
    record Line(String from, String to, String name, String on, String decision, String decided, boolean confirmed) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            LocalDate day = Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(application.part(Clock.class)));
            Organisations organisations = application.part(Organisations.class);
            if (organisations.find(code).isEmpty()) {
                throw Problem.wrongUse("S296_UNKNOWN_ORGANISATION", code);
            }
            Set<String> heirs = organisations.heirs(code, day);
            List<Line> lines = organisations.after(code).stream()
                    .map(step -> line(step, organisations))
                    .toList();
            Result result = new Result(code, day.toString(), List.copyOf(heirs), lines, organisations.before(code));
            console.result(result, text(result, organisations, console));
            return (heirs.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE).number();
        }
    }

    private static Line line(Organisations.Step step, Organisations organisations) {
        return new Line(
                step.from(),
                step.to().code(),
                organisations.name(step.to().code(), step.to().on()),
                step.to().on().toString(),
                step.to().decision(),
                step.to().decided().toString(),
                step.to().confirmed());
    }

    private static String text(Result result, Organisations organisations, Console console) {
        LocalDate day = LocalDate.parse(result.asOf());
        List<String> lines = new ArrayList<>();
        lines.add(result.organisation() + " · " + organisations.name(result.organisation(), day));
        result.before()
                .forEach(before -> lines.add(
                        "  " + CustodyTexts.text(console, "BEFORE", before, organisations.name(before, day))));
        for (Line line : result.successors()) {
            lines.add("  "
                    + CustodyTexts.text(
                            console,
                            line.confirmed() ? "STEP" : "STEP_UNCONFIRMED",
                            line.from(),
                            line.to(),
                            line.name(),
                            KeepingTexts.kept(console, line.on()),
                            line.decision(),
                            KeepingTexts.kept(console, line.decided())));
        }
        lines.add(
                result.decide().isEmpty()
                        ? CustodyTexts.text(console, "C711_NO_SUCCESSOR", result.organisation())
                        : CustodyTexts.text(
                                console,
                                "DECIDES",
                                KeepingTexts.kept(console, result.asOf()),
                                String.join(", ", result.decide())));
        return String.join(System.lineSeparator(), lines);
    }
}
