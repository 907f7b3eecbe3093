package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.app.AnnexReview.Confirmed;
import nienkhoa.archive.keeping.Decided;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import nienkhoa.retention.BadRules;
import nienkhoa.retention.RetentionRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code retention confirm}: a person vouches for lines of an annex; from then on they decide. */
@Command(name = "confirm", sortOptions = false)
final class RetentionConfirmCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "REVIEW.yaml", descriptionKey = "confirm-file")
    private Path file = Path.of("");

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "by")
    private String by = "";

    RetentionConfirmCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param rules ids of the rules that were not confirmed in these words before
     */
    record Result(List<String> rules) {}

    @Override
    public Integer call() {
        Console console = root.console();
        AnnexReview review = read();
        Home home = root.home();
        try (Application application = Application.open(home)) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST);
            Decided decided = application.part(Decided.class);
            List<Confirmed> confirmed = checked(review, application, person);
            Set<String> known =
                    decided.confirmedRules().stream().map(Confirmed::rule).collect(Collectors.toSet());
            List<Confirmed> fresh = confirmed.stream()
                    .filter(one -> !known.contains(Confirmed.rule(one.yaml())))
                    .toList();
            List<Act> acts = fresh.stream().map(one -> act(one, review, person)).toList();
            application.part(Acts.class).enter(acts, decided);
            fresh.forEach(one -> write(home, one));
            console.result(
                    new Result(fresh.stream().map(Confirmed::ruleId).toList()),
                    KeepingTexts.text(console, "CONFIRM_DONE", Integer.toString(fresh.size()), person.id()));
            return ExitCode.DONE.number();
        }
    }

    private static Act act(Confirmed one, AnnexReview review, Person person) {
        Map<String, String> details = Map.of("yaml", one.yaml(), "instrument", review.instrument());
        return Act.of(person.id(), Decided.RULE_CONFIRMED, "", one.ruleId(), details);
    }

    private AnnexReview read() {
        try {
            return new YAMLMapper().readValue(Files.readString(file), AnnexReview.class);
        } catch (IOException | JacksonException e) {
            throw HomeRules.problem("K547_BAD_REVIEW", file.toString());
        }
    }

    /** All of them fit together with the rules, or none is taken. */
    private List<Confirmed> checked(AnnexReview review, Application application, Person person) {
        RetentionRules rules = application.part(Keeping.class).rules();
        LocalDate today = LocalDate.now(application.part(Clock.class));
        List<Confirmed> confirmed = review.confirmed(rules, person.id(), today.toString());
        if (confirmed.isEmpty()) {
            throw HomeRules.problem("K548_NOTHING_CONFIRMED", file.toString());
        }
        try {
            RetentionRules.bundled()
                    .with(confirmed.stream()
                            .map(one -> RetentionRules.read(one.entry().place(), one.yaml()))
                            .toList());
            return confirmed;
        } catch (BadRules e) {
            throw HomeRules.problem("K502_BAD_RULES", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** For people to read; what counts is the act. */
    private static void write(Home home, Confirmed one) {
        Path out = home.config().resolve("retention").resolve(one.ruleId() + ".yaml");
        try {
            Files.createDirectories(out.resolveSibling(""));
            Files.writeString(out, one.yaml());
        } catch (IOException e) {
            throw Problem.failedBy(e, "S001_HOME_NOT_WRITABLE", out.toString());
        }
    }
}
