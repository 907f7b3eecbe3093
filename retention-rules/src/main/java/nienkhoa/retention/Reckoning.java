package nienkhoa.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all applicable rules come to for one dossier.
 *
 * @param longest the longest term of any part
 * @param mayDispose whether every part has a confirmed rule for the whole of its own term
 * @param unruled the classes of the parts that no rule names
 * @param lastDays the last days that rules with a known length ask for
 */
record Reckoning(
        Term longest, boolean mayDispose, List<String> unruled, List<LocalDate> lastDays, List<Citation> citations) {

    static Reckoning of(Map<String, List<RetentionRule>> rulesByClass, List<RecordFacts> dossier, LocalDate asOf) {
        return dossier.stream()
                .map(facts -> ofPart(rulesByClass.getOrDefault(facts.recordClass(), List.of()), facts, asOf))
                .reduce(Reckoning::and)
                .orElseThrow();
    }

    private static Reckoning ofPart(List<RetentionRule> rules, RecordFacts facts, LocalDate asOf) {
        return rules.stream()
                .filter(rule -> rule.appliesTo(facts, asOf))
                .map(rule -> ofRule(rule, facts, rule.period().term(facts, asOf)))
                .reduce(Reckoning::or)
                .orElseGet(
                        () -> new Reckoning(Term.unruled(), false, List.of(facts.recordClass()), List.of(), List.of()));
    }

    private static Reckoning ofRule(RetentionRule rule, RecordFacts facts, Term term) {
        List<LocalDate> lastDay =
                term.reach() == Term.Reach.UNTIL ? term.day().stream().toList() : List.of();
        return new Reckoning(term, rule.mayDispose(), List.of(), lastDay, List.of(Citation.of(rule, facts, term)));
    }

    /** Another rule about the same part: the longer one counts, and of two that are equal the one that may dispose. */
    private Reckoning or(Reckoning other) {
        int order = longest.compareTo(other.longest);
        boolean disposes = (order >= 0 && mayDispose) || (order <= 0 && other.mayDispose);
        return joined(other, disposes);
    }

    /** Another part of the same dossier. */
    private Reckoning and(Reckoning other) {
        return joined(other, mayDispose && other.mayDispose);
    }

    private Reckoning joined(Reckoning other, boolean disposes) {
        return new Reckoning(
                longest.compareTo(other.longest) >= 0 ? longest : other.longest,
                disposes,
                join(unruled, other.unruled),
                join(lastDays, other.lastDays),
                join(citations, other.citations));
    }

    private static <T> List<T> join(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    Decision decision(LocalDate asOf) {
        return switch (longest.reach()) {
            case FOREVER -> new Decision.Permanent(citations);
            case UNRULED -> new Decision.UnruledKeep(unruled, citations);
            case UNCONFIRMED -> unconfirmed();
            case AWAITING -> new Decision.AwaitsTrigger(longest.awaited().orElseThrow(), citations);
            case UNTIL -> counted(longest.day().orElseThrow(), asOf);
            case RETURNED -> new Decision.ReturnToStudent(longest.day().orElseThrow(), citations);
        };
    }

    private Decision counted(LocalDate lastDay, LocalDate asOf) {
        if (!longest.isOverOn(asOf)) {
            return new Decision.KeepUntil(lastDay, citations);
        }
        return mayDispose ? new Decision.DueForReview(lastDay.plusDays(1), citations) : unconfirmed();
    }

    private Decision unconfirmed() {
        Optional<LocalDate> atLeast = lastDays.stream().max(LocalDate::compareTo);
        return new Decision.UnconfirmedKeep(atLeast, citations);
    }
}
