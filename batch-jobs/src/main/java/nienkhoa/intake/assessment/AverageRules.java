package nienkhoa.intake.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How a subject's average comes about; always half up to one decimal. */
public final class AverageRules {

    private AverageRules() {}

    /**
     * Average of a semester (ĐTBmhk): the marks with their weights.
     *
     * @param regular weight of every regular mark
     */
    public record TermAverage(int regular, int midTerm, int endTerm, Certainty mark, String source) implements Sourced {

        /** @param marks at least one */
        public BigDecimal of(List<BigDecimal> marks, BigDecimal mid, BigDecimal end) {
            BigDecimal sum = marks.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .multiply(BigDecimal.valueOf(regular))
                    .add(mid.multiply(BigDecimal.valueOf(midTerm)))
                    .add(end.multiply(BigDecimal.valueOf(endTerm)));
            return rounded(sum, marks.size() * regular + midTerm + endTerm);
        }
    }

    /** Average of the year (ĐTBmcn) from those of the semesters. */
    public record YearAverage(int first, int second, Certainty mark, String source) implements Sourced {

        public BigDecimal of(BigDecimal semester1, BigDecimal semester2) {
            BigDecimal sum =
                    semester1.multiply(BigDecimal.valueOf(first)).add(semester2.multiply(BigDecimal.valueOf(second)));
            return rounded(sum, first + second);
        }
    }

    /** Average of all scored subjects (ĐTB các môn), where a regime has one. */
    public record AverageOfSubjects(Certainty mark, String source) implements Sourced {}

    /** How many regular marks a semester, by the periods a year of the subject. */
    public record RegularMarks(List<Count> counts, Certainty mark, String source) implements Sourced {

        /** The first line whose {@code periodsUpTo} is not exceeded counts. */
        public record Count(int periodsUpTo, int marks) {}

        /** @throws IllegalArgumentException if the table ends below {@code periods} */
        public int of(int periods) {
            return counts.stream()
                    .filter(count -> periods <= count.periodsUpTo())
                    .mapToInt(Count::marks)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no count for " + periods + " periods"));
        }
    }

    private static BigDecimal rounded(BigDecimal sum, int weights) {
        return sum.divide(BigDecimal.valueOf(weights), 1, RoundingMode.HALF_UP);
    }
}
