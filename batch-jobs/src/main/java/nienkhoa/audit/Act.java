package nienkhoa.audit;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One act: who did what to which record under which rule.
 *
 * @param actor id of a person, or {@link #SYSTEM}; never a name
 * @param action a speaking, stable code such as {@code HOLD_PLACED}
 * @param record id of a dossier or of a case; may be empty
 * @param rule id of the rule of retention; may be empty
 * @param details all that is needed to make the rows of the act again; nothing personal
 */
public record Act(String actor, String action, String record, String rule, SortedMap<String, String> details) {

    /** The actor of what nobody decided. */
    public static final String SYSTEM = "system";

    /** @throws IllegalArgumentException if nobody acted or nothing was done */
    public Act {
        if (actor.isBlank() || action.isBlank()) {
            throw new IllegalArgumentException("an act needs an actor and an action");
        }
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    public static Act of(String actor, String action, String record, String rule, Map<String, String> details) {
        return new Act(actor, action, record, rule, new TreeMap<>(details));
    }

    /**
     * A detail that every act of this action has.
     *
     * @throws IllegalStateException if it is missing
     */
    public String detail(String name) {
        String value = details.get(name);
        if (value == null) {
            throw new IllegalStateException("an act " + action + " without " + name);
        }
        return value;
    }
}
