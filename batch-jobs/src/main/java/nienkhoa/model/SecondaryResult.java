package nienkhoa.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a school says about one student's one school year in lower or upper secondary school, as printed;
 * nothing in it is recomputed.
 *
 * <p>Subjects are named by code ({@code NGU_VAN}), levels and titles too ({@code TOT}, {@code HOC_SINH_GIOI}); labels
 * belong to the forms. A mark is a number 0 to 10 with a comma and no trailing zero ({@code 7,5}, {@code 8}), {@code Đ},
 * {@code CĐ} or {@code MIEN} (exempt); empty if none is given.
 *
 * @param className the class in which the student finishes the year, or was last
 * @param subjects by subject code; a subject of which nothing is said is absent
 * @param standings what a term sums up to; a term of which nothing is said is absent
 * @param afterSummer learning and conduct after re-assessment or training in the summer holidays; levels empty if there
 *     was none
 * @param promotion null if not told
 * @param retakes has subjects to be assessed again
 * @param retrains has to train conduct in the summer holidays
 * @param awards khen thưởng in the school's words; empty if none
 * @param certificate vocational or other certificate with its grade, in the school's words; empty if none
 */
public record SecondaryResult(
        StudentId studentId,
        String schoolCode,
        SchoolYear year,
        String className,
        int grade,
        Map<String, Subject> subjects,
        Map<Term, Standing> standings,
        AfterSummer afterSummer,
        @Nullable Promotion promotion,
        boolean retakes,
        boolean retrains,
        String awards,
        String certificate) {

    public SecondaryResult {
        subjects = Map.copyOf(subjects);
        standings = Map.copyOf(standings);
    }

    /** What is said of going up a grade. */
    public enum Promotion {
        /** Được lên lớp. */
        PROMOTED,
        /** Được lên lớp sau khi đánh giá lại or sau rèn luyện hè. */
        PROMOTED_AFTER_SUMMER,
        /** Không được lên lớp. */
        NOT_PROMOTED
    }

    /**
     * One subject over the year.
     *
     * @param terms of the year as a whole only {@link Marks#result()} and {@link Marks#comment()} can be given
     * @param reassessed mark or level after re-assessment; empty if there was none
     */
    public record Subject(Map<Term, Marks> terms, String reassessed) {

        public Subject {
            terms = Map.copyOf(terms);
        }

        /** What the subject sums up to in a term; empty if not told. */
        public String result(Term term) {
            Marks marks = terms.get(term);
            return marks == null ? "" : marks.result();
        }
    }

    /**
     * One subject in one term.
     *
     * @param regular ĐĐGtx from left to right, without the empty ones
     * @param midTerm ĐĐGgk
     * @param endTerm ĐĐGck
     * @param result ĐTBmhk or ĐTBmcn, or Đ or CĐ in a subject without marks
     * @param comment nhận xét; empty if none
     * @param note ghi chú; empty if none
     */
    public record Marks(
            List<String> regular, String midTerm, String endTerm, String result, String comment, String note) {

        public Marks {
            regular = List.copyOf(regular);
        }
    }

    /**
     * What a term sums up to.
     *
     * @param learning kết quả học tập or học lực; empty if not told
     * @param conduct kết quả rèn luyện or hạnh kiểm; empty if not told
     * @param average ĐTB các môn (TT 58/2011 only); empty if not told
     * @param title danh hiệu; empty if none
     * @param note ghi chú; empty if none
     */
    public record Standing(
            String learning, String conduct, String average, String title, Absences absences, String note) {}

    /**
     * Absences of a term; a part that is not told is null.
     *
     * @param inAll as printed, not the sum
     */
    public record Absences(
            @Nullable Integer withLeave,
            @Nullable Integer withoutLeave,
            @Nullable Integer inAll) {

        /** The printed total, else the sum of the parts; null if neither is told. */
        public @Nullable Integer total() {
            return inAll != null || withLeave == null || withoutLeave == null
                    ? inAll
                    : Integer.valueOf(withLeave + withoutLeave);
        }
    }

    /** Levels after the summer holidays; empty where nothing changed. */
    public record AfterSummer(String learning, String conduct) {}
}
