package nienkhoa.sample;

import java.util.List;
import nienkhoa.model.Cohort;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;

/**
 * A student's years at one level of one school.
 *
 * @param serial unique in the district
 * @param levelYear first calendar year of the school year in which the student began the level, here or elsewhere
 * @param stays oldest first; two of one year after a change of class
 * @param entry how the student came
 * @param leftInSummer went away after the last stay's year
 */
record Life(int serial, int levelYear, List<Stay> stays, Entry entry, boolean leftInSummer) {

    Life {
        stays = List.copyOf(stays);
    }

    /** How a student came to the level of this school. */
    enum Entry {
        /** In its first grade. */
        NEW,
        /** From another school, at the start of the first stay's year. */
        MOVED_IN_SUMMER,
        /** From another school, in the course of the first stay's year. */
        MOVED_IN_YEAR
    }

    Stay first() {
        return stays.get(0);
    }

    Stay last() {
        return stays.get(stays.size() - 1);
    }

    Level level() {
        return last().track().level();
    }

    Cohort cohort() {
        return new Cohort(level(), new SchoolYear(levelYear));
    }

    /** Whether the student finished the level at the end of the last stay. */
    boolean completed() {
        return last().grade() == level().lastGrade() && last().status().finishesYearHere() && !last().retained();
    }
}
