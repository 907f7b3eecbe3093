package nienkhoa.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Outcome;
import nienkhoa.data.CanonicalJson;

/** The moves of dossiers as the chain of acts alone tells them, for who has no database. */
public final class CustodyBook {

    private final Map<String, Act> opened = new HashMap<>();
    private final Map<String, List<Move>> moves = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();

    private record Before(String dossier, List<Move> moves) {}

    /** @param chain every act, in their order */
    public CustodyBook(List<AuditEntry> chain) {
        for (AuditEntry entry : chain) {
            Act act = entry.act();
            switch (act.action()) {
                case CustodyActs.OPENED -> opened.put(act.record(), act);
                case CustodyActs.RECEIVED -> received(act);
                case CustodyActs.CLOSED -> closed(act);
                case CustodyActs.WITHDRAWN -> withdrawn.add(act.record());
                default -> {}
            }
        }
    }

    /** Oldest first; none if the dossier never left its school. */
    public List<Move> moves(String dossier) {
        return List.copyOf(moves.getOrDefault(dossier, List.of()));
    }

    /** The newest move, which says who keeps it now; empty if it never left its school. */
    public Optional<Move> now(String dossier) {
        List<Move> all = moves.getOrDefault(dossier, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * The id that a dossier would have if its keeper had made it: {@code B/2023-2024/5A/…} for {@code A/2023-2024/5A/…}
     * that B keeps. The id itself if it never left its school.
     */
    public String withKeeper(String dossier) {
        List<Move> all = moves.getOrDefault(dossier, List.of());
        if (all.isEmpty()) {
            return dossier;
        }
        String school = "/" + all.get(0).from() + "/";
        String keeper = "/" + all.get(all.size() - 1).to() + "/";
        return ("/" + dossier).replace(school, keeper).substring(1);
    }

    private void received(Act act) {
        if (!act.detail("place").equals("INCOMING")) {
            return;
        }
        for (Before before : CanonicalJson.read(act.detail("moves"), Before[].class)) {
            before.moves().forEach(move -> enter(before.dossier(), move));
        }
        accepted(act, act, act.detail("day"), false);
    }

    private void closed(Act act) {
        Optional.ofNullable(opened.get(act.record()))
                .ifPresent(order -> accepted(
                        act,
                        order,
                        act.detail("receivedOn"),
                        !order.detail("place").equals("HERE")));
    }

    private void accepted(Act act, Act order, String since, boolean elsewhere) {
        for (Item item : CanonicalJson.read(act.detail("items"), Item[].class)) {
            if (item.outcome() == Outcome.ACCEPTED) {
                enter(
                        item.dossier(),
                        new Move(
                                0,
                                order.detail("from"),
                                order.detail("to"),
                                since,
                                act.record(),
                                order.detail("decision"),
                                elsewhere));
            }
        }
    }

    private void enter(String dossier, Move move) {
        List<Move> all = moves.computeIfAbsent(dossier, none -> new ArrayList<>());
        boolean known = withdrawn.contains(move.transfer())
                || all.stream().anyMatch(one -> one.transfer().equals(move.transfer()));
        if (!known) {
            all.add(new Move(
                    all.size() + 1,
                    move.from(),
                    move.to(),
                    move.since(),
                    move.transfer(),
                    move.decision(),
                    move.elsewhere()));
        }
    }
}
