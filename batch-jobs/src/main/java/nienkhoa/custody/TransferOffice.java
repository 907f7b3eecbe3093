package nienkhoa.custody;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.audit.Act;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Order;
import nienkhoa.custody.Transfer.Place;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.model.Person;

/**
 * Opens hand-overs: who may give what to whom, and what stands against it.
 *
 * <p>Source: Nghị định 30/2020/NĐ-CP, art. 30 and 31, index and record of hand-over in two copies (verified); Luật Lưu trữ
 * 33/2024/QH15, art. 13, and Thông tư 06/2025/TT-BNV, hand-over when offices are reorganised (scope only).
 */
public final class TransferOffice {

    private final Custody custody;
    private final Organisations organisations;
    private final DossierStore store;
    private final Obstacles obstacles;
    private final Clock clock;

    public TransferOffice(
            Custody custody, Organisations organisations, DossierStore store, Obstacles obstacles, Clock clock) {
        this.custody = custody;
        this.organisations = organisations;
        this.store = store;
        this.obstacles = obstacles;
        this.clock = clock;
    }

    /** What other parts of the home have against giving a dossier away. */
    @FunctionalInterface
    public interface Obstacles {

        /** @return findings whose subject is one of the dossiers */
        List<Finding> against(Set<String> dossiers);
    }

    /**
     * What is asked for.
     *
     * @param dossiers empty = all that {@code from} keeps
     * @param leaveBlocked whether the rest goes when something stands against some
     */
    public record Wanted(
            String from,
            String to,
            String decision,
            LocalDate decided,
            Place place,
            Set<String> dossiers,
            boolean leaveBlocked) {}

    /**
     * What would be handed over.
     *
     * @param underWay the same hand-over, begun before
     * @param blocked what stays and why
     */
    public record Plan(
            Order order, Place place, Optional<Transfer> underWay, List<Item> items, List<Finding> blocked) {}

    /**
     * Nothing is changed.
     *
     * @throws CustodyRefused if it may not be opened, with every reason
     */
    public Plan plan(Wanted wanted) {
        LocalDate today = LocalDate.now(clock);
        checkParties(wanted, today);
        Order order = new Order(wanted.from(), wanted.to(), wanted.decision(), wanted.decided(), today);
        Optional<Transfer> underWay = custody.all().stream()
                .filter(transfer -> isSame(transfer, wanted))
                .findFirst();
        if (underWay.isPresent()) {
            checkSameList(underWay.get(), wanted);
            return new Plan(order, wanted.place(), underWay, underWay.get().items(), List.of());
        }
        Set<String> chosen = chosen(wanted);
        List<Finding> blocked = blocked(chosen, wanted.from());
        if (!blocked.isEmpty() && !wanted.leaveBlocked()) {
            throw new CustodyRefused(blocked);
        }
        blocked.forEach(finding -> chosen.remove(finding.place().subject()));
        List<Item> items = chosen.stream().flatMap(id -> item(id).stream()).toList();
        if (items.isEmpty()) {
            throw CustodyRefused.of("C725_NOTHING_TO_HAND_OVER", wanted.from());
        }
        return new Plan(order, wanted.place(), Optional.empty(), items, blocked);
    }

    private Set<String> chosen(Wanted wanted) {
        return wanted.dossiers().isEmpty()
                ? new TreeSet<>(custody.keptBy(wanted.from(), organisations.keeper()))
                : new TreeSet<>(wanted.dossiers());
    }

    private static boolean isSame(Transfer transfer, Wanted wanted) {
        return !transfer.over()
                && transfer.place() != Place.INCOMING
                && transfer.order().from().equals(wanted.from())
                && transfer.order().to().equals(wanted.to())
                && transfer.order().decision().equals(wanted.decision());
    }

    private static void checkSameList(Transfer transfer, Wanted wanted) {
        Set<String> listed = transfer.items().stream().map(Item::dossier).collect(Collectors.toSet());
        boolean other = !wanted.dossiers().isEmpty() && !wanted.dossiers().equals(listed);
        if (other || transfer.place() != wanted.place()) {
            throw CustodyRefused.of("C727_OTHER_LIST", transfer.id());
        }
    }

    private void checkParties(Wanted wanted, LocalDate today) {
        List<Finding> wrong = new ArrayList<>();
        for (String code : List.of(wanted.from(), wanted.to())) {
            if (organisations.find(code).isEmpty()) {
                wrong.add(CustodyRefused.finding("C720_UNKNOWN_ORGANISATION", "", code));
            }
        }
        if (wanted.from().equals(wanted.to())) {
            wrong.add(CustodyRefused.finding("C721_SAME_ORGANISATION", "", wanted.from()));
        }
        if (wanted.decided().isAfter(today)) {
            wrong.add(CustodyRefused.finding(
                    "C724_DECIDED_LATER", "", wanted.decided().toString()));
        }
        if (!wrong.isEmpty()) {
            throw new CustodyRefused(wrong);
        }
        checkSuccession(wanted, today);
    }

    /**
     * What an ended organisation kept goes to a confirmed successor of it. One that exists, or that ended without any, gives to
     * whom the decision names.
     */
    private void checkSuccession(Wanted wanted, LocalDate today) {
        if (organisations.find(wanted.to()).stream().noneMatch(one -> one.inForceOn(today))) {
            throw CustodyRefused.of("C722_RECEIVER_NOT_IN_FORCE", wanted.to(), today.toString());
        }
        boolean ended = organisations.find(wanted.from()).stream().anyMatch(one -> one.endedBy(today));
        Set<String> heirs = organisations.heirs(wanted.from(), today);
        if (ended && heirs.isEmpty() && !organisations.after(wanted.from()).isEmpty()) {
            throw CustodyRefused.of("C726_UNCONFIRMED", wanted.from());
        }
        if (ended && !heirs.isEmpty() && !heirs.contains(wanted.to())) {
            throw CustodyRefused.of("C723_NOT_THE_SUCCESSOR", wanted.from(), wanted.to(), String.join(", ", heirs));
        }
    }

    private List<Finding> blocked(Set<String> chosen, String from) {
        Map<String, Finding> blocked = new TreeMap<>();
        Map<String, Custody.Keeper> keepers = custody.keepers(chosen, organisations.keeper());
        Map<String, String> underWay = custody.underWay();
        for (String id : chosen) {
            objection(id, from, Optional.ofNullable(keepers.get(id)), Optional.ofNullable(underWay.get(id)))
                    .ifPresent(finding -> blocked.put(id, finding));
        }
        Set<String> rest = new TreeSet<>(chosen);
        rest.removeAll(blocked.keySet());
        obstacles
                .against(rest)
                .forEach(finding -> blocked.putIfAbsent(finding.place().subject(), finding));
        return List.copyOf(blocked.values());
    }

    private static Optional<Finding> objection(
            String id, String from, Optional<Custody.Keeper> keeper, Optional<String> transfer) {
        if (keeper.isEmpty()) {
            return Optional.of(CustodyRefused.finding("C730_NO_SUCH_DOSSIER", id, id));
        }
        if (keeper.get().kind().equals("TOMBSTONE")) {
            return Optional.of(CustodyRefused.finding("C733_DESTROYED", id, id));
        }
        if (keeper.get().kind().equals("SETTINGS")) {
            return Optional.of(CustodyRefused.finding("C737_SETTINGS", id, id));
        }
        if (!keeper.get().code().equals(from) || keeper.get().elsewhere()) {
            return Optional.of(CustodyRefused.finding(
                    "C731_KEPT_BY_ANOTHER", id, id, keeper.get().code()));
        }
        return transfer.map(other -> CustodyRefused.finding("C732_UNDER_WAY", id, id, other));
    }

    private Optional<Item> item(String id) {
        try {
            return store.head(id).map(head -> Item.pending(id, head.version(), sha256(head)));
        } catch (DamagedDossierException e) {
            throw new CustodyRefused(List.of(CustodyRefused.finding("C736_NOT_WHOLE", id, id, "dossier.json")));
        }
    }

    static String sha256(StoredDossier stored) {
        return CanonicalJson.sha256(CanonicalJson.bytes(stored.manifest()));
    }

    /** Fixes the list; what was begun before is gone on with. */
    public Transfer open(Person by, Plan plan) {
        if (plan.underWay().isPresent()) {
            return plan.underWay().get();
        }
        String id = nextId(plan.order());
        Map<String, String> details = details(plan.order(), plan.place(), plan.items());
        custody.enter(Act.of(by.id(), CustodyActs.OPENED, id, "", details), () -> {});
        return custody.find(id).orElseThrow();
    }

    static Map<String, String> details(Order order, Place place, List<Item> items) {
        Map<String, String> details = new TreeMap<>();
        details.put("from", order.from());
        details.put("to", order.to());
        details.put("decision", order.decision());
        details.put("decided", order.decided().toString());
        details.put("opened", order.opened().toString());
        details.put("place", place.name());
        details.put("items", CanonicalJson.write(items));
        return details;
    }

    private String nextId(Order order) {
        String begin = "BG-" + order.from() + "-" + order.opened().getYear() + "-";
        long before = custody.all().stream()
                .filter(transfer -> transfer.id().startsWith(begin))
                .count();
        return begin + String.format(Locale.ROOT, "%03d", before + 1);
    }
}
