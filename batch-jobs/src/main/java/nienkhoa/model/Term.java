package nienkhoa.model;

/** The spans of a school year for which a secondary school sums up, in order. */
public enum Term {
    SEMESTER_1,
    SEMESTER_2,
    /** Cả năm. */
    YEAR
}
