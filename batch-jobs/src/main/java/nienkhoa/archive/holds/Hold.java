package nienkhoa.archive.holds;

import java.time.Instant;
import java.util.List;

/**
 * A case that stops disposal of all that it selects, also of what comes later, until a person releases it.
 *
 * @param caseId as the office writes it, for example {@code TTr-12/2026}
 * @param placedBy id of a person
 */
public record Hold(String caseId, Reason reason, List<Selection> selections, String placedBy, Instant placedAt) {

    public Hold {
        selections = List.copyOf(selections);
    }

    /** Why records may not be destroyed. */
    public enum Reason {
        INSPECTION,
        COMPLAINT,
        LAWSUIT;

        /** @throws IllegalArgumentException if no reason is written so, for example {@code lawsuit} */
        public static Reason of(String written) {
            return valueOf(written.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
