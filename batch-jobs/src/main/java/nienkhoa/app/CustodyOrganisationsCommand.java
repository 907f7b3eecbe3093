package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import nienkhoa.custody.Organisation;
import nienkhoa.custody.Organisations;
import nienkhoa.custody.OrganisationsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code custody organisations}: the organisations in force on a day, and those that ended without a successor. */
@Command(name = "organisations", sortOptions = false)
final class CustodyOrganisationsCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--as-of", paramLabel = "2025-07-01", descriptionKey = "custody-as-of")
    private @Nullable LocalDate asOf;

    CustodyOrganisationsCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param withoutSuccessor codes of those that ended before that day and whose records nobody took over
     */
    record Result(String asOf, List<Line> organisations, List<String> withoutSuccessor) {}

    /** @param from empty = since ever; {@code until} empty = still */
    record Line(String code, String name, String kind, String parent, String from, String until) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            LocalDate day = Objects.requireNonNullElseGet(asOf, () -> LocalDate.now(application.part(Clock.class)));
            Organisations organisations = application.part(Organisations.class);
            List<Line> lines = organisations.all().stream()
                    .filter(one -> one.inForceOn(day))
                    .map(one -> line(one, day))
                    .toList();
            List<String> without = organisations.abandoned().stream()
                    .filter(one -> one.endedBy(day))
                    .map(Organisation::code)
                    .toList();
            Result result = new Result(day.toString(), lines, without);
            console.result(result, text(result, console));
            return (without.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private static Line line(Organisation one, LocalDate day) {
        return new Line(
                one.code(),
                one.name(day),
                OrganisationsFile.written(one.kind()),
                one.parent(day).orElse(""),
                Objects.toString(one.from(), ""),
                Objects.toString(one.until(), ""));
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (Line line : result.organisations()) {
            String head = line.code() + " · " + line.name() + " · " + CustodyTexts.text(console, "KIND_" + line.kind());
            String parent = line.parent().isEmpty() ? "" : " · " + CustodyTexts.text(console, "UNDER", line.parent());
            String until = line.until().isEmpty()
                    ? ""
                    : " · " + CustodyTexts.text(console, "UNTIL", day(console, line.until()));
            lines.add(head + parent + until);
        }
        lines.add(CustodyTexts.text(
                console,
                "ORGANISATIONS",
                day(console, result.asOf()),
                Integer.toString(result.organisations().size())));
        result.withoutSuccessor()
                .forEach(code -> lines.add("  " + CustodyTexts.text(console, "C711_NO_SUCCESSOR", code)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String day(Console console, String day) {
        return KeepingTexts.kept(console, day);
    }
}
