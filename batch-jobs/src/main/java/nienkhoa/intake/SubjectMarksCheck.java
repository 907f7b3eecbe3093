package nienkhoa.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.SecondaryCells.Cell;
import nienkhoa.intake.SecondaryCells.Slot;
import nienkhoa.intake.assessment.RegimeRules;
import nienkhoa.intake.assessment.Sourced;
import nienkhoa.intake.assessment.Subject;
import nienkhoa.intake.assessment.Subject.Kind;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.Term;

/** Compares the marks of a secondary student, subject by subject, with the rules of the regime. */
final class SubjectMarksCheck {

    private static final List<Term> SEMESTERS = List.of(Term.SEMESTER_1, Term.SEMESTER_2);
    private static final Set<String> MARKS = Set.of("midTerm", "endTerm", "reassessed", SecondaryCells.RESULT);

    private final StudentRows rows;
    private final ClassChecks checks;
    private final SecondaryCells cells;
    private final SecondaryResult result;
    private final RegimeRules rules;
    private final int grade;

    SubjectMarksCheck(
            StudentRows rows, ClassChecks checks, SecondaryCells cells, SecondaryResult result, RegimeRules rules) {
        this.rows = rows;
        this.checks = checks;
        this.cells = cells;
        this.result = result;
        this.rules = rules;
        this.grade = result.grade();
    }

    void run() {
        cells.all().forEach(this::kind);
        rules.subjects(grade).stream()
                .filter(subject -> subject.kind() == Kind.SCORE)
                .forEach(this::averages);
    }

    /** Whether the subject is the grade's, and the value of its kind. */
    private void kind(Slot slot, Cell cell) {
        boolean mark = slot.field().startsWith(SecondaryCells.REGULAR) || MARKS.contains(slot.field());
        if (slot.subject().isEmpty() || !mark) {
            return;
        }
        String name = checks.subjectName(slot.subject());
        Optional<Subject> subject = rules.subject(slot.subject(), grade);
        if (subject.isEmpty()) {
            checks.once(
                    result.schoolCode(),
                    cell.row(),
                    "I105_SUBJECT_NOT_OF_GRADE",
                    cell.field(),
                    "",
                    name,
                    String.valueOf(grade));
        } else if (subject.get().kind() == Kind.SCORE && Set.of("Đ", "CĐ").contains(cell.value())) {
            rows.warn(cell.row(), "I103_LEVEL_IN_SCORED_SUBJECT", cell.field(), cell.value(), name);
        } else if (subject.get().kind() == Kind.COMMENT && Mark.number(cell.value()) != null) {
            rows.warn(cell.row(), "I104_MARK_IN_COMMENT_SUBJECT", cell.field(), cell.value(), name);
        }
    }

    private void averages(Subject subject) {
        SecondaryResult.Subject given = result.subjects().get(subject.code());
        if (given == null) {
            return;
        }
        for (Term term : SEMESTERS) {
            SecondaryResult.Marks marks = given.terms().get(term);
            if (marks != null) {
                regular(subject, term, marks.regular().size());
                termAverage(subject, term, marks);
            }
        }
        BigDecimal first = Mark.number(given.result(Term.SEMESTER_1));
        BigDecimal second = Mark.number(given.result(Term.SEMESTER_2));
        if (first != null && second != null) {
            rules.yearAverage()
                    .ifPresent(rule ->
                            average("I109_YEAR_AVERAGE_DIFFERS", subject, Term.YEAR, rule.of(first, second), rule));
        }
    }

    /** Only where the term's marks are complete; a class summary has none. */
    private void regular(Subject subject, Term term, int given) {
        Integer periods = subject.periods();
        Optional<Cell> endTerm =
                cells.cell(subject.code(), term, "endTerm").filter(cell -> Mark.number(cell.value()) != null);
        if (periods == null || endTerm.isEmpty()) {
            return;
        }
        rules.regularMarks()
                .filter(rule -> rule.of(periods) != given)
                .ifPresent(rule -> rows.warn(
                        endTerm.get().row(),
                        "I107_NUMBER_OF_REGULAR_MARKS",
                        "moetCode",
                        String.valueOf(given),
                        subject.name(),
                        String.valueOf(rule.of(periods)),
                        rule.basis()));
    }

    private void termAverage(Subject subject, Term term, SecondaryResult.Marks marks) {
        List<BigDecimal> regular = new ArrayList<>();
        for (String mark : marks.regular()) {
            BigDecimal number = Mark.number(mark);
            if (number != null) {
                regular.add(number);
            }
        }
        BigDecimal mid = Mark.number(marks.midTerm());
        BigDecimal end = Mark.number(marks.endTerm());
        if (!regular.isEmpty() && mid != null && end != null) {
            rules.termAverage()
                    .ifPresent(rule ->
                            average("I108_TERM_AVERAGE_DIFFERS", subject, term, rule.of(regular, mid, end), rule));
        }
    }

    private void average(String code, Subject subject, Term term, BigDecimal expected, Sourced rule) {
        cells.cell(subject.code(), term, SecondaryCells.RESULT).ifPresent(cell -> {
            BigDecimal printed = Mark.number(cell.value());
            if (printed != null && printed.compareTo(expected) != 0) {
                String value = cell.value() + " ≠ " + Mark.written(expected);
                rows.warn(cell.row(), code, cell.field(), value, subject.name(), rule.basis());
            }
        });
    }
}
