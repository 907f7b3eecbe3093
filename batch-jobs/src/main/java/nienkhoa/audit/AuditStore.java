package nienkhoa.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The chain as it lies in the archive, from where it comes back without a database. */
public interface AuditStore {

    /** The newest entry in the store. */
    Optional<AuditEntry> last();

    /** Writes entries that follow the last one; safe on disk on return. Killed before that, none of them is there. */
    void append(List<AuditEntry> entries);

    /**
     * Every entry, in the order of their numbers.
     *
     * @throws DamagedChainException if a file of the chain cannot be read
     */
    void read(Consumer<AuditEntry> reader);

    /** The chain in the store is not what it was when it was written; a copy of the archive may have it whole. */
    final class DamagedChainException extends RuntimeException {

        private final String where;

        /** @param where a file or the number of an entry */
        public DamagedChainException(String where, Throwable cause) {
            super("the audit chain of the store is damaged: " + where, cause);
            this.where = where;
        }

        public String where() {
            return where;
        }
    }
}
