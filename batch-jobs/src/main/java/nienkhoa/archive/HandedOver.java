package nienkhoa.archive;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which dossiers an organisation of another home keeps now. What lies here of them is a copy, which gets no further versions:
 * the keeper's dossier goes on without it, and two homes would tell different things of one record.
 */
@FunctionalInterface
public interface HandedOver {

    /** For an archive out of which nothing is handed over. */
    HandedOver NOTHING = id -> Optional.empty();

    /** Who keeps a dossier in another home; empty if it is kept here, or was never archived. */
    Optional<Away> away(String dossierId);

    /**
     * Where a dossier is.
     *
     * @param keeper code of the organisation
     * @param transfer id of the hand-over
     * @param since first day with the keeper
     */
    record Away(String keeper, String transfer, LocalDate since) {}
}
