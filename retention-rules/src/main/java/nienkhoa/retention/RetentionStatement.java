package nienkhoa.retention;

import java.util.List;

/**
 * A decision as {@code dossier.json} keeps it: text, lists and nothing else.
 *
 * @param decision {@code PERMANENT}, {@code KEEP_UNTIL}, {@code UNCONFIRMED_KEEP} …
 * @param keptUntil {@code 2029-12-31}, {@code permanent}, {@code unconfirmed}, {@code unruled}, {@code not-started} or
 *     {@code return-to-student}
 * @param asOf the day on which the rules were asked
 * @param holds the cases that stop disposal; empty if none
 * @param rules every rule that took part
 */
public record RetentionStatement(
        String decision, String keptUntil, String asOf, List<String> holds, List<Citation> rules) {

    public RetentionStatement {
        holds = List.copyOf(holds);
        rules = List.copyOf(rules);
    }
}
