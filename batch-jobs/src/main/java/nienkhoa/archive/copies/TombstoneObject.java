package nienkhoa.archive.copies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierManifest;
import nienkhoa.data.CanonicalJson;
import tools.jackson.core.JacksonException;

/** Tells the tombstone of a dossier from the dossier, on any medium. */
final class TombstoneObject {

    private TombstoneObject() {}

    /** A tombstone has one version, and its manifest says so, wherever in the object it lies. */
    static boolean isOne(ExpectedObject object, CopyMedium medium) throws IOException {
        if (object.version() != 1) {
            return false;
        }
        Optional<ObjectInventory> inventory =
                ObjectInventory.read(FoundObject.bytes(medium, object.place(), ExpectedObject.INVENTORY));
        if (inventory.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, String> file : inventory.get().paths(1).entrySet()) {
            if (isManifest(file.getKey())
                    && saysSo(FoundObject.bytes(medium, object.place(), file.getValue()), object)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isManifest(String path) {
        return path.equals(DossierManifest.FILE) || path.endsWith("/" + DossierManifest.FILE);
    }

    private static boolean saysSo(byte[] json, ExpectedObject object) {
        try {
            DossierManifest manifest =
                    CanonicalJson.read(new String(json, StandardCharsets.UTF_8), DossierManifest.class);
            return manifest.kind() == DossierKind.TOMBSTONE && manifest.id().equals(object.dossierId());
        } catch (JacksonException e) {
            return false;
        }
    }
}
