package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/**
 * Which school a row is of: the one that the row itself names, else the one whose school sheet lies in the nearest folder
 * upwards of its file.
 */
final class SchoolFolders {

    private final Map<String, String> codeByFolder = new HashMap<>();
    private final Map<String, Optional<String>> ofFolder = new HashMap<>();
    private final TakenExport export;

    /** @param schoolFacts facts about schools; a folder with two schools is a finding, and the first one counts */
    SchoolFolders(TakenExport export, List<Fact> schoolFacts, ExportFiles files) {
        this.export = export;
        for (Fact fact : schoolFacts) {
            String code = fact.value("code");
            if (fact.kind() == FactKind.SCHOOL && !code.isEmpty()) {
                String first = codeByFolder.putIfAbsent(folder(path(fact)), code);
                if (first != null && !first.equals(code)) {
                    files.warn(fact, "I024_TWO_SCHOOLS_IN_FOLDER", "code", code, first);
                }
            }
        }
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Code of the school of a file; empty if no folder upwards holds a school sheet. */
    Optional<String> schoolOf(String path) {
        return ofFolder.computeIfAbsent(folder(path), this::schoolOfFolder);
    }

    private Optional<String> schoolOfFolder(String lowest) {
        String folder = lowest;
        while (!codeByFolder.containsKey(folder) && !folder.isEmpty()) {
            folder = folder(folder);
        }
        return Optional.ofNullable(codeByFolder.get(folder));
    }

    /** What the row says itself counts before its folder. */
    Optional<String> schoolOf(Fact fact) {
        return named(fact.value("schoolCode"))
                .or(() -> schoolOf(path(fact)))
                .or(() -> named(fact.value(CorrectionRows.SCHOOL)));
    }

    private static Optional<String> named(String code) {
        return Optional.of(code).filter(school -> !school.isEmpty());
    }

    /** Facts in the order in which their rows stood before some were corrected. */
    List<Fact> inFirstOrder(List<Fact> facts) {
        return facts.stream().noneMatch(fact -> fact.values().containsKey(CorrectionRows.PATH))
                ? facts
                : facts.stream()
                        .sorted(Comparator.comparing(this::path).thenComparingInt(SchoolFolders::row))
                        .toList();
    }

    private static int row(Fact fact) {
        String origin = fact.value(CorrectionRows.ROW);
        return origin.isEmpty() ? fact.row() : Integer.parseInt(origin);
    }

    /** A corrected row belongs where it came from. */
    private String path(Fact fact) {
        String origin = fact.value(CorrectionRows.PATH);
        return origin.isEmpty() ? export.files().get(fact.file()).path() : origin;
    }

    /**
     * Names every file whose rows belong to no school, once.
     *
     * @param filesWithRows files with rows that do not name a school themselves
     */
    void nameOrphans(Set<Integer> filesWithRows, ExportFiles files, FindingCollector findings) {
        Set<Integer> named = new HashSet<>();
        for (int file : new ArrayList<>(filesWithRows)) {
            if (schoolOf(files.path(file)).isEmpty() && named.add(file)) {
                findings.add(new Finding(
                        "I012_NO_SCHOOL_SHEET", Severity.REJECT, Place.ofFile(files.path(file)), "", List.of()));
            }
        }
    }
}
