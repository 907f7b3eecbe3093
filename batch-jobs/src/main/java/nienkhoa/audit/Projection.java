package nienkhoa.audit;

import java.util.Set;

/** Tables that follow from acts. */
public interface Projection {

    Set<String> actions();

    /** Writes what the act says into the tables, in the caller's transaction. */
    void apply(AuditEntry entry);

    /** Empties the tables, to be filled again from the chain. */
    void clear();
}
