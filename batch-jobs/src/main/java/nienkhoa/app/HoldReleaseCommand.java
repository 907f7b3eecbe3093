package nienkhoa.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.holds.Selection;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hold release}: the head ends a case; other cases on the same dossiers stay. */
@Command(name = "release", sortOptions = false)
final class HoldReleaseCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "TTr-12/2026", descriptionKey = "hold-case")
    private String caseId = "";

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "by")
    private String by = "";

    HoldReleaseCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String caseId, boolean entered) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD);
            Holds holds = application.part(Holds.class);
            Holds.State state = holds.state(caseId).orElseThrow(() -> HomeRules.problem("K513_NO_SUCH_CASE", caseId));
            boolean active = state == Holds.State.ACTIVE;
            if (active) {
                application.part(Authority.class).over(person, held(application));
                application.part(Acts.class).enter(Act.of(person.id(), Holds.RELEASED, caseId, "", Map.of()), holds);
            }
            console.result(
                    new Result(caseId, active),
                    KeepingTexts.text(console, active ? "HOLD_RELEASED" : "HOLD_RELEASED_BEFORE", caseId));
            return ExitCode.DONE.number();
        }
    }

    private List<String> held(Application application) {
        return KeepingTexts.records(application, List.of(Selection.parse("all"))).stream()
                .filter(record -> record.cases().contains(caseId))
                .map(record -> record.id())
                .toList();
    }
}
