package nienkhoa.archive.rebuild;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** The rows of a database that follow from the store. */
public interface StoreRows {

    /** The tables that {@link #replace} empties by itself: the catalogue. */
    Collection<String> catalogueTables();

    /**
     * Empties the catalogue and calls who fills it again, in one transaction in which the database lets go of dossiers and
     * acts. Killed, or failing at any moment, it leaves everything as it was.
     */
    void replace(Runnable filling);

    /** How many rows each table holds. */
    SortedMap<String, Long> count(Collection<String> tables);

    /**
     * Compares tables row by row with those of the same names in another schema of the same database.
     *
     * @return every difference, in the order of tables and ids
     */
    List<RowDifference> compare(String schema, Collection<String> tables);

    /**
     * A row that differs.
     *
     * @param id the values of its primary key
     */
    record RowDifference(String table, String id, Kind kind) {}

    /** How a row can differ. */
    enum Kind {
        /** The database has it, the store does not say it. */
        ONLY_IN_DATABASE,
        /** The store says it, the database lacks it. */
        ONLY_IN_STORE,
        /** Both have it, with other values. */
        OTHER
    }
}
