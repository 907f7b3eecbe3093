package nienkhoa.rendering;

import nienkhoa.model.Level;
import nienkhoa.model.YearResult.Assessment;

/**
 * Whether a primary student goes up at the end of a school year (TT 27/2020/TT-BGDĐT, art. 11 of the rules). Who did not
 * complete the programme of the grade may be sent up by the principal.
 */
final class Outcomes {

    private Outcomes() {}

    /** {@code PROMOTED}, {@code PROMOTED_UNCOMPLETED}, {@code RETAINED}, {@code LEVEL_COMPLETED}, {@code LEVEL_NOT_COMPLETED}; empty if not told. */
    static String of(Assessment end, int grade) {
        if (end.promoted() == null) {
            return "";
        }
        boolean completed = !end.overall().equals("CHT");
        if (grade == Level.PRIMARY.lastGrade()) {
            return end.promoted() && completed ? "LEVEL_COMPLETED" : "LEVEL_NOT_COMPLETED";
        }
        return !end.promoted() ? "RETAINED" : completed ? "PROMOTED" : "PROMOTED_UNCOMPLETED";
    }
}
