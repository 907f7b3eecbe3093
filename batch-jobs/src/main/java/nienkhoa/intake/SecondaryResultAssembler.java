package nienkhoa.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nienkhoa.intake.SecondaryCells.Cell;
import nienkhoa.intake.SecondaryCells.Slot;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.SecondaryResult;

/**
 * Joins what marks, class summaries and portals say about one secondary student in one school year.
 *
 * <p>As in primary school, where rows from two classes speak of the same thing, the class in which the student finishes
 * the year is believed. A class's summary is believed before the marks of its subjects, both before a portal.
 */
final class SecondaryResultAssembler {

    private final StudentRows rows;
    private final String school;
    private final int year;
    private final String className;
    private final YearRows ofYear;
    private final ClassChecks checks;

    /** @param className the class in which the student finishes the year, or was last */
    SecondaryResultAssembler(StudentRows rows, String school, int year, String className, ClassChecks checks) {
        this.rows = rows;
        this.school = school;
        this.year = year;
        this.className = className;
        this.ofYear = new YearRows(rows, school, year, className, FactKind::isOfSecondaryResult);
        this.checks = checks;
    }

    /** Whether there is something to join and nothing of it was rejected; else the other rows are rejected too. */
    boolean isWhole() {
        return ofYear.areWhole();
    }

    /** The joined result; empty if the rows hold nothing for a secondary result. */
    Optional<RegisterRecord> record(int grade) {
        int[] used = {0};
        SecondaryCells cells = new SecondaryCells();
        each(FactKind.SUBJECT_MARKS, used, cells::marks);
        each(FactKind.SECONDARY_RESULT, used, row -> cells.summary(row, this::summaryDiffers));
        if (grade > 0 && Level.ofGrade(grade) == Level.PRIMARY) {
            ofYear.of(FactKind.PORTAL_RESULT)
                    .forEach(row -> checks.once(rows.school(row), row, "I116_PORTAL_ROW_OF_PRIMARY", "className", ""));
        } else {
            each(FactKind.PORTAL_RESULT, used, row -> cells.portal(row, this::portalDiffers));
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        SecondaryResult result = result(grade, cells);
        new SecondaryCheck(rows, checks, cells, result).run();
        return Optional.of(RegisterRecord.of(result, used[0]));
    }

    /** Rows of a kind, one a semester, subject and class; a second one is rejected. */
    private void each(FactKind kind, int[] used, Consumer<Fact> take) {
        Map<String, Fact> seen = new HashMap<>();
        for (Fact fact : ofYear.of(kind)) {
            String slot = String.join("/", fact.value("semester"), fact.value("subject"), fact.className());
            Fact first = seen.putIfAbsent(slot, fact);
            if (first != null) {
                rows.reject(fact, "I028_DUPLICATE_ROW", "moetCode", fact.moetCode(), rows.at(first, "moetCode"));
            } else {
                take.accept(fact);
                used[0]++;
            }
        }
    }

    private void summaryDiffers(Slot slot, Cell marks, Cell summary) {
        rows.warn(
                summary.row(),
                "I110_SUMMARY_DIFFERS_FROM_MARKS",
                summary.field(),
                summary.value() + " ≠ " + marks.value(),
                checks.subjectName(slot.subject()),
                rows.at(marks.row(), marks.field()));
    }

    private void portalDiffers(Slot slot, Cell before, Cell portal) {
        rows.warn(
                portal.row(),
                "I115_PORTAL_DIFFERS",
                portal.field(),
                spelled(before.field(), portal.value()) + " ≠ " + spelled(before.field(), before.value()),
                rows.at(before.row(), before.field()));
    }

    /** As people write it. */
    private String spelled(String field, String value) {
        return switch (field) {
            case "learning", "conduct" -> checks.spelled("achievement", value);
            case "title", "promotion" -> checks.spelled(field, value);
            default -> value;
        };
    }

    private SecondaryResult result(int grade, SecondaryCells cells) {
        return new SecondaryResult(
                rows.id(),
                school,
                new SchoolYear(year),
                className,
                grade,
                cells.subjects(),
                cells.standings(),
                cells.afterSummer(),
                cells.promotion(),
                cells.retakes(),
                cells.retrains(),
                cells.awards(),
                cells.certificate());
    }
}
