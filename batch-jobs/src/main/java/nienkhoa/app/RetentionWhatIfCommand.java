package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.archive.holds.Selection;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.WhatIf;
import nienkhoa.retention.BadRules;
import nienkhoa.retention.Circular;
import nienkhoa.retention.RetentionRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retention what-if}: lays a draft circular over the whole archive and says what would move. */
@Command(name = "what-if", sortOptions = false)
final class RetentionWhatIfCommand implements Callable<Integer> {

    /** Moves printed for people; all are in the JSON. */
    private static final int MOST_PRINTED = 200;

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "what-if-file")
    private Path draft = Path.of("");

    @Option(names = "--as-of", paramLabel = "2027-07-01", descriptionKey = "retention-day")
    private @Nullable LocalDate day;

    RetentionWhatIfCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String asOf, int records, WhatIf.Result changes) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Circular circular = read();
        try (Application application = Application.open(root.home())) {
            Keeping now = application.part(Keeping.class);
            LocalDate asOf = day != null ? day : laterOf(circular, LocalDate.now(application.part(Clock.class)));
            var records = KeepingTexts.records(application, List.of(Selection.parse("all")));
            WhatIf.Result changes = WhatIf.of(now, new Keeping(drafted(now.rules(), circular)), records, asOf);
            Result result = new Result(asOf.toString(), records.size(), changes);
            console.result(result, text(result, console));
            return (changes.moves().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private Circular read() {
        Path file = Files.isDirectory(draft) ? draft.resolve("rules.yaml") : draft;
        try {
            return RetentionRules.read(file.toString(), Files.readString(file));
        } catch (BadRules | IOException e) {
            throw HomeRules.problem("K502_BAD_RULES", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private RetentionRules drafted(RetentionRules rules, Circular circular) {
        try {
            return rules.with(List.of(circular));
        } catch (BadRules e) {
            throw HomeRules.problem("K502_BAD_RULES", draft.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** A draft that is not in force yet is looked at on its first day. */
    private static LocalDate laterOf(Circular circular, LocalDate today) {
        return circular.rules().stream()
                .map(rule -> rule.validity().from())
                .filter(today::isBefore)
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (WhatIf.Move move : result.changes().moves().stream().limit(MOST_PRINTED).toList()) {
            lines.add(KeepingTexts.text(
                    console,
                    move.shorter() ? "WHAT_IF_SHORTER" : "WHAT_IF_OTHER",
                    move.dossier(),
                    KeepingTexts.text(console, "MEDIUM_" + move.medium()),
                    KeepingTexts.kept(console, move.from()),
                    KeepingTexts.kept(console, move.to())));
        }
        result.changes()
                .byClass()
                .forEach((code, count) -> lines.add(KeepingTexts.text(
                        console,
                        "WHAT_IF_COUNT",
                        code,
                        Integer.toString(count.longer()),
                        Integer.toString(count.shorter()),
                        Integer.toString(count.same()))));
        lines.add(KeepingTexts.text(
                console,
                "WHAT_IF_SUM",
                KeepingTexts.kept(console, result.asOf()),
                Integer.toString(result.records()),
                Integer.toString(result.changes().moves().size())));
        return String.join(System.lineSeparator(), lines);
    }
}
