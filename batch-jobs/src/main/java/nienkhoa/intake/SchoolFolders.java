package nienkhoa.intake;

import java.util.ArrayList;
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
    private final TakenExport export;

    /** @param schoolFacts facts about schools; a folder with two schools is a finding, and the first one counts */
    SchoolFolders(TakenExport export, List<Fact> schoolFacts, ExportFiles files) {
        this.export = export;
        for (Fact fact : schoolFacts) {
            String code = fact.value("code");
            if (fact.kind() == FactKind.SCHOOL && !code.isEmpty()) {
                String first = codeByFolder.putIfAbsent(folder(files.path(fact.file())), code);
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
        String folder = path;
        do {
            folder = folder(folder);
            String code = codeByFolder.get(folder);
            if (code != null) {
                return Optional.of(code);
            }
        } while (!folder.isEmpty());
        return Optional.empty();
    }

    Optional<String> schoolOf(Fact fact) {
        String own = fact.value("schoolCode");
        return own.isEmpty() ? schoolOf(export.files().get(fact.file()).path()) : Optional.of(own);
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
