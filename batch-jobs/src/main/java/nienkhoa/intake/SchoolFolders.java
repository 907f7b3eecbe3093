package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/**
 * Which school a row is of: the one that the row itself names, else the one whose school sheet lies in the nearest folder
 * upwards of its file. A code of which neither a school sheet nor the register knows the school is none: its rows wait.
 */
final class SchoolFolders {

    private final Map<String, String> codeByFolder = new HashMap<>();
    private final Map<String, Optional<String>> ofFolder = new HashMap<>();
    private final Map<Integer, Optional<String>> ofFile = new HashMap<>();
    private final Set<String> known;
    private final TakenExport export;

    /**
     * @param schoolFacts facts about schools; a folder with two schools is a finding, and the first one counts
     * @param registered codes of the schools in the register
     */
    SchoolFolders(TakenExport export, List<Fact> schoolFacts, Set<String> registered, ExportFiles files) {
        this.export = export;
        this.known = new HashSet<>(registered);
        for (Fact fact : schoolFacts) {
            String code = fact.value("code");
            if (fact.kind() == FactKind.SCHOOL && !code.isEmpty()) {
                if (!fact.rejected()) {
                    known.add(code);
                }
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

    /** Code of the school of a file; empty if no folder upwards holds a sheet of a school that is known. */
    Optional<String> schoolOf(String path) {
        return codeOf(path).filter(known::contains);
    }

    private Optional<String> codeOf(String path) {
        return ofFolder.computeIfAbsent(folder(path), this::schoolOfFolder);
    }

    private Optional<String> schoolOfFolder(String lowest) {
        String folder = lowest;
        while (!codeByFolder.containsKey(folder) && !folder.isEmpty()) {
            folder = folder(folder);
        }
        return Optional.ofNullable(codeByFolder.get(folder));
    }

    private Optional<String> knownSchool(String code) {
        return Optional.of(code).filter(known::contains);
    }

    /** What the row says itself counts before its folder. */
    Optional<String> schoolOf(Fact fact) {
        String own = fact.value("schoolCode");
        if (!own.isEmpty()) {
            return knownSchool(own);
        }
        Optional<String> ofPath = fact.value(CorrectionRows.PATH).isEmpty()
                ? ofFile.computeIfAbsent(fact.file(), file -> schoolOf(path(fact)))
                : schoolOf(path(fact));
        return ofPath.or(() -> knownSchool(fact.value(CorrectionRows.SCHOOL)));
    }

    /** All schools of whose students a file may speak. */
    Set<String> schoolsOf(int file, ExportFiles files) {
        Set<String> schools = new TreeSet<>(files.namedSchools(file).keySet());
        schools.retainAll(known);
        schoolOf(files.path(file)).ifPresent(schools::add);
        return schools;
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
                Place place = Place.ofFile(files.path(file));
                findings.add(codeOf(files.path(file))
                        .map(code -> unknown(place, code))
                        .orElseGet(() -> new Finding("I012_NO_SCHOOL_SHEET", Severity.REJECT, place, "", List.of())));
            }
        }
    }

    private static Finding unknown(Place place, String code) {
        return new Finding("I051_UNKNOWN_SCHOOL", Severity.REJECT, place, code, List.of(code));
    }

    /** Names every school that rows name and nobody knows, once a file; returns the files with such rows. */
    Set<Integer> nameUnknown(ExportFiles files, FindingCollector findings) {
        Set<Integer> unknown = new TreeSet<>();
        for (int file : files.filesNamingSchools()) {
            files.namedSchools(file).forEach((code, place) -> {
                if (!known.contains(code)) {
                    unknown.add(file);
                    findings.add(unknown(place, code));
                }
            });
        }
        return unknown;
    }
}
