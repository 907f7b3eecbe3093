package nienkhoa.printrun.ipp;

/** What goes wrong with the next job, after its first sheet where nothing else is said. */
public enum Fault {
    NONE,
    JAM("media-jam-error"),
    OUT_OF_PAPER("media-empty-error"),
    DOOR_OPEN("door-open"),
    /** Says that it is done, and counts all sheets. */
    LIES,
    /** Says that it is done, and counts what came out. */
    SAYS_DONE_EARLY,
    /** Prints every sheet twice and counts them. */
    REPEATS,
    DOES_NOT_COUNT,
    GIVES_UP,
    /** Drops the connection, and has never seen the job. */
    VANISHES_BEFORE_THE_JOB,
    /** Makes the job, and drops the connection before it says so. */
    VANISHES_AFTER_THE_JOB,
    /** Takes the whole document, and drops the connection before it says so. */
    VANISHES_AFTER_THE_DOCUMENT,
    /** Is switched off after the first sheet and knows nothing any more. */
    FORGETS,
    /** As before; then the next job, another's, has the same number. */
    FORGETS_AND_COUNTS_ANEW,
    /** Three looks pass between the last sheet and its being done. */
    FINISHES_LATE,
    /** Is busy twice, then takes the job. */
    BUSY,
    STAYS_BUSY,
    /** Makes the job and refuses its document. */
    REFUSES_THE_DOCUMENT;

    final String reason;

    Fault() {
        this("none");
    }

    Fault(String reason) {
        this.reason = reason;
    }

    boolean stops() {
        return !reason.equals("none");
    }
}
