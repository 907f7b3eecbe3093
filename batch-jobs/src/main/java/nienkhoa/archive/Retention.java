package nienkhoa.archive;

import java.util.List;

/**
 * What the rules of retention say about one medium of a dossier. Whatever the decision, nothing is destroyed by it.
 *
 * @param medium {@code PAPER}, {@code SIGNED_FILE} or {@code DATA}
 * @param decision {@code PERMANENT}, {@code KEEP_UNTIL}, {@code UNCONFIRMED_KEEP} …
 * @param keptUntil a day, {@code 2029-12-31}, or one word: {@code permanent}, {@code unconfirmed}, {@code unruled},
 *     {@code not-started}, {@code return-to-student}
 * @param periodCode how a package names the period, {@code 01} to {@code 07} (Thông tư 05/2025/TT-BNV, field maintenance)
 * @param period the same in words, for example {@code 5 năm}
 * @param rules every rule that took part; empty if none names the record class
 */
public record Retention(
        String medium, String decision, String keptUntil, String periodCode, String period, List<Basis> rules) {

    public Retention {
        rules = List.copyOf(rules);
    }

    /** Whether a confirmed rule says how long; else {@link #period} is only the code's word for all other cases. */
    public boolean isConfirmed() {
        return !keptUntil.equals("unconfirmed") && !keptUntil.equals("unruled");
    }

    /**
     * A rule that took part.
     *
     * @param item line of the instrument's annex, or article; empty if unknown
     * @param status {@code CONFIRMED}, {@code CONFIRMED_OLD} or {@code UNCONFIRMED}
     * @param mark how the rule is known
     * @param period as the rule writes it; empty if unconfirmed
     * @param keptUntil what this rule alone would say
     * @param candidate what is recalled about an unconfirmed rule; may be empty
     */
    public record Basis(
            String rule,
            String item,
            String instrument,
            String recordClass,
            String status,
            String mark,
            String period,
            String keptUntil,
            String candidate) {}
}
