package nienkhoa.intake.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.assessment.LearningRule.ManyAtLeast;
import org.jspecify.annotations.Nullable;

/** What follows from the levels of a year. */
public final class StandingRules {

    private StandingRules() {}

    /** Conduct of the two semesters, as the rules' table has it. */
    public record Semesters(String first, String second) {}

    /** Conduct of the year. */
    public record ConductRule(Map<Semesters, String> years, Certainty mark, String source) implements Sourced {

        public ConductRule {
            years = Map.copyOf(years);
        }

        /** Empty if the table has no such levels. */
        public Optional<String> of(String semester1, String semester2) {
            return Optional.ofNullable(years.get(new Semesters(semester1, semester2)));
        }
    }

    /** Who goes up a grade: levels of the year and absences in all. */
    public record PromotionRule(
            Set<String> learning, Set<String> conduct, int absencesAtMost, Certainty mark, String source)
            implements Sourced {

        public boolean isMet(String learningLevel, String conductLevel, int absences) {
            return learning.contains(learningLevel) && conduct.contains(conductLevel) && absences <= absencesAtMost;
        }
    }

    /** Titles at the end of the year, the highest first. */
    public record TitleRule(List<Title> titles, Certainty mark, String source) implements Sourced {

        /** A title with what it demands. */
        public record Title(
                String title,
                Set<String> learning,
                Set<String> conduct,
                @Nullable ManyAtLeast manyAtLeast) {}

        /** The title; empty text if none is reached. */
        public String of(String learning, String conduct, TermScores year) {
            return titles.stream()
                    .filter(title -> title.learning().contains(learning)
                            && title.conduct().contains(conduct))
                    .filter(title -> {
                        ManyAtLeast many = title.manyAtLeast();
                        return many == null || many.isMet(year, Set.of());
                    })
                    .map(Title::title)
                    .findFirst()
                    .orElse("");
        }
    }
}
