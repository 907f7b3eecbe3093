package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.Keeping.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retention due}: what people may look at on a day because its period is over; destroys and proposes nothing. */
@Command(name = "due", sortOptions = false)
final class RetentionDueCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--as-of", paramLabel = "2030-01-01", descriptionKey = "retention-day")
    private @Nullable LocalDate day;

    @Option(names = "--select", paramLabel = "school=…,year=…", descriptionKey = "keeping-select")
    private String select = "all";

    RetentionDueCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param kept how many answers do not come due, by the reason: a decision's code, {@code HELD} or {@code AWAITING}
     */
    record Result(String asOf, List<Line> due, TreeMap<String, Long> kept) {}

    /** A medium of a dossier whose period is over. */
    record Line(String dossier, String medium, String keptUntil) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            LocalDate asOf = day == null ? LocalDate.now(application.part(Clock.class)) : day;
            Keeping keeping = application.part(Keeping.class);
            List<Answer> answers = KeepingTexts.records(application, List.of(KeepingTexts.selection(select))).stream()
                    .flatMap(record -> keeping.answers(record, asOf).stream())
                    .toList();
            Result result = result(asOf, answers);
            console.result(result, text(result, console));
            return (result.due().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private static Result result(LocalDate asOf, List<Answer> answers) {
        List<Line> due = answers.stream()
                .filter(Answer::isDue)
                .map(answer -> new Line(answer.dossier(), answer.medium().name(), answer.keptUntil()))
                .toList();
        TreeMap<String, Long> kept = answers.stream()
                .filter(answer -> !answer.isDue())
                .collect(Collectors.groupingBy(RetentionDueCommand::reason, TreeMap::new, Collectors.counting()));
        return new Result(asOf.toString(), due, kept);
    }

    private static String reason(Answer answer) {
        return answer.awaiting() && answer.cases().isEmpty()
                ? "AWAITING"
                : answer.decision().code();
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (Line line : result.due()) {
            lines.add(KeepingTexts.text(
                    console,
                    "DUE_LINE",
                    line.dossier(),
                    KeepingTexts.text(console, "MEDIUM_" + line.medium()),
                    KeepingTexts.kept(console, line.keptUntil())));
        }
        lines.add(KeepingTexts.text(
                console,
                "DUE_COUNT",
                KeepingTexts.kept(console, result.asOf()),
                Integer.toString(result.due().size())));
        result.kept()
                .forEach((reason, count) -> lines.add("  "
                        + KeepingTexts.text(console, "DUE_KEPT_" + reason, Long.toString(count))));
        return String.join(System.lineSeparator(), lines);
    }
}
