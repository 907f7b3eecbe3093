package nienkhoa.disposal;

import java.util.List;

/**
 * A dossier of a disposal case, with what the list says of it.
 *
 * @param documents how many it holds
 * @param rule id of the confirmed rule by which its period is over
 * @param basis instrument and item of that rule, as printed
 * @param since {@code 2031-01-01}: the first day after its period
 * @param manifestSha256 of its newest manifest when it was listed
 * @param reason why the council keeps it; else empty
 * @param cleared the places in which it is proved to be no more
 */
public record DisposalItem(
        String dossierId,
        String recordClass,
        int documents,
        long bytes,
        String rule,
        String basis,
        String since,
        String manifestSha256,
        Fate fate,
        String reason,
        List<String> cleared) {

    public DisposalItem {
        cleared = List.copyOf(cleared);
    }

    /** What becomes of a dossier of the list. */
    public enum Fate {
        /** The council has not spoken yet, or has said that it goes. */
        PROPOSED,
        KEPT,
        /** Its destruction has begun: nobody may bring it back, and the next run goes on. */
        BEGUN,
        DESTROYED
    }

    /** Whether it is on the suppression list. */
    public boolean mayNotReturn() {
        return fate == Fate.BEGUN || fate == Fate.DESTROYED;
    }

    DisposalItem with(Fate next, String why) {
        return new DisposalItem(
                dossierId, recordClass, documents, bytes, rule, basis, since, manifestSha256, next, why, cleared);
    }

    DisposalItem clearedAt(String place) {
        List<String> places = new java.util.ArrayList<>(cleared);
        if (!places.contains(place)) {
            places.add(place);
        }
        return new DisposalItem(
                dossierId, recordClass, documents, bytes, rule, basis, since, manifestSha256, fate, reason, places);
    }
}
