package nienkhoa.model;

/**
 * A student's place in a class list.
 *
 * @param ordinal the school's own STT, from 1
 * @param status trạng thái as normalised by intake
 */
public record Enrolment(
        StudentId studentId, String schoolCode, SchoolYear year, String className, int ordinal, Status status) {

    /** What the class list says of the student. */
    public enum Status {
        /** Đang học. */
        STUDYING,
        /** Chuyển đến trong năm: counted like {@link #STUDYING}. */
        TRANSFERRED_IN,
        /** Chuyển đi. */
        TRANSFERRED_OUT,
        /** Chuyển sang lớp khác của trường trong năm. */
        CHANGED_CLASS,
        /** Thôi học. */
        LEFT;

        /** Whether the class gives the student a result at the end of the year. */
        public boolean finishesYearHere() {
            return this == STUDYING || this == TRANSFERRED_IN;
        }
    }
}
