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

    /** Every entry, in the order of their numbers. */
    void read(Consumer<AuditEntry> reader);
}
