package nienkhoa.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether entries, taken together, are one whole chain. */
public final class AuditChain {

    private AuditChain() {}

    /** What can be wrong with an entry. */
    public enum Fault {
        /** The entry does not have the digest that it says. */
        CHANGED,
        /** Entries between the one before and this one are missing. */
        MISSING,
        /** A second entry has the same number. */
        FORKED,
        /** It does not name the entry before it. */
        BROKEN,
        /** The chain ends before an entry that is known to have been written. */
        SHORTENED
    }

    /** A fault and where: the number of the entry. */
    public record Break(Fault fault, long number) {}

    /**
     * Every fault of a chain.
     *
     * @param entries in any order
     * @param witness an entry known to have been in the chain; it need not be the last
     */
    public static List<Break> check(Collection<AuditEntry> entries, Optional<Witness> witness) {
        List<Break> breaks = new ArrayList<>();
        List<AuditEntry> sorted = entries.stream()
                .sorted(Comparator.comparingLong(AuditEntry::number))
                .toList();
        AuditEntry last = null;
        for (AuditEntry entry : sorted) {
            fault(last, entry).ifPresent(fault -> breaks.add(new Break(fault, entry.number())));
            last = entry;
        }
        witness.flatMap(seen -> against(seen, sorted)).ifPresent(breaks::add);
        return breaks;
    }

    private static Optional<Fault> fault(@Nullable AuditEntry last, AuditEntry entry) {
        long before = last == null ? 0 : last.number();
        if (!entry.isWhole()) {
            return Optional.of(Fault.CHANGED);
        }
        if (entry.number() == before) {
            return Optional.of(Fault.FORKED);
        }
        if (entry.number() > before + 1) {
            return Optional.of(Fault.MISSING);
        }
        return entry.follows(last) ? Optional.empty() : Optional.of(Fault.BROKEN);
    }

    private static Optional<Break> against(Witness seen, List<AuditEntry> sorted) {
        boolean there = sorted.stream()
                .anyMatch(entry -> entry.number() == seen.number() && entry.sha256().equals(seen.sha256()));
        if (there) {
            return Optional.empty();
        }
        boolean longEnough = !sorted.isEmpty() && sorted.get(sorted.size() - 1).number() >= seen.number();
        return Optional.of(new Break(longEnough ? Fault.FORKED : Fault.SHORTENED, seen.number()));
    }

    /** Number and digest of an entry, kept outside of the archive so that a shortened chain is found. */
    public record Witness(long number, String sha256) {

        public static Witness of(AuditEntry entry) {
            return new Witness(entry.number(), entry.sha256());
        }
    }
}
