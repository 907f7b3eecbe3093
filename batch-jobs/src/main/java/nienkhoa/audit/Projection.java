package nienkhoa.audit;

import java.util.Set;

/**
 * Rows that acts leave behind. A command enters an act and applies its entry in one transaction; whoever rebuilds clears
 * the rows and applies every entry again, so that live and rebuilt state cannot differ.
 */
public interface Projection {

    /** The actions that it makes rows of. */
    Set<String> actions();

    /** Writes the rows of an entry of one of {@link #actions()}. Entries come in their order. */
    void apply(AuditEntry entry);

    /** The tables that it writes, and nobody else. */
    Set<String> tables();

    /** Removes every row. */
    void clear();
}
