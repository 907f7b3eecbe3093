package nienkhoa.intake.assessment;

import java.util.List;
import java.util.Optional;
import nienkhoa.intake.assessment.AverageRules.AverageOfSubjects;
import nienkhoa.intake.assessment.AverageRules.RegularMarks;
import nienkhoa.intake.assessment.AverageRules.TermAverage;
import nienkhoa.intake.assessment.AverageRules.YearAverage;
import nienkhoa.intake.assessment.StandingRules.ConductRule;
import nienkhoa.intake.assessment.StandingRules.PromotionRule;
import nienkhoa.intake.assessment.StandingRules.TitleRule;

/** All that is known of one regime; a rule that is absent is not checked. */
public record RegimeRules(
        String circular,
        List<Subject> subjects,
        Optional<RegularMarks> regularMarks,
        Optional<TermAverage> termAverage,
        Optional<YearAverage> yearAverage,
        Optional<AverageOfSubjects> averageOfSubjects,
        Optional<LearningRule> learning,
        Optional<ConductRule> conduct,
        Optional<PromotionRule> promotion,
        Optional<TitleRule> titles,
        Optional<OverallRule> overall) {

    public RegimeRules {
        subjects = List.copyOf(subjects);
    }

    /** The subjects of a grade, in the order of the rules. */
    public List<Subject> subjects(int grade) {
        return subjects.stream().filter(subject -> subject.isOf(grade)).toList();
    }

    /** The subject as it is assessed in a grade; empty if the grade does not have it. */
    public Optional<Subject> subject(String code, int grade) {
        for (Subject subject : subjects) {
            if (subject.code().equals(code) && subject.isOf(grade)) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }
}
