package nienkhoa.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.archive.HandedOver;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.Projection;

/** Who keeps which dossier, and the hand-overs that made it so, as acts have left them. */
public interface Custody extends Projection, HandedOver {

    /** Enters an act and its rows in one transaction, with {@code more} in the same one. */
    AuditEntry enter(Act act, Runnable more);

    Optional<Transfer> find(String transfer);

    /** The acts of a hand-over in this home's chain, in their order. */
    List<AuditEntry> acts(String transfer);

    /** In the order of their ids. */
    List<Transfer> all();

    /** Every move of a dossier, oldest first. */
    List<Move> moves(String dossier);

    /** By the newest move. */
    @Override
    default Optional<Away> away(String dossier) {
        List<Move> moves = moves(dossier);
        return moves.stream()
                .skip(Math.max(0, moves.size() - 1))
                .filter(Move::elsewhere)
                .map(move -> new Away(move.to(), move.transfer(), LocalDate.parse(move.since())))
                .findFirst();
    }

    /**
     * Who keeps each of these dossiers now: by its last move, else its school, else {@code keeper}. Those that the
     * catalogue does not know are missing.
     */
    Map<String, Keeper> keepers(Set<String> dossiers, String keeper);

    /** Dossiers of the catalogue that an organisation keeps in this home, in the order of their ids. */
    List<String> keptBy(String organisation, String keeper);

    /** The dossiers that lie in a hand-over which is not over for the giver, and that of its own papers, with its id. */
    Map<String, String> underWay();

    /**
     * Who keeps a dossier.
     *
     * @param kind of the dossier, as {@code DossierKind} names it
     * @param elsewhere whether the keeper works in another home
     */
    record Keeper(String code, String kind, boolean elsewhere) {}
}
