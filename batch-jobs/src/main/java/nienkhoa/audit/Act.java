package nienkhoa.audit;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One act: who did what to which record under which rule.
 *
 * @param actor id of a person, or {@code system}
 * @param action a speaking code like {@code DISPOSAL_DECIDED}
 * @param record id of a dossier or of a case; may be empty
 * @param rule id of a rule; may be empty
 */
public record Act(String actor, String action, String record, String rule, SortedMap<String, String> details) {

    public Act {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }
}
