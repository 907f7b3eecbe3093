package nienkhoa.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.archive.holds.Hold;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.holds.Selection;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hold place}: opens a case over a selection, or takes more into an open one. A second call changes nothing. */
@Command(name = "place", sortOptions = false)
final class HoldPlaceCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--case", required = true, paramLabel = "TTr-12/2026", descriptionKey = "hold-case")
    private String caseId = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "inspection|complaint|lawsuit",
            descriptionKey = "hold-reason")
    private String reason = "";

    @Option(names = "--select", required = true, paramLabel = "school=…,year=…", descriptionKey = "keeping-select")
    private List<String> select = List.of();

    @Option(names = "--by", required = true, paramLabel = "p01", descriptionKey = "by")
    private String by = "";

    HoldPlaceCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String caseId, boolean entered, int dossiers) {}

    @Override
    public Integer call() {
        Hold.Reason why = reason();
        List<Selection> selections =
                select.stream().map(KeepingTexts::selection).toList();
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST);
            Holds holds = application.part(Holds.class);
            refuse(holds, why);
            boolean entered = !stands(holds, selections);
            if (entered) {
                application.part(Authority.class).over(person, ids(application, selections));
                application.part(Acts.class).enter(act(person, why, selections), holds);
            }
            int dossiers = (int) KeepingTexts.records(application, selections).stream()
                    .filter(record -> record.cases().contains(caseId))
                    .count();
            console.result(
                    new Result(caseId, entered, dossiers),
                    KeepingTexts.text(
                            console, entered ? "HOLD_PLACED" : "HOLD_STANDS", caseId, Integer.toString(dossiers)));
            return ExitCode.DONE.number();
        }
    }

    private static List<String> ids(Application application, List<Selection> selections) {
        return KeepingTexts.records(application, selections).stream()
                .map(record -> record.id())
                .toList();
    }

    private Hold.Reason reason() {
        try {
            return Hold.Reason.of(reason);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("S034_BAD_ARGUMENT", "--reason", reason, "inspection|complaint|lawsuit");
        }
    }

    private void refuse(Holds holds, Hold.Reason why) {
        if (holds.state(caseId).filter(Holds.State.RELEASED::equals).isPresent()) {
            throw HomeRules.problem("K511_CASE_RELEASED", caseId);
        }
        boolean otherReason = holds.all().stream().anyMatch(one -> one.caseId().equals(caseId) && one.reason() != why);
        if (otherReason) {
            throw HomeRules.problem("K512_CASE_OTHER_REASON", caseId);
        }
    }

    private boolean stands(Holds holds, List<Selection> selections) {
        return holds.all().stream()
                .anyMatch(one -> one.caseId().equals(caseId) && one.selections().containsAll(selections));
    }

    private Act act(Person person, Hold.Reason why, List<Selection> selections) {
        String written = selections.stream().map(Selection::written).collect(Collectors.joining("\n"));
        return Act.of(person.id(), Holds.PLACED, caseId, "", Map.of("reason", why.name(), "select", written));
    }
}
