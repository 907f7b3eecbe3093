package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nienkhoa.intake.assessment.RegimeRules;
import nienkhoa.intake.assessment.Subject;

/**
 * Compares the results of a primary student with the rules of the regime: the subjects of the grade, and the overall level
 * at the end of the year. Where an input is missing, as with a disabled student, nothing is said.
 */
final class PrimaryCheck {

    private static final String LEVEL = "level.";
    private static final String SCORE = "score.";
    private static final String OVERALL = "overall.";

    private final StudentRows rows;
    private final ClassChecks checks;
    private final String school;
    private final int grade;

    PrimaryCheck(StudentRows rows, ClassChecks checks, String school, int grade) {
        this.rows = rows;
        this.checks = checks;
        this.school = school;
        this.grade = grade;
    }

    void run(int year) {
        List<Fact> results = rows.of(
                FactKind.RESULT,
                row -> row.schoolYear() == year && rows.school(row).equals(school));
        for (Fact row : results) {
            checks.rules(school, row, grade).ifPresent(rules -> {
                subjects(rules, row);
                overall(rules, row);
            });
        }
    }

    private void subjects(RegimeRules rules, Fact row) {
        SortedSet<String> levels = codes(row, LEVEL);
        checks.subjects(school, row, grade, levels);
        for (String code : levels) {
            if (rules.subject(code, grade).isEmpty()) {
                String name = checks.subjectName(code);
                String of = String.valueOf(grade);
                checks.once(school, row, "I105_SUBJECT_NOT_OF_GRADE", LEVEL + code, "", name, of);
            }
        }
    }

    private static SortedSet<String> codes(Fact row, String prefix) {
        SortedSet<String> codes = new TreeSet<>();
        row.values().keySet().stream()
                .filter(field -> field.startsWith(prefix))
                .forEach(field -> codes.add(field.substring(prefix.length())));
        return codes;
    }

    private void overall(RegimeRules rules, Fact row) {
        SortedSet<String> ticked = codes(row, OVERALL);
        if (rules.overall().isEmpty() || ticked.size() != 1 || !isWhole(rules, row)) {
            return;
        }
        List<Integer> tests = rules.subjects(grade).stream()
                .filter(subject -> subject.isTested(grade))
                .map(subject -> row.value(SCORE + subject.code()))
                .filter(score -> !score.isEmpty())
                .map(Integer::valueOf)
                .toList();
        Optional<String> expected =
                rules.overall().get().of(values(row, LEVEL), values(row, "competence.", "quality."), tests);
        expected.filter(level -> !level.equals(ticked.first()))
                .ifPresent(level -> rows.warn(
                        row,
                        "I117_OVERALL_DIFFERS",
                        OVERALL + ticked.first(),
                        checks.spelled("overall", ticked.first()) + " ≠ " + checks.spelled("overall", level),
                        rules.overall().get().basis()));
    }

    /** Whether every subject of the grade has its level and its test, and traits have levels. */
    private boolean isWhole(RegimeRules rules, Fact row) {
        return rules.subjects(grade).stream()
                        .filter(subject -> !subject.isOptional())
                        .allMatch(subject -> isGiven(subject, row))
                && !values(row, "competence.").isEmpty()
                && !values(row, "quality.").isEmpty();
    }

    private boolean isGiven(Subject subject, Fact row) {
        return !row.value(LEVEL + subject.code()).isEmpty()
                && (!subject.isTested(grade)
                        || !row.value(SCORE + subject.code()).isEmpty());
    }

    private static List<String> values(Fact row, String... prefixes) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> entry : row.values().entrySet()) {
            for (String prefix : prefixes) {
                if (entry.getKey().startsWith(prefix)) {
                    values.add(entry.getValue());
                }
            }
        }
        return values;
    }
}
