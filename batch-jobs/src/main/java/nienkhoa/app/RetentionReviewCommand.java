package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.archive.keeping.Decided;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.Keeping.Answer;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code retention review}: where the rules now say less than before; lists, and takes a person's decision. */
@Command(name = "review", sortOptions = false)
final class RetentionReviewCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--accept", descriptionKey = "review-accept")
    private boolean accept;

    @Option(names = "--keep", descriptionKey = "review-keep")
    private boolean keep;

    @Option(names = "--select", paramLabel = "dossier=…", descriptionKey = "keeping-select")
    private String select = "all";

    @Option(names = "--by", paramLabel = "p01", descriptionKey = "by")
    private @Nullable String by;

    RetentionReviewCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(int decided, List<Line> waiting) {}

    /** A medium of a dossier that waits for a person. */
    record Line(String dossier, String medium, String was, String now) {}

    @Override
    public Integer call() {
        if ((accept && keep) || ((accept || keep) && by == null)) {
            throw HomeRules.problem("K530_ONE_DECISION");
        }
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            List<Answer> waiting = waiting(application);
            boolean decides = accept || keep;
            if (decides) {
                decide(application, waiting);
            }
            List<Line> left = decides
                    ? List.of()
                    : waiting.stream().map(RetentionReviewCommand::line).toList();
            Result result = new Result(decides ? waiting.size() : 0, left);
            console.result(result, text(result, console));
            return (left.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private List<Answer> waiting(Application application) {
        LocalDate today = LocalDate.now(application.part(Clock.class));
        Keeping keeping = application.part(Keeping.class);
        return KeepingTexts.records(application, List.of(KeepingTexts.selection(select))).stream()
                .flatMap(record -> keeping.answers(record, today).stream())
                .filter(Answer::awaiting)
                .toList();
    }

    private void decide(Application application, List<Answer> waiting) {
        Person person = application.part(People.class).acting(String.valueOf(by), Role.HEAD, Role.COUNCIL);
        application
                .part(Authority.class)
                .over(person, waiting.stream().map(Answer::dossier).toList());
        String action = accept ? Decided.SHORTER_ACCEPTED : Decided.LONGER_KEPT;
        List<Act> acts =
                waiting.stream().map(answer -> act(person, action, answer)).toList();
        application.part(Acts.class).enter(acts, application.part(Decided.class));
    }

    private static Act act(Person person, String action, Answer answer) {
        String rules =
                answer.decision().citations().stream().map(one -> one.rule()).collect(Collectors.joining(" "));
        Map<String, String> details =
                Map.of("medium", answer.medium().name(), "was", answer.stored(), "now", answer.now());
        return Act.of(person.id(), action, answer.dossier(), rules, details);
    }

    private static Line line(Answer answer) {
        return new Line(answer.dossier(), answer.medium().name(), answer.stored(), answer.now());
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (Line line : result.waiting()) {
            lines.add(KeepingTexts.text(
                    console,
                    "REVIEW_LINE",
                    line.dossier(),
                    KeepingTexts.text(console, "MEDIUM_" + line.medium()),
                    KeepingTexts.kept(console, line.was()),
                    KeepingTexts.kept(console, line.now())));
        }
        lines.add(
                result.decided() > 0
                        ? KeepingTexts.text(console, "REVIEW_DECIDED", Integer.toString(result.decided()))
                        : KeepingTexts.text(
                                console,
                                "REVIEW_WAITING",
                                Integer.toString(result.waiting().size())));
        return String.join(System.lineSeparator(), lines);
    }
}
