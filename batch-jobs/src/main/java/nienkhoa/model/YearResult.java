package nienkhoa.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a school says about one student's one school year.
 *
 * <p>Subjects, competences and qualities are named by code ({@code TIENG_VIET}, {@code TU_CHU_TU_HOC}); labels belong to
 * the forms.
 *
 * @param heightCm as written; empty if not measured
 * @param weightKg as written; empty if not measured
 * @param absentWithLeave days; null if not told
 * @param awards khen thưởng in the school's words; empty list if none
 * @param outcome kết quả cuối năm in the side file's words, for years whose marks are not in the export; empty if none
 */
public record YearResult(
        StudentId studentId,
        String schoolCode,
        SchoolYear year,
        String className,
        int grade,
        String heightCm,
        String weightKg,
        String health,
        @Nullable Integer absentWithLeave,
        @Nullable Integer absentWithoutLeave,
        List<String> awards,
        String outcome,
        Map<AssessmentTime, Assessment> assessments) {

    public YearResult {
        awards = List.copyOf(awards);
        assessments = Map.copyOf(assessments);
    }

    /**
     * A primary assessment at one time (TT 27/2020/TT-BGDĐT, before it TT 22/2016/TT-BGDĐT).
     *
     * @param subjects by subject code; a subject without value at this time is absent
     * @param competences T, Đ or C by code, general and specific together; what is said of the competences of TT 22/2016
     *     is the comment on the general ones
     * @param qualities T, Đ or C by code
     * @param overall HTXS, HTT, HT or CHT; of TT 22/2016, which has no overall level, HT or CHT tells whether the
     *     programme of the grade was completed; empty except at the end of the year
     * @param awardedAtYearEnd khen thưởng cuối năm
     * @param awardedSuddenly khen thưởng đột xuất
     * @param promoted null except at the end of the year
     */
    public record Assessment(
            Map<String, SubjectResult> subjects,
            Map<String, String> competences,
            Map<String, String> qualities,
            String generalCompetencesComment,
            String specificCompetencesComment,
            String qualitiesComment,
            String overall,
            boolean awardedAtYearEnd,
            boolean awardedSuddenly,
            @Nullable Boolean promoted,
            String note) {

        public Assessment {
            subjects = Map.copyOf(subjects);
            competences = Map.copyOf(competences);
            qualities = Map.copyOf(qualities);
        }
    }

    /**
     * One subject at one time.
     *
     * @param level T, H or C; empty if not given
     * @param score điểm KTĐK, 1 to 10; null where there is no test
     * @param comment nhận xét; empty if none
     */
    public record SubjectResult(String level, @Nullable Integer score, String comment) {}
}
