package nienkhoa.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.intake.Question.Answer;
import nienkhoa.intake.StudentQuestions;
import nienkhoa.intake.StudentQuestions.Asked;
import nienkhoa.intake.StudentQuestions.Outcome;
import nienkhoa.intake.StudentQuestions.Person;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code resolve}: lists the questions about who is who, and takes a person's answers. */
@Command(name = "resolve", sortOptions = false)
final class ResolveCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--same", paramLabel = "${bundle:label.number}")
    private @Nullable Integer same;

    @Option(names = "--different", paramLabel = "${bundle:label.number}")
    private @Nullable Integer different;

    @Option(names = "--reason", paramLabel = "${bundle:label.reason}")
    private String reason = "";

    ResolveCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param answered number of the question that was answered; 0 if questions were only listed
     */
    record Result(int answered, List<Item> open) {}

    /**
     * An open question.
     *
     * @param place where the row stands, in words
     * @param other the student that may be the same; empty parts if the row has none of its own
     */
    record Item(int number, String kind, String place, Person known, Person other) {}

    @Override
    public Integer call() {
        check();
        Console console = root.console();
        Home home = root.home();
        Progress progress = console.progress();
        progress.begin(Progress.Stage.DATABASE, 0);
        try (Application application = Application.open(home)) {
            StudentQuestions questions = application.part(StudentQuestions.class);
            progress.end();
            int answered = answer(questions, application.part(Clock.class));
            Result result = new Result(
                    answered,
                    questions.open().stream().map(ResolveCommand::item).toList());
            console.result(result, text(result, console));
            return (result.open().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } finally {
            progress.end();
        }
    }

    private void check() {
        if (same != null && different != null) {
            throw Problem.wrongUse("S130_ONE_ANSWER_AT_A_TIME");
        }
        if ((same != null || different != null) && reason.isBlank()) {
            throw Problem.wrongUse("S131_REASON_MISSING");
        }
    }

    private int answer(StudentQuestions questions, Clock clock) {
        Integer number = same != null ? same : different;
        if (number == null) {
            return 0;
        }
        Answer answer = same != null ? Answer.SAME : Answer.DIFFERENT;
        String by = System.getProperty("user.name", "");
        Outcome outcome = questions.answer(number, answer, by, clock.instant(), reason.strip());
        if (outcome != Outcome.KEPT) {
            String code =
                    outcome == Outcome.NO_SUCH_QUESTION ? "S132_NO_SUCH_QUESTION" : "S133_QUESTION_ANSWERED_BEFORE";
            throw Problem.wrongUse(code, number.toString());
        }
        return number;
    }

    private static Item item(Asked asked) {
        return new Item(
                asked.question().number(),
                asked.question().kind().name(),
                asked.question().place(),
                asked.known(),
                asked.other());
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        if (result.answered() > 0) {
            lines.add(console.text("RESOLVE_ANSWERED", Integer.toString(result.answered())));
        }
        for (Item item : result.open()) {
            lines.add(item.number() + ". " + console.text("RESOLVE_" + item.kind()));
            lines.add("   " + console.text("RESOLVE_ROW") + ": " + item.place());
            lines.add("   " + person(item.known()));
            if (!item.other().student().isEmpty()) {
                lines.add("   " + person(item.other()));
            }
        }
        lines.add(console.text(
                result.open().isEmpty() ? "RESOLVE_NONE" : "RESOLVE_OPEN",
                Integer.toString(result.open().size())));
        return String.join(System.lineSeparator(), lines);
    }

    private static String person(Person person) {
        List<String> parts = new ArrayList<>(List.of(person.student(), person.name(), person.birthDate()));
        parts.addAll(person.classes());
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }
}
