package nienkhoa.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.disposal.DisposalItem;
import nienkhoa.disposal.DisposalOffice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code disposal review}: what is or comes due up to a day, months ahead if asked; nothing is changed. */
@Command(name = "review", sortOptions = false)
final class DisposalReviewCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--as-of", paramLabel = "2027-01-01", descriptionKey = "disposal-as-of")
    private @Nullable LocalDate asOf;

    DisposalReviewCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String asOf, List<DisposalItem> due) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            LocalDate day = asOf == null ? LocalDate.now(application.part(Clock.class)) : asOf;
            Result result = new Result(
                    day.toString(), application.part(DisposalOffice.class).review(day));
            String lines = result.due().stream()
                    .map(item -> System.lineSeparator() + DisposalTexts.item(console, item))
                    .collect(Collectors.joining());
            String count = Integer.toString(result.due().size());
            console.result(result, DisposalTexts.text(console, "REVIEW", day.toString(), count) + lines);
            return ExitCode.DONE.number();
        }
    }
}
