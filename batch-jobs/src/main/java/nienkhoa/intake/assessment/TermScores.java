package nienkhoa.intake.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/**
 * What all subjects of one student sum up to in one term; exempt subjects are absent.
 *
 * @param scores averages by subject code
 * @param failed subjects assessed by comment that are Chưa đạt
 */
public record TermScores(Map<String, BigDecimal> scores, Set<String> failed) {

    public TermScores {
        scores = Map.copyOf(scores);
        failed = Set.copyOf(failed);
    }

    /** The mean of all scores, half up to one decimal; 0 if there are none. */
    public BigDecimal average() {
        BigDecimal sum = scores.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return scores.isEmpty()
                ? BigDecimal.ZERO
                : sum.divide(BigDecimal.valueOf(scores.size()), 1, RoundingMode.HALF_UP);
    }
}
