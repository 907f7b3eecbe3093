package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.sample.SecondaryCurriculum.Subject;

/**
 * One student's year in secondary school. Marks are in tenths.
 *
 * @param rank learning level, 0 the best; 3 has to repeat the year
 * @param best has the highest marks
 * @param weak codes of subjects that lie a level lower
 * @param firstConduct 0 Tốt, 1 Khá, 2 just enough
 */
record SecondaryReport(
        Dice dice,
        String regime,
        List<Subject> subjects,
        int rank,
        boolean best,
        List<String> weak,
        int firstConduct,
        int secondConduct) {

    private static final List<String> LEARNING_22 = List.of("Tốt", "Khá", "Đạt", "Chưa đạt");
    private static final List<String> CONDUCT_22 = List.of("Tốt", "Khá", "Đạt");
    private static final List<String> LEARNING_58 = List.of("G", "K", "Tb", "Y");
    private static final List<String> CONDUCT_58 = List.of("T", "K", "Tb");

    /** Lowest and highest mark of a level; a whole level lower is the next line. */
    private static final int[][] SPANS = {{80, 100}, {65, 79}, {50, 64}, {35, 49}};

    /** Below everything that TT 22/2021 lets pass. */
    private static final int[] FAILED = {20, 34};

    /** Marks of one subject in one semester. */
    record SubjectMarks(List<Integer> regular, int midTerm, int endTerm) {

        /** ĐTBmhk. */
        int average() {
            int sum = regular.stream().mapToInt(Integer::intValue).sum() + 2 * midTerm + 3 * endTerm;
            return half(sum, regular.size() + 5);
        }
    }

    /** The quotient, half up. */
    private static int half(int sum, int by) {
        return (2 * sum + by) / (2 * by);
    }

    private boolean is22() {
        return regime.equals("S22");
    }

    private int[] span(Subject subject) {
        boolean lower = weak.contains(subject.code());
        if (is22() && rank == 3) {
            return lower ? FAILED : SPANS[2];
        }
        return best && !lower ? new int[] {90, 100} : SPANS[rank + (lower ? 1 : 0)];
    }

    /** @param semester 1 or 2 */
    SubjectMarks marks(Subject subject, int semester) {
        Dice own = dice.of(subject.code(), semester);
        int[] span = span(subject);
        List<Integer> regular = new ArrayList<>();
        for (int i = 0; i < subject.regularMarks(); i++) {
            regular.add(own.between(span[0], span[1]));
        }
        return new SubjectMarks(regular, own.between(span[0], span[1]), own.between(span[0], span[1]));
    }

    /** @param term 1, 2 or 3 for the whole year */
    int average(Subject subject, int term) {
        return term == 3
                ? half(average(subject, 1) + 2 * average(subject, 2), 3)
                : marks(subject, term).average();
    }

    /** ĐTB các môn of a term. */
    int averageOfSubjects(int term) {
        List<Integer> averages = subjects.stream()
                .filter(Subject::scored)
                .map(subject -> average(subject, term))
                .toList();
        return half(averages.stream().mapToInt(Integer::intValue).sum(), averages.size());
    }

    String learning() {
        return (is22() ? LEARNING_22 : LEARNING_58).get(rank);
    }

    /** That of the year is that of the second semester: the first is never more than one level away. */
    String conduct(int term) {
        return (is22() ? CONDUCT_22 : CONDUCT_58).get(term == 1 ? firstConduct : secondConduct);
    }

    boolean promoted() {
        return rank < 3;
    }

    /** Danh hiệu of the year; empty if none. */
    String title() {
        if (is22()) {
            long excellent = subjects.stream()
                    .filter(subject -> subject.scored() && average(subject, 3) >= 90)
                    .count();
            boolean good = rank == 0 && secondConduct == 0;
            return good ? excellent >= 6 ? "Học sinh Xuất sắc" : "Học sinh Giỏi" : "";
        }
        if (rank > 1 || secondConduct > 1) {
            return "";
        }
        return rank == 0 && secondConduct == 0 ? "Học sinh Giỏi" : "Học sinh Tiên tiến";
    }
}
