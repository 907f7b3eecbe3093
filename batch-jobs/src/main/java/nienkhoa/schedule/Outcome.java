package nienkhoa.schedule;

/** How a run ended. */
public enum Outcome {
    RUNNING,
    DONE,
    /** It did its work and found something that a person has to look at. */
    FINDINGS,
    /** Something is not set up; trying again would say the same. */
    REFUSED,
    /** The world was out of reach; trying again may help. */
    FAILED,
    /** Its process died: a power cut, a kill. */
    CUT_OFF;

    /** Whether the night's work was done. */
    public boolean succeeded() {
        return this == DONE || this == FINDINGS;
    }
}
