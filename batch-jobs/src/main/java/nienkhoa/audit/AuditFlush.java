package nienkhoa.audit;

import java.util.List;
import java.util.Optional;

/** Brings the entries that the store does not hold yet into the store; called again, it goes on where it stopped. */
public final class AuditFlush {

    /** Entries written together: some 300 kB. */
    private static final int TOGETHER = 1000;

    private final AuditLog log;
    private final AuditStore store;

    public AuditFlush(AuditLog log, AuditStore store) {
        this.log = log;
        this.store = store;
    }

    /** The database and the store tell two different stories; only {@code rebuild} from the store mends that. */
    public static final class ForkedChainException extends RuntimeException {

        private final long number;

        ForkedChainException(long number) {
            super("the audit chains of database and store part at " + number);
            this.number = number;
        }

        /** Of the newest entry in the store, which the database does not know as it is. */
        public long number() {
            return number;
        }
    }

    /**
     * Writes what is missing.
     *
     * @return how many entries were written
     * @throws ForkedChainException if the database does not know the newest entry of the store; nothing is written then
     */
    public synchronized int flush() {
        Optional<AuditEntry> stored = store.last();
        stored.ifPresent(this::checkKnown);
        long number = stored.map(AuditEntry::number).orElse(0L);
        int written = 0;
        List<AuditEntry> next = log.entriesAfter(number, TOGETHER);
        while (!next.isEmpty()) {
            store.append(next);
            written += next.size();
            next = log.entriesAfter(next.get(next.size() - 1).number(), TOGETHER);
        }
        return written;
    }

    private void checkKnown(AuditEntry stored) {
        boolean known = log.entriesAfter(stored.number() - 1, 1).stream().anyMatch(stored::equals);
        if (!known) {
            throw new ForkedChainException(stored.number());
        }
    }
}
