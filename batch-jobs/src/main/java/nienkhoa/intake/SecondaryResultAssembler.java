package nienkhoa.intake;

import java.util.HashMap;
import java.util.List;
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
        each(ofYear.of(FactKind.SUBJECT_MARKS), used, cells::marks);
        each(ofYear.of(FactKind.SECONDARY_RESULT), used, row -> cells.summary(row, this::summaryDiffers));
        if (grade > 0 && Level.ofGrade(grade) == Level.PRIMARY) {
            ofYear.of(FactKind.PORTAL_RESULT)
                    .forEach(row -> checks.once(rows.school(row), row, "I116_PORTAL_ROW_OF_PRIMARY", "className", ""));
        } else {
            each(atEndOfTerm(ofYear.of(FactKind.PORTAL_RESULT)), used, row -> cells.portal(row, this::portalDiffers));
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        SecondaryResult result = result(grade, cells);
        new SecondaryCheck(rows, checks, cells, result).run();
        return Optional.of(RegisterRecord.of(result, used[0]));
    }

    /** Portals tell of the middle of a term too, of which no form of secondary schools speaks. */
    private List<Fact> atEndOfTerm(List<Fact> portal) {
        return portal.stream().filter(this::isAtEndOfTerm).toList();
    }

    private boolean isAtEndOfTerm(Fact row) {
        String written = row.value("phase");
        String phase = written.isEmpty()
                ? "END"
                : checks.code("phase", written)
                        .or(() -> checks.code("time", written))
                        .orElse("");
        String semester = row.value("semester");
        boolean middle = phase.startsWith("MID");
        boolean fits =
                switch (phase) {
                    case "MID" -> !semester.equals("YEAR");
                    case "END" -> true;
                    case "YEAR" -> semester.equals("YEAR");
                    default -> phase.endsWith("_" + semester);
                };
        if (!fits) {
            rows.warn(row, "I121_PHASE_UNCLEAR", "phase", written, checks.spelled("semester", semester));
        } else if (middle) {
            checks.once(rows.school(row), row, "I122_MIDDLE_OF_TERM", "phase", written);
        }
        return fits && !middle;
    }

    /** One row a semester, subject and class; a second one is rejected. */
    private void each(List<Fact> facts, int[] used, Consumer<Fact> take) {
        Map<String, Fact> seen = new HashMap<>();
        for (Fact fact : facts) {
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
                spelled(summary) + " ≠ " + spelled(marks),
                checks.subjectName(slot.subject()),
                rows.at(marks.row(), marks.field()));
    }

    private void portalDiffers(Slot slot, Cell before, Cell portal) {
        rows.warn(
                portal.row(),
                "I115_PORTAL_DIFFERS",
                portal.field(),
                spelled(portal) + " ≠ " + spelled(before),
                rows.at(before.row(), before.field()));
    }

    /** As people write it. */
    private String spelled(Cell cell) {
        return switch (cell.field()) {
            case "learning", "conduct" -> checks.spelled("achievement", cell.value());
            case "studyResult", "trainingResult" ->
                checks.spelled("overall", checks.spelled("achievement", cell.value()));
            case "title", "promotion" -> checks.spelled(cell.field(), cell.value());
            default -> Mark.written(cell.value());
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
