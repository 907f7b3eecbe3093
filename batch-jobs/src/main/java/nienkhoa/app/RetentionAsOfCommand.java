package nienkhoa.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.KeptRecord;
import nienkhoa.retention.RecordClass;
import nienkhoa.retention.RetentionRule;
import nienkhoa.retention.RetentionRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code retention as-of}: what the rules said on a day, about one dossier or as a table of all rules in force. */
@Command(name = "as-of", sortOptions = false)
final class RetentionAsOfCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "2025-06-30", descriptionKey = "retention-day")
    private LocalDate day = LocalDate.EPOCH;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", descriptionKey = "keeping-dossier")
    private @Nullable String dossier;

    RetentionAsOfCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints without a dossier. */
    record Result(String asOf, List<Line> rules) {}

    /** A rule that was in force. */
    record Line(String recordClass, String name, String instrument, String item, String period, String status) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Keeping keeping = application.part(Keeping.class);
            if (dossier != null) {
                KeptRecord record = KeepingTexts.record(application, dossier);
                Explanation explanation = new Explanation(keeping, console);
                Explanation.Result result = explanation.of(record, day);
                console.result(result, explanation.text(result));
            } else {
                List<Line> lines = lines(keeping.rules());
                console.result(new Result(day.toString(), lines), text(lines, console));
            }
            return ExitCode.DONE.number();
        }
    }

    private List<Line> lines(RetentionRules rules) {
        return rules.recordClasses().stream()
                .map(RecordClass::code)
                .flatMap(code -> rules.rulesOf(code).stream())
                .filter(rule -> !rule.validity().from().isAfter(day)
                        && rule.validity().to().filter(day::isAfter).isEmpty())
                .map(RetentionAsOfCommand::line)
                .toList();
    }

    private static Line line(RetentionRule rule) {
        return new Line(
                rule.recordClass(),
                rule.name(),
                rule.instrument(),
                rule.item(),
                rule.period().written(),
                rule.evidence().status().name());
    }

    private String text(List<Line> rules, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(KeepingTexts.text(console, "AS_OF_HEAD", KeepingTexts.kept(console, day.toString())));
        for (Line rule : rules) {
            lines.add(KeepingTexts.text(
                    console,
                    "AS_OF_LINE",
                    rule.name(),
                    rule.instrument(),
                    rule.item().isEmpty() ? KeepingTexts.text(console, "ITEM_UNSEEN") : rule.item(),
                    Periods.vietnamese(rule.period()),
                    KeepingTexts.text(console, "STATUS_" + rule.status())));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
