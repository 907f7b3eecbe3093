package nienkhoa.rendering;

import nienkhoa.model.Level;
import nienkhoa.model.SecondaryResult.Promotion;
import nienkhoa.model.YearResult.Assessment;
import org.jspecify.annotations.Nullable;

/** What a school year comes to: going up a grade, completing a level. */
final class Outcomes {

    private Outcomes() {}

    /**
     * In primary school (TT 27/2020/TT-BGDĐT, art. 11 of the rules).
     *
     * @return {@code PROMOTED}, {@code RETAINED}, {@code LEVEL_COMPLETED}, {@code LEVEL_NOT_COMPLETED}; empty if not told
     */
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

    /**
     * Whether a student of the last grade of lower or upper secondary school completes the level: who meets what
     * promotion demands does (TT 22/2021/TT-BGDĐT; recalled).
     *
     * @return {@code COMPLETED}, {@code NOT_COMPLETED}; empty in other grades or if promotion is not told
     */
    static String completion(@Nullable Promotion promotion, int grade) {
        if (promotion == null || grade != Level.ofGrade(grade).lastGrade()) {
            return "";
        }
        return promotion == Promotion.NOT_PROMOTED ? "NOT_COMPLETED" : "COMPLETED";
    }
}
