package nienkhoa.audit;

import java.util.List;
import java.util.Optional;

/** The chain of acts. */
public interface AuditLog {

    /** Enters an act in the caller's open transaction; numbers have no gaps. */
    AuditEntry enter(Act act);

    List<AuditEntry> entriesAfter(long number, int limit);

    Optional<AuditEntry> last();
}
