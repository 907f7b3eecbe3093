package nienkhoa.sample;

import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.SchoolYear;

/**
 * A student's place in one class list.
 *
 * @param year first calendar year of the school year
 * @param grade in that year
 * @param late joined the class after the list was made, so stands at its end
 * @param retained has to repeat the year
 */
record Stay(int year, int grade, Track track, Status status, boolean late, boolean retained) {

    static Stay whole(int year, int grade, Track track) {
        return new Stay(year, grade, track, Status.STUDYING, false, false);
    }

    Stay as(Status other) {
        return new Stay(year, grade, track, other, late, retained);
    }

    Stay joinedLate() {
        return new Stay(year, grade, track, status, true, retained);
    }

    Stay failed() {
        return new Stay(year, grade, track, status, late, true);
    }

    SchoolYear schoolYear() {
        return new SchoolYear(year);
    }

    String className() {
        return track.className(grade);
    }
}
