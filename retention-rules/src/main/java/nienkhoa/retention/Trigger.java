package nienkhoa.retention;

/** The event from which a period is counted. */
public enum Trigger {
    SCHOOL_YEAR_END,
    /** The last school year of the cohort (niên khóa) has ended. */
    COHORT_END,
    /** The student has completed the level or moved to another school. */
    STUDENT_LEFT,
    /** The office's work that the record belongs to has ended. */
    WORK_END,
    /** The records listed in a destruction dossier were destroyed. */
    DESTRUCTION_DATE,
    /** Whatever the record itself tells of; for a log entry, the moment that it was written. */
    EVENT
}
