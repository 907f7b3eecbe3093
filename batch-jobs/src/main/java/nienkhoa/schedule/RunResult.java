package nienkhoa.schedule;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param counts numbers of the job's result, by their names there
 * @param findings how often each code was found
 * @param said what the job said to people; ids only
 */
public record RunResult(
        Outcome outcome, SortedMap<String, Long> counts, SortedMap<String, Long> findings, String said) {

    public RunResult {
        counts = new TreeMap<>(counts);
        findings = new TreeMap<>(findings);
    }

    public static RunResult of(Outcome outcome) {
        return new RunResult(outcome, new TreeMap<>(), new TreeMap<>(), "");
    }
}
