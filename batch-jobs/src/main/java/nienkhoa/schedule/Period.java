package nienkhoa.schedule;

/** What a day is to a school. */
public enum Period {
    /** Lessons are held (trong năm học). */
    TERM,
    /** Marks are closed and papers are made (cuối năm học). */
    YEAR_END,
    /** Public holidays and the summer (ngày nghỉ, nghỉ hè). */
    HOLIDAYS
}
