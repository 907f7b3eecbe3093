package nienkhoa.archive.copies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nienkhoa.archive.DestroyedActs;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditFiles;
import tools.jackson.core.JacksonException;

/**
 * The chain of acts as one medium holds it, read for one thing: which dossiers were destroyed. A copy that is newer than
 * the one that is restored from knows of destructions that nobody else may remember.
 */
public final class CopiedActs {

    private static final int FIRST_YEAR = 2024;

    private CopiedActs() {}

    /**
     * Ids of dossiers that were destroyed, or are being destroyed.
     *
     * @param thisYear the year of the clock; entries of the next may exist where a clock was wrong
     * @throws IOException if the medium is out of reach or what it holds of the chain cannot be read
     */
    public static Set<String> destroyed(CopyMedium medium, int thisYear) throws IOException {
        Set<String> destroyed = new HashSet<>();
        for (int year = FIRST_YEAR; year <= thisYear + 1; year++) {
            String place = ObjectPlace.ofDossier(AuditFiles.OBJECTS + year);
            if (!medium.files(place).isEmpty()) {
                read(medium, place, destroyed);
            }
        }
        return destroyed;
    }

    private static void read(CopyMedium medium, String place, Set<String> destroyed) throws IOException {
        ObjectInventory inventory = ObjectInventory.read(FoundObject.bytes(medium, place, ExpectedObject.INVENTORY))
                .orElseThrow(() -> new IOException("no readable inventory of " + place));
        Map<String, String> files = new TreeMap<>(inventory.paths(inventory.newest()));
        for (String file : files.values()) {
            String lines = new String(FoundObject.bytes(medium, place, file), StandardCharsets.UTF_8);
            entries(lines).stream()
                    .filter(DestroyedActs::destroys)
                    .forEach(entry -> destroyed.add(entry.act().record()));
        }
    }

    private static List<AuditEntry> entries(String lines) throws IOException {
        try {
            return AuditFiles.entries(lines);
        } catch (JacksonException e) {
            throw new IOException("not a chain of acts", e);
        }
    }
}
