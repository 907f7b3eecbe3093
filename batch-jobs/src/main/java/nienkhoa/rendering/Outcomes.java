package nienkhoa.rendering;

import nienkhoa.model.Level;
import nienkhoa.model.YearResult.Assessment;

/** Whether a primary student goes up at the end of a school year (TT 27/2020/TT-BGDĐT, art. 11 of the rules). */
final class Outcomes {

    private Outcomes() {}

    /** {@code PROMOTED}, {@code RETAINED}, {@code LEVEL_COMPLETED}, {@code LEVEL_NOT_COMPLETED}; empty if not told. */
    static String of(Assessment end, int grade) {
        if (end.promoted() == null) {
            return "";
        }
        boolean last = grade == Level.PRIMARY.lastGrade();
        if (end.promoted()) {
            return last ? "LEVEL_COMPLETED" : "PROMOTED";
        }
        return last ? "LEVEL_NOT_COMPLETED" : "RETAINED";
    }
}
