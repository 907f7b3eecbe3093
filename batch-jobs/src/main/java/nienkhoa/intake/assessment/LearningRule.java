package nienkhoa.intake.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The learning level that a term's results give.
 *
 * @param levels best first; the last one demands nothing
 * @param adjustments for a single subject that alone lowers the level
 */
public record LearningRule(List<Level> levels, List<Adjustment> adjustments, Certainty mark, String source)
        implements Sourced {

    public LearningRule {
        levels = List.copyOf(levels);
        adjustments = List.copyOf(Objects.requireNonNullElse(adjustments, List.of()));
    }

    /** The level {@code lowered} that would be {@code without} if it were not for one subject {@code becomes} another. */
    public record Adjustment(String without, String lowered, String becomes) {}

    /** So many subjects reach a score. */
    public record ManyAtLeast(int subjects, BigDecimal score) {

        boolean isMet(TermScores term, Set<String> excused) {
            long many = term.scores().entrySet().stream()
                    .filter(entry ->
                            excused.contains(entry.getKey()) || entry.getValue().compareTo(score) >= 0)
                    .count();
            return many >= subjects;
        }
    }

    /** One of the named subjects reaches a score. */
    public record OneAtLeast(Set<String> of, BigDecimal score) {

        boolean isMet(TermScores term, Set<String> excused) {
            return term.scores().entrySet().stream()
                    .filter(entry -> of.contains(entry.getKey()))
                    .anyMatch(entry ->
                            excused.contains(entry.getKey()) || entry.getValue().compareTo(score) >= 0);
        }
    }

    /**
     * A level with what it demands; what is null is not demanded.
     *
     * @param failedAtMost how many subjects assessed by comment may be Chưa đạt
     * @param everyAtLeast what every scored subject reaches
     * @param averageAtLeast what the average of all scored subjects reaches
     */
    public record Level(
            String level,
            @Nullable Integer failedAtMost,
            @Nullable BigDecimal everyAtLeast,
            @Nullable ManyAtLeast manyAtLeast,
            @Nullable OneAtLeast oneAtLeast,
            @Nullable BigDecimal averageAtLeast) {

        /** @param excused subjects that count as if they met every demand */
        boolean isMet(TermScores term, Set<String> excused) {
            return (failedAtMost == null || failed(term, excused) <= failedAtMost)
                    && (everyAtLeast == null || everyReaches(term, everyAtLeast, excused))
                    && (manyAtLeast == null || manyAtLeast.isMet(term, excused))
                    && (oneAtLeast == null || oneAtLeast.isMet(term, excused))
                    && (averageAtLeast == null || term.average().compareTo(averageAtLeast) >= 0);
        }

        private static long failed(TermScores term, Set<String> excused) {
            return term.failed().stream()
                    .filter(subject -> !excused.contains(subject))
                    .count();
        }

        private static boolean everyReaches(TermScores term, BigDecimal score, Set<String> excused) {
            return term.scores().entrySet().stream()
                    .allMatch(entry ->
                            excused.contains(entry.getKey()) || entry.getValue().compareTo(score) >= 0);
        }
    }

    /** The level, adjusted where one single subject alone lowers it. */
    public String of(TermScores term) {
        String plain = plain(term, Set.of());
        if (adjustments.stream().noneMatch(adjustment -> adjustment.lowered().equals(plain))) {
            return plain;
        }
        Set<String> subjects = new TreeSet<>(term.scores().keySet());
        subjects.addAll(term.failed());
        return subjects.stream()
                .map(subject -> adjusted(plain(term, Set.of(subject)), plain))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(plain);
    }

    private String plain(TermScores term, Set<String> excused) {
        return levels.stream()
                .filter(level -> level.isMet(term, excused))
                .map(Level::level)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last level must demand nothing"));
    }

    private Optional<String> adjusted(String without, String lowered) {
        return adjustments.stream()
                .filter(adjustment -> adjustment.without().equals(without)
                        && adjustment.lowered().equals(lowered))
                .map(Adjustment::becomes)
                .findFirst();
    }
}
