package nienkhoa.intake.difference;

/** What a load does to a record. */
public enum What {
    NEW,
    CHANGED,
    /** A new place in a class of a student who had another one in the same school year. */
    MOVED,
    /** The other end of {@link #MOVED}: a place that ends because the export lists the student elsewhere. */
    MOVED_AWAY,
    /** A place in a class that ends, or a result that stays, because the export does not speak of the student any more. */
    VANISHED,
    /** A place in a class of another school year than the one asked for: it stays, the list of that year is not asked for. */
    NOT_LISTED
}
