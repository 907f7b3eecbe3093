package nienkhoa.archive.verify;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Findings of verification; their sentences are in {@code messages/archive.properties}. */
public final class Faults {

    private Faults() {}

    /**
     * @param dossier id of the dossier, or a place in the archive if there is none
     * @param file path inside the dossier; empty if the finding is about no single file
     * @param more what the sentence is filled with after dossier {0} and file {1}
     */
    public static Finding fault(String code, String dossier, String file, String... more) {
        return finding(code, Severity.REJECT, dossier, file, more);
    }

    /** The same for what is only to be looked at. */
    public static Finding warning(String code, String dossier, String file, String... more) {
        return finding(code, Severity.WARN, dossier, file, more);
    }

    private static Finding finding(String code, Severity severity, String dossier, String file, String... more) {
        List<String> args = new ArrayList<>(List.of(dossier, file));
        args.addAll(List.of(more));
        return new Finding(code, severity, new Place(file, "", "", dossier), "", args);
    }
}
