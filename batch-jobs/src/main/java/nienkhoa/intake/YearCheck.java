package nienkhoa.intake;

import java.util.List;
import java.util.Optional;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Term;

/** Compares what class list, class's results and side file say about one student in one school year. */
final class YearCheck {

    private static final List<String> ABSENCES = List.of("absentWithLeave", "absentWithoutLeave");

    private final StudentRows rows;
    private final CheckRules rules;
    private final String school;
    private final int year;

    YearCheck(StudentRows rows, CheckRules rules, String school, int year) {
        this.rows = rows;
        this.rules = rules;
        this.school = school;
        this.year = year;
    }

    void run() {
        Optional<Fact> result = last(of(FactKind.RESULT).stream()
                .filter(row -> row.value("time").equals("END_2") && RowCheck.isAssessed(row.values()))
                .toList());
        Optional<Fact> summary = last(of(FactKind.SECONDARY_RESULT).stream()
                .filter(row -> SecondaryCells.term(row) == Term.YEAR)
                .toList());
        Optional<Fact> note = last(of(FactKind.YEAR_NOTE));
        result.or(() -> summary).ifPresent(this::left);
        note.ifPresent(other -> {
            result.ifPresent(row -> outcome(row, other));
            summary.ifPresent(row -> absences(row, other));
        });
    }

    private List<Fact> of(FactKind kind) {
        return rows.of(
                kind, fact -> fact.schoolYear() == year && rows.school(fact).equals(school));
    }

    private static Optional<Fact> last(List<Fact> facts) {
        return facts.isEmpty() ? Optional.empty() : Optional.of(facts.get(facts.size() - 1));
    }

    /** Results at the end of the year for someone who by the class lists was not there any more. */
    private void left(Fact result) {
        List<Fact> list = of(FactKind.CLASS_LIST);
        boolean gone = !list.isEmpty() && list.stream().noneMatch(ClassListCheck::finishesYear);
        if (gone && list.stream().noneMatch(row -> Status.valueOf(row.value("status")) == Status.CHANGED_CLASS)) {
            rows.warn(
                    result,
                    "I188_RESULT_OF_ONE_WHO_LEFT",
                    "moetCode",
                    result.moetCode(),
                    rows.at(list.get(0), "status"));
        }
    }

    private void outcome(Fact result, Fact note) {
        String outcome = note.value("outcome");
        boolean up = isPromoted(result);
        boolean contradicts =
                up ? rules.outcome().isNotPromoted(outcome) : rules.outcome().isPromoted(outcome);
        if (contradicts) {
            String field = up ? "overall." + overall(result) : "notPromoted";
            rows.warn(note, "I182_OUTCOME_DIFFERS", "outcome", outcome, rows.at(result, field));
        }
    }

    private static String overall(Fact result) {
        return result.values().keySet().stream()
                .filter(field -> field.startsWith("overall."))
                .map(field -> field.substring("overall.".length()))
                .findFirst()
                .orElse("HT");
    }

    private static boolean isPromoted(Fact result) {
        AssessmentDraft draft = new AssessmentDraft();
        draft.result(result);
        return Boolean.TRUE.equals(
                draft.assessment(nienkhoa.model.AssessmentTime.END_2).promoted());
    }

    private void absences(Fact summary, Fact note) {
        for (String field : ABSENCES) {
            String one = summary.value(field);
            String other = note.value(field);
            if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
                rows.warn(note, "I186_ABSENCES_DIFFER", field, other, one, rows.at(summary, field));
            }
        }
    }
}
