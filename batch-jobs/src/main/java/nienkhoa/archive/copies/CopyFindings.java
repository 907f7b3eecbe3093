package nienkhoa.archive.copies;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Findings about copies; their sentences are in {@code messages/copies.properties}: {0} copy, {1} dossier, {2} file. */
public final class CopyFindings {

    private CopyFindings() {}

    /**
     * @param dossier empty if it is about none
     * @param file path inside the object; empty if it is about none
     */
    public static Finding of(String code, String target, String dossier, String file, String... more) {
        List<String> args = new ArrayList<>(List.of(target, dossier, file));
        args.addAll(List.of(more));
        return new Finding(code, Severity.REJECT, new Place(file, target, "", dossier), "", args);
    }

    /** Why a copy could not be worked on, or not to the end. */
    public static Finding unreachable(String target, java.io.IOException e) {
        if (e instanceof UnreachableCopy unreachable) {
            return of(unreachable.code(), target, "", "", unreachable.place());
        }
        String said = String.valueOf(e.getMessage());
        boolean full = said.contains("No space left on device") || said.contains("not enough space on the disk");
        return of(full ? "A414_COPY_FULL" : "A413_COPY_VANISHED", target, "", "");
    }
}
