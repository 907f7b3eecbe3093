package nienkhoa.retention;

/**
 * One rule that took part in a decision, in a form that is written into the archive as it is.
 *
 * @param rule the rule's id
 * @param item the line or article as printed; may be empty
 * @param instrument number of the circular
 * @param mark as written in the data, for example {@code R-M}
 * @param period for example {@code PERMANENT} or {@code 5 YEARS}; empty if unconfirmed
 * @param keptUntil what this rule alone would say: {@code 2029-12-31}, {@code permanent}, {@code unconfirmed},
 *     {@code not-started} or {@code return-to-student}
 * @param candidate what is recalled about an unconfirmed rule; may be empty
 */
public record Citation(
        String rule,
        String item,
        String instrument,
        String recordClass,
        String medium,
        Status status,
        String mark,
        String period,
        String keptUntil,
        String candidate) {

    static Citation of(RetentionRule rule, RecordFacts facts, Term term) {
        RetentionRule.Evidence evidence = rule.evidence();
        return new Citation(
                rule.id(),
                rule.item(),
                rule.instrument(),
                rule.recordClass(),
                facts.medium().name(),
                evidence.status(),
                evidence.mark().written(),
                rule.period().written(),
                term.keptUntil(),
                evidence.candidate());
    }
}
