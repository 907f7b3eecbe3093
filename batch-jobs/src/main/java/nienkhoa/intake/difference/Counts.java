package nienkhoa.intake.difference;

/** How many students of a class, or results, are new, changed, moved, vanished or as they were. */
public record Counts(long added, long changed, long moved, long vanished, long unchanged) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                added + other.added,
                changed + other.changed,
                moved + other.moved,
                vanished + other.vanished,
                unchanged + other.unchanged);
    }
}
