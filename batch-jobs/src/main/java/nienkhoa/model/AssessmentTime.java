package nienkhoa.model;

/** The four times in a school year at which a primary class is assessed, in order. */
public enum AssessmentTime {
    /** Giữa học kì I. */
    MID_1,
    /** Cuối học kì I. */
    END_1,
    /** Giữa học kì II. */
    MID_2,
    /** Cuối năm học. */
    END_2
}
