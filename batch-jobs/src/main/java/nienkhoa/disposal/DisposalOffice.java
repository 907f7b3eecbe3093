package nienkhoa.disposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nienkhoa.audit.Act;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Person;
import nienkhoa.model.Role;

/**
 * The steps of a disposal case before the destruction, each by the right person: list (archivist, the maker), council
 * (head), minutes (a member, the checker), decision (head, the approver), hand-over (archivist to the destroyer).
 *
 * <p>Source: Luật Lưu trữ 33/2024/QH15, art. 16; Thông tư 06/2025/TT-BNV.
 *
 * <p>Every step may be tried first: {@link Step#check} refuses exactly what {@link Step#take} would refuse.
 */
public final class DisposalOffice {

    private final DisposalCases cases;
    private final DueRecords due;
    private final StepCheck check;
    private final Clock clock;

    public DisposalOffice(DisposalCases cases, DueRecords due, Clock clock) {
        this.cases = cases;
        this.due = due;
        this.check = new StepCheck(due);
        this.clock = clock;
    }

    /** A step that may be taken. Whoever holds one has passed every check. */
    public final class Step {

        private final Act act;

        private Step(Act act) {
            this.act = act;
        }

        /** What would be entered. */
        public Act act() {
            return act;
        }

        /** The case as it would be; nothing is changed. */
        public DisposalCase tried() {
            return act.action().equals(DisposalActs.OPENED)
                    ? DisposalCase.opened(act)
                    : find(act.record()).after(act);
        }

        /** Takes the step. */
        public DisposalCase take() {
            return cases.enter(act);
        }
    }

    /** @throws DisposalRefused if there is no such case */
    public DisposalCase find(String id) {
        return cases.find(id).orElseThrow(() -> new DisposalRefused("D500_NO_SUCH_CASE", id));
    }

    /** What is or comes due up to a day and lies in no open case. */
    public List<DisposalItem> review(LocalDate day) {
        Set<String> busy = busy();
        return due.dueOn(day).stream()
                .filter(item -> !busy.contains(item.dossierId()))
                .toList();
    }

    /** @param chosen ids of the dossiers to list; empty = all that are due */
    public Step open(Person by, Set<String> chosen) {
        StepCheck.role(by, Role.ARCHIVIST);
        List<DisposalItem> items = review(today()).stream()
                .filter(item -> chosen.isEmpty() || chosen.contains(item.dossierId()))
                .toList();
        List<String> missing = new ArrayList<>(chosen);
        missing.removeAll(items.stream().map(DisposalItem::dossierId).toList());
        if (!missing.isEmpty()) {
            throw new DisposalRefused("D502_NOT_ON_REVIEW_LIST", String.join(", ", missing));
        }
        if (items.isEmpty()) {
            throw new DisposalRefused("D501_NOTHING_DUE", today().toString());
        }
        return step(by, DisposalActs.OPENED, nextId(), today(), Map.of("items", CanonicalJson.write(items)));
    }

    /** @param members its chair first; two at least, for a council of one is none */
    public Step council(String id, Person by, List<Person> members, String number, LocalDate on) {
        DisposalCase disposal = find(id);
        StepCheck.stage(disposal, Stage.LISTED, Stage.COUNCIL);
        StepCheck.role(by, Role.HEAD);
        StepCheck.other(by, disposal.maker());
        StepCheck.number(number);
        StepCheck.day(on, today(), disposal.openedOn());
        members.forEach(member -> StepCheck.role(member, Role.COUNCIL));
        List<String> ids = members.stream().map(Person::id).distinct().toList();
        if (ids.size() < 2) {
            throw new DisposalRefused("D516_COUNCIL_TOO_SMALL");
        }
        check.stillDue(disposal, disposal.untouched(), today());
        return step(by, DisposalActs.COUNCIL_SET, id, on, Map.of("number", number, "members", String.join(",", ids)));
    }

    /**
     * The council's minutes. New minutes may be taken until the destruction begins; an older decision then falls.
     *
     * @param kept dossiers that stay, each with its reason; they leave the case
     */
    public Step minutes(String id, Person by, Map<String, String> kept, LocalDate on) {
        DisposalCase disposal = find(id);
        StepCheck.stage(disposal, Stage.COUNCIL, Stage.EXAMINED, Stage.DECIDED, Stage.HANDED_OVER);
        StepCheck.role(by, Role.COUNCIL);
        if (!disposal.council().members().contains(by.id())) {
            throw new DisposalRefused("D517_NOT_OF_THE_COUNCIL", by.id(), id);
        }
        StepCheck.other(by, disposal.maker());
        StepCheck.day(on, today(), disposal.council().on());
        Set<String> listed =
                disposal.untouched().stream().map(DisposalItem::dossierId).collect(Collectors.toSet());
        kept.forEach((dossier, reason) -> {
            if (!listed.contains(dossier)) {
                throw new DisposalRefused("D518_NOT_IN_CASE", dossier, id);
            }
            if (reason.isBlank()) {
                throw new DisposalRefused("D519_REASON_MISSING", dossier);
            }
        });
        List<DisposalItem> going = disposal.untouched().stream()
                .filter(item -> !kept.containsKey(item.dossierId()))
                .toList();
        check.stillDue(disposal, going, today());
        return step(by, DisposalActs.EXAMINED, id, on, Map.of("kept", CanonicalJson.write(new TreeMap<>(kept))));
    }

    /** The head's decision; a new one is possible only once the days of the one before are over. */
    public Step decide(String id, Person by, String number, LocalDate on) {
        DisposalCase disposal = find(id);
        StepCheck.stage(disposal, Stage.EXAMINED, Stage.DECIDED, Stage.HANDED_OVER, Stage.PENDING);
        if (disposal.stage() != Stage.EXAMINED && !today().isAfter(disposal.lastDay())) {
            throw new DisposalRefused(
                    "D521_ALREADY_DECIDED", id, disposal.ruling().number());
        }
        StepCheck.role(by, Role.HEAD);
        StepCheck.other(by, disposal.maker());
        StepCheck.other(by, disposal.checker());
        StepCheck.number(number);
        StepCheck.day(on, today(), disposal.minutesOn());
        if (cases.all().stream().anyMatch(other -> other.ruling().number().equals(number))) {
            throw new DisposalRefused("D522_NUMBER_USED", number);
        }
        check.stillDue(disposal, disposal.untouched(), today());
        return step(by, DisposalActs.DECIDED, id, on, Map.of("number", number));
    }

    /** @param to who will destroy the records: neither the store keeper nor who checked or decided */
    public Step handOver(String id, Person by, Person to, LocalDate on) {
        DisposalCase disposal = find(id);
        StepCheck.stage(disposal, Stage.DECIDED);
        StepCheck.role(by, Role.ARCHIVIST);
        StepCheck.role(to, Role.OPERATOR);
        StepCheck.other(to, by.id());
        StepCheck.other(to, disposal.checker());
        StepCheck.other(to, disposal.approver());
        StepCheck.day(on, today(), disposal.ruling().on());
        StepCheck.notLapsed(disposal, today());
        check.stillDue(disposal, disposal.untouched(), today());
        return step(by, DisposalActs.HANDED_OVER, id, on, Map.of("to", to.id()));
    }

    private Step step(Person by, String action, String id, LocalDate day, Map<String, String> details) {
        TreeMap<String, String> all = new TreeMap<>(details);
        all.put("day", day.toString());
        return new Step(new Act(by.id(), action, id, "", all));
    }

    private Set<String> busy() {
        return cases.all().stream()
                .flatMap(disposal -> disposal.going().stream())
                .map(DisposalItem::dossierId)
                .collect(Collectors.toSet());
    }

    private String nextId() {
        String year = "HUY-" + today().getYear() + "-";
        long before = cases.all().stream()
                .filter(disposal -> disposal.id().startsWith(year))
                .count();
        return year + String.format(java.util.Locale.ROOT, "%03d", before + 1);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
