package nienkhoa.retention;

/** What a rule wants done with a record once its period is over. Nothing is done without people deciding it. */
public enum Disposition {
    RETAIN,
    RETURN_TO_STUDENT,
    /** Put it on the list that a council looks through. */
    REVIEW
}
