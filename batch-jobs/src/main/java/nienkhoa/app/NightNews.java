package nienkhoa.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nienkhoa.schedule.Outcome;
import nienkhoa.schedule.RunResult;

/**
 * What of a run is new, beside the last night in which the job did its work.
 *
 * @param outcome as the run's; DONE if all it found had been told
 * @param lines of the job's own words, without the findings that had been told
 * @param findings how often each code was found, without those
 * @param unchanged how many findings of each code had been told and are the same
 */
record NightNews(
        Outcome outcome, List<String> lines, SortedMap<String, Long> findings, SortedMap<String, Long> unchanged) {

    /** @param toldOnce codes of findings that are told once; every other is news in each night */
    static NightNews of(RunResult result, Optional<RunResult> before, List<String> toldOnce) {
        Set<String> told = before.stream()
                .flatMap(earlier -> earlier.said().lines())
                .map(String::strip)
                .filter(line -> toldOnce.contains(code(line)))
                .collect(Collectors.toSet());
        SortedMap<String, Long> unchanged = result.said()
                .lines()
                .map(String::strip)
                .filter(told::contains)
                .collect(Collectors.groupingBy(NightNews::code, TreeMap::new, Collectors.counting()));
        SortedMap<String, Long> findings = new TreeMap<>(result.findings());
        unchanged.forEach((code, count) -> findings.merge(code, -count, Long::sum));
        findings.values().removeIf(count -> count <= 0);
        boolean nothingNew = result.outcome() == Outcome.FINDINGS && !unchanged.isEmpty() && findings.isEmpty();
        return new NightNews(
                nothingNew ? Outcome.DONE : result.outcome(),
                result.said()
                        .lines()
                        .filter(line -> !told.contains(line.strip()))
                        .toList(),
                findings,
                unchanged);
    }

    /** Lines of findings begin with their code. */
    private static String code(String line) {
        return line.split("[: ]", 2)[0];
    }
}
