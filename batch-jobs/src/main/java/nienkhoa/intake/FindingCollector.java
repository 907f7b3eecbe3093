package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;

/**
 * Gathers findings from all threads. Beyond a limit they are only counted, so that an export that is wrong in every cell
 * cannot fill the memory.
 */
final class FindingCollector {

    /** More than anyone will mend by hand; about 40 MB. */
    static final int KEPT = 100_000;

    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding f) -> f.place().file())
            .thenComparing(f -> f.place().sheet())
            .thenComparingInt(f -> CellAddress.row(f.place().cell()))
            .thenComparing(f -> f.place().cell())
            .thenComparing(Finding::code)
            .thenComparing(f -> f.place().subject())
            .thenComparing(Finding::value);

    private final int limit;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Long> byCode = new TreeMap<>();
    private Set<String> muted = Set.of();
    private long total;

    FindingCollector(int limit) {
        this.limit = limit;
    }

    /** Passes over what is found about some files, because it was told when they were taken in. */
    synchronized void mute(Set<String> files) {
        muted = Set.copyOf(files);
    }

    synchronized void add(Finding finding) {
        if (muted.contains(finding.place().file())) {
            return;
        }
        total++;
        byCode.merge(finding.code(), 1L, Long::sum);
        if (kept.size() < limit) {
            kept.add(finding);
        }
    }

    /** Speaks of students by other ids. */
    synchronized void rename(Map<String, String> ids) {
        if (!ids.isEmpty()) {
            kept.replaceAll(finding -> ids.containsKey(finding.place().subject()) ? renamed(finding, ids) : finding);
        }
    }

    private static Finding renamed(Finding finding, Map<String, String> ids) {
        Finding.Place place = finding.place();
        String subject = ids.getOrDefault(place.subject(), place.subject());
        return new Finding(
                finding.code(),
                finding.severity(),
                new Finding.Place(place.file(), place.sheet(), place.cell(), subject),
                finding.value(),
                finding.args());
    }

    synchronized long total() {
        return total;
    }

    synchronized Map<String, Long> byCode() {
        return new TreeMap<>(byCode);
    }

    /** What was kept, by file, sheet and cell; the last one says how many more there were. */
    synchronized List<Finding> all() {
        List<Finding> all = new ArrayList<>(kept);
        all.sort(ORDER);
        if (total > kept.size()) {
            all.add(new Finding(
                    "I099_MORE_FINDINGS",
                    Severity.WARN,
                    Finding.Place.ofFile(""),
                    "",
                    List.of(String.valueOf(total - kept.size()))));
        }
        return List.copyOf(all);
    }
}
