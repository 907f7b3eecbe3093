package nienkhoa.disposal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nienkhoa.audit.Act;
import nienkhoa.data.CanonicalJson;
import nienkhoa.disposal.DisposalItem.Fate;

/**
 * A disposal case: the fold of its acts. Persons stand in it by their ids; a step that has not been taken has empty texts.
 *
 * @param maker who drew up the list
 * @param checker who signed the council's minutes
 * @param approver who decided
 */
public record DisposalCase(
        String id,
        Stage stage,
        List<DisposalItem> items,
        String maker,
        String openedOn,
        Council council,
        String checker,
        String minutesOn,
        String approver,
        Ruling ruling,
        HandOver handOver,
        String destroyedOn) {

    /** Days of the decision within which the records have to be destroyed (Thông tư 06/2025/TT-BNV, V). */
    public static final int DAYS_TO_DESTROY = 15;

    public DisposalCase {
        items = List.copyOf(items);
    }

    /** @param members ids of the council's members, its chair first */
    public record Council(String by, String number, String on, List<String> members) {
        static final Council NONE = new Council("", "", "", List.of());

        public Council {
            members = List.copyOf(members);
        }
    }

    /** The head's decision. */
    public record Ruling(String number, String on) {
        static final Ruling NONE = new Ruling("", "");
    }

    public record HandOver(String from, String to, String on) {
        static final HandOver NONE = new HandOver("", "", "");
    }

    /** The id of the case that an act belongs to. */
    public static String caseOf(Act act) {
        return act.details().getOrDefault(DisposalActs.CASE, act.record());
    }

    /** @throws IllegalArgumentException if the act does not open a case */
    public static DisposalCase opened(Act act) {
        if (!act.action().equals(DisposalActs.OPENED)) {
            throw new IllegalArgumentException("a case begins with its list, not with " + act.action());
        }
        return new DisposalCase(
                act.record(),
                Stage.LISTED,
                Arrays.asList(CanonicalJson.read(act.details().getOrDefault("items", "[]"), DisposalItem[].class)),
                act.actor(),
                act.details().getOrDefault("day", ""),
                Council.NONE,
                "",
                "",
                "",
                Ruling.NONE,
                HandOver.NONE,
                "");
    }

    /** The case after one more of its acts. */
    public DisposalCase after(Act act) {
        Map<String, String> said = act.details();
        String day = said.getOrDefault("day", "");
        return switch (act.action()) {
            case DisposalActs.COUNCIL_SET ->
                withCouncil(new Council(
                        act.actor(),
                        said.getOrDefault("number", ""),
                        day,
                        List.of(said.getOrDefault("members", "").split(","))));
            case DisposalActs.EXAMINED -> examined(act.actor(), day, said.getOrDefault("kept", "{}"));
            case DisposalActs.DECIDED -> decided(act.actor(), new Ruling(said.getOrDefault("number", ""), day));
            case DisposalActs.HANDED_OVER -> handedOver(new HandOver(act.actor(), said.getOrDefault("to", ""), day));
            case DisposalActs.BEGUN -> changed(act.record(), item -> item.with(Fate.BEGUN, ""), day);
            case DisposalActs.CLEARED ->
                changed(act.record(), item -> item.clearedAt(said.getOrDefault("place", "")), day);
            case DisposalActs.DESTROYED -> changed(act.record(), item -> item.with(Fate.DESTROYED, ""), day);
            default -> throw new IllegalArgumentException(act.action() + " is no act of a disposal case");
        };
    }

    /** The dossiers that go, or have gone. */
    public List<DisposalItem> going() {
        return items.stream().filter(item -> item.fate() != Fate.KEPT).toList();
    }

    /** The dossiers whose destruction has not begun. */
    public List<DisposalItem> untouched() {
        return items.stream().filter(item -> item.fate() == Fate.PROPOSED).toList();
    }

    /** The dossiers of which it is not proved yet that they are no more. */
    public List<DisposalItem> unproved() {
        return items.stream().filter(item -> item.fate() == Fate.BEGUN).toList();
    }

    /** The last day of the decision; only of a decided case. */
    public LocalDate lastDay() {
        return LocalDate.parse(ruling.on()).plusDays(DAYS_TO_DESTROY);
    }

    private DisposalCase withCouncil(Council set) {
        return with(Stage.COUNCIL, items, set, "", "", "", Ruling.NONE, HandOver.NONE);
    }

    /** Everything that came after older minutes falls with them. */
    private DisposalCase examined(String by, String day, String kept) {
        Map<String, String> reasons = new TreeMap<>();
        Map<?, ?> written = CanonicalJson.read(kept, Map.class);
        written.forEach((id, why) -> reasons.put(String.valueOf(id), String.valueOf(why)));
        List<DisposalItem> judged = new ArrayList<>();
        for (DisposalItem item : items) {
            String why = reasons.getOrDefault(item.dossierId(), item.reason());
            judged.add(why.isEmpty() ? item : item.with(Fate.KEPT, why));
        }
        boolean nothing = judged.stream().allMatch(item -> item.fate() == Fate.KEPT);
        return with(nothing ? Stage.ENDED : Stage.EXAMINED, judged, council, by, day, "", Ruling.NONE, HandOver.NONE);
    }

    private DisposalCase decided(String by, Ruling now) {
        return with(Stage.DECIDED, items, council, checker, minutesOn, by, now, HandOver.NONE);
    }

    private DisposalCase handedOver(HandOver now) {
        return with(Stage.HANDED_OVER, items, council, checker, minutesOn, approver, ruling, now);
    }

    private DisposalCase changed(String dossierId, UnaryOperator<DisposalItem> change, String day) {
        List<DisposalItem> now = items.stream()
                .map(item -> item.dossierId().equals(dossierId) ? change.apply(item) : item)
                .toList();
        boolean all = now.stream().allMatch(item -> item.fate() == Fate.KEPT || item.fate() == Fate.DESTROYED);
        return new DisposalCase(
                id,
                all ? Stage.DESTROYED : Stage.PENDING,
                now,
                maker,
                openedOn,
                council,
                checker,
                minutesOn,
                approver,
                ruling,
                handOver,
                all ? day : "");
    }

    private DisposalCase with(
            Stage next,
            List<DisposalItem> now,
            Council set,
            String checkedBy,
            String checkedOn,
            String approvedBy,
            Ruling ruled,
            HandOver over) {
        return new DisposalCase(
                id, next, now, maker, openedOn, set, checkedBy, checkedOn, approvedBy, ruled, over, destroyedOn);
    }
}
