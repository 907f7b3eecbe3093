package nienkhoa.intake.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The overall level of a primary student at the end of the year. */
public record OverallRule(List<Level> levels, Certainty mark, String source) implements Sourced {

    /**
     * A level with what it demands.
     *
     * @param subjects levels that subjects may have
     * @param traits levels that competences and qualities may have
     * @param testsAtLeast lowest mark of the tests at the end of the year
     */
    public record Level(String level, Set<String> subjects, Set<String> traits, int testsAtLeast) {}

    /** The first level whose demands are met; empty if a value is none that the rule knows. */
    public Optional<String> of(Collection<String> subjects, Collection<String> traits, Collection<Integer> tests) {
        return levels.stream()
                .filter(level -> level.subjects().containsAll(subjects)
                        && level.traits().containsAll(traits)
                        && tests.stream().allMatch(test -> test >= level.testsAtLeast()))
                .map(Level::level)
                .findFirst();
    }
}
