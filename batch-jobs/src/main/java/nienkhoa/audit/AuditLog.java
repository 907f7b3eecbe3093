package nienkhoa.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The chain of acts. Entries are added and never changed. */
public interface AuditLog {

    /**
     * Enters an act as part of the caller's open transaction; it is undone with it. Whoever enters next waits until the
     * transaction has ended, so numbers have no gaps.
     *
     * @throws IllegalStateException if no transaction is open
     */
    AuditEntry enter(Act act);

    /** Entries with a greater number, in their order. */
    List<AuditEntry> entriesAfter(long number, int limit);

    /** The newest entry; empty if nothing was ever done. */
    Optional<AuditEntry> last();

    /** All acts on one record, in their order. */
    List<AuditEntry> entriesOn(String record);

    /**
     * Enters what the store holds, unchanged, in one transaction of its own or the caller's.
     *
     * @throws IllegalStateException if the entries do not follow the last one, or one is not whole
     */
    void restore(List<AuditEntry> entries);

    /** The tables that hold it. */
    Set<String> tables();

    /** Forgets every entry, as part of the caller's open transaction that enters those of the store again. */
    void clear();
}
