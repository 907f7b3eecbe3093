package nienkhoa.custody;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.archive.holds.Hold;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.holds.Selection;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditLog;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Outcome;
import nienkhoa.model.Person;

/** Cases that stop disposal come with the dossiers that they are on. */
public final class TravellingHolds {

    private final Holds holds;
    private final AuditLog log;

    public TravellingHolds(Holds holds, AuditLog log) {
        this.holds = holds;
        this.log = log;
    }

    /** Places every case of an accepted dossier on that dossier, as part of the caller's open transaction. */
    void place(HandOver handOver, List<Item> items, Person by) {
        Map<String, String> selections = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        for (HandOver.Line line : handOver.dossiers()) {
            boolean accepted = items.stream()
                    .anyMatch(item -> item.dossier().equals(line.dossier()) && item.outcome() == Outcome.ACCEPTED);
            for (HandOver.Held held : accepted ? line.holds() : List.<HandOver.Held>of()) {
                String caseId = caseId(held, handOver.transfer());
                selections.merge(caseId, selection(line), (one, other) -> one + "\n" + other);
                reasons.put(caseId, held.reason());
            }
        }
        selections.forEach((caseId, select) -> holds.apply(log.enter(Act.of(
                by.id(),
                Holds.PLACED,
                caseId,
                "",
                Map.of("reason", reasons.getOrDefault(caseId, ""), "select", select)))));
    }

    private static String selection(HandOver.Line line) {
        return new Selection("", "", "", "", "", line.dossier()).written();
    }

    /** A case that this home has ended, or has for another reason, cannot take anything in; the one that comes gets a name of its own. */
    private String caseId(HandOver.Held held, String transfer) {
        boolean released =
                holds.state(held.caseId()).filter(Holds.State.RELEASED::equals).isPresent();
        boolean other = holds.all().stream()
                .anyMatch(one ->
                        one.caseId().equals(held.caseId()) && one.reason() != Hold.Reason.valueOf(held.reason()));
        return released || other ? held.caseId() + " (" + transfer + ")" : held.caseId();
    }
}
