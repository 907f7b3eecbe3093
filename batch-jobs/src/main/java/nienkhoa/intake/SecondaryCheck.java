package nienkhoa.intake;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.SecondaryCells.Cell;
import nienkhoa.intake.assessment.RegimeRules;
import nienkhoa.intake.assessment.Subject;
import nienkhoa.intake.assessment.Subject.Kind;
import nienkhoa.intake.assessment.TermScores;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.SecondaryResult.Promotion;
import nienkhoa.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is printed about a secondary student's year with what the rules of the regime give. Where an input is
 * missing, as with a disabled student, nothing is said.
 */
final class SecondaryCheck {

    private final StudentRows rows;
    private final ClassChecks checks;
    private final SecondaryCells cells;
    private final SecondaryResult result;
    private final int grade;

    SecondaryCheck(StudentRows rows, ClassChecks checks, SecondaryCells cells, SecondaryResult result) {
        this.rows = rows;
        this.checks = checks;
        this.cells = cells;
        this.result = result;
        this.grade = result.grade();
    }

    void run() {
        absences();
        Fact row = rowOfClass();
        checks.rules(result.schoolCode(), row, grade).ifPresent(rules -> {
            checks.subjects(result.schoolCode(), row, grade, result.subjects().keySet());
            new SubjectMarksCheck(rows, checks, cells, result, rules).run();
            for (Term term : Term.values()) {
                scores(rules, term).ifPresent(scores -> learning(rules, term, scores));
            }
            conduct(rules);
            promotion(rules);
            title(rules);
        });
    }

    private Fact rowOfClass() {
        List<Fact> all = cells.all().values().stream().map(Cell::row).toList();
        return all.stream()
                .filter(row -> row.className().equals(result.className()))
                .findFirst()
                .orElse(all.get(0));
    }

    /** A finding about a printed value, with what was expected in its place. */
    private void differs(Cell printed, String code, String expected, String... args) {
        rows.warn(printed.row(), code, printed.field(), printed.value() + " ≠ " + expected, args);
    }

    private void levelDiffers(Cell printed, String code, String expected, String... args) {
        String value = checks.spelled("achievement", printed.value()) + " ≠ " + checks.spelled("achievement", expected);
        rows.warn(printed.row(), code, printed.field(), value, args);
    }

    private void absences() {
        result.standings().forEach((term, standing) -> {
            Integer with = standing.absences().withLeave();
            Integer without = standing.absences().withoutLeave();
            Integer all = standing.absences().inAll();
            if (with != null && without != null && all != null && with + without != all) {
                cells.cell("", term, "absences")
                        .ifPresent(cell -> differs(cell, "I118_ABSENCES_DO_NOT_ADD_UP", with + " + " + without));
            }
        });
    }

    /** All results of a term; empty if a subject that the grade has to have is without one, or with one of no sense. */
    private Optional<TermScores> scores(RegimeRules rules, Term term) {
        Map<String, BigDecimal> scores = new HashMap<>();
        Set<String> failed = new HashSet<>();
        Set<String> given = new HashSet<>();
        for (Subject subject : rules.subjects(grade)) {
            SecondaryResult.Subject own = result.subjects().get(subject.code());
            String value = own == null ? "" : own.result(term);
            BigDecimal score = Mark.number(value);
            if (subject.kind() == Kind.SCORE && score != null) {
                scores.put(subject.code(), score);
            } else if (value.equals("CĐ")) {
                failed.add(subject.code());
            }
            boolean sense = subject.kind() == Kind.SCORE
                    ? score != null
                    : Set.of("Đ", "CĐ").contains(value);
            if (sense || value.equals("MIEN")) {
                given.add(subject.code());
            }
        }
        boolean whole = rules.subjects(grade).stream().allMatch(subject -> subject.isOptional() || subject.isIn(given));
        return whole ? Optional.of(new TermScores(scores, failed)) : Optional.empty();
    }

    private void learning(RegimeRules rules, Term term, TermScores scores) {
        rules.learning().ifPresent(rule -> cells.cell("", term, "learning").ifPresent(cell -> {
            String expected = rule.of(scores);
            if (!cell.value().equals(expected)) {
                levelDiffers(cell, "I111_LEARNING_LEVEL_DIFFERS", expected, rule.basis());
            }
        }));
        rules.averageOfSubjects()
                .ifPresent(rule -> cells.cell("", term, "average").ifPresent(cell -> {
                    BigDecimal printed = Mark.number(cell.value());
                    if (printed != null && printed.compareTo(scores.average()) != 0) {
                        differs(cell, "I120_AVERAGE_OF_SUBJECTS_DIFFERS", Mark.written(scores.average()), rule.basis());
                    }
                }));
    }

    private String level(Term term, String field) {
        return cells.cell("", term, field).map(Cell::value).orElse("");
    }

    private void conduct(RegimeRules rules) {
        rules.conduct().ifPresent(rule -> cells.cell("", Term.YEAR, "conduct")
                .ifPresent(cell -> rule.of(level(Term.SEMESTER_1, "conduct"), level(Term.SEMESTER_2, "conduct"))
                        .filter(expected -> !expected.equals(cell.value()))
                        .ifPresent(expected -> levelDiffers(cell, "I112_CONDUCT_DIFFERS", expected, rule.basis()))));
    }

    /** Levels after the summer count where there are any. */
    private void promotion(RegimeRules rules) {
        String learning = firstOf(result.afterSummer().learning(), level(Term.YEAR, "learning"));
        String conduct = firstOf(result.afterSummer().conduct(), level(Term.YEAR, "conduct"));
        Integer absences = absencesOfYear();
        Promotion printed = result.promotion();
        if (printed == null || learning.isEmpty() || conduct.isEmpty() || absences == null) {
            return;
        }
        boolean promoted = printed != Promotion.NOT_PROMOTED;
        rules.promotion()
                .filter(rule -> rule.isMet(learning, conduct, absences) != promoted)
                .ifPresent(rule -> promotionCell()
                        .ifPresent(cell -> rows.warn(
                                cell.row(),
                                "I113_PROMOTION_DIFFERS",
                                cell.field(),
                                String.join(
                                        ", ",
                                        checks.spelled("promotion", cell.value()),
                                        checks.spelled("achievement", learning),
                                        checks.spelled("achievement", conduct),
                                        absences.toString()),
                                String.valueOf(rule.absencesAtMost()),
                                rule.basis())));
    }

    private Optional<Cell> promotionCell() {
        return List.of("notPromoted", "promotedAfter", "promotion").stream()
                .map(field -> cells.cell("", Term.YEAR, field))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of the year, else the sum of both semesters; null if neither is told. */
    private @Nullable Integer absencesOfYear() {
        Integer year = absences(Term.YEAR);
        Integer first = absences(Term.SEMESTER_1);
        Integer second = absences(Term.SEMESTER_2);
        return year != null || first == null || second == null ? year : Integer.valueOf(first + second);
    }

    private @Nullable Integer absences(Term term) {
        SecondaryResult.Standing standing = result.standings().get(term);
        return standing == null ? null : standing.absences().total();
    }

    /** An empty cell says that there is no title; a sheet without the column says nothing. */
    private void title(RegimeRules rules) {
        String learning = level(Term.YEAR, "learning");
        String conduct = level(Term.YEAR, "conduct");
        Optional<Cell> at = cells.cell("", Term.YEAR, "title").or(() -> cells.cell("", Term.YEAR, "learning")
                .filter(cell -> rows.hasColumn(cell.row(), "title"))
                .map(cell -> new Cell("", cell.row(), "title")));
        if (learning.isEmpty() || conduct.isEmpty() || at.isEmpty()) {
            return;
        }
        rules.titles().ifPresent(rule -> scores(rules, Term.YEAR).ifPresent(scores -> {
            String expected = rule.of(learning, conduct, scores);
            if (!expected.equals(at.get().value())) {
                String value = checks.spelled("title", at.get().value()) + " ≠ " + checks.spelled("title", expected);
                rows.warn(at.get().row(), "I114_TITLE_DIFFERS", at.get().field(), value, rule.basis());
            }
        }));
    }

    private static String firstOf(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
