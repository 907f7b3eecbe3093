package nienkhoa.archive.ocfl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nienkhoa.archive.copies.ObjectPlace;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.archive.verify.StoredObject;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditFiles;
import tools.jackson.core.JacksonException;

/** Versions of dossiers as they lie in an OCFL storage root; nothing is written, so it may be a read-only copy. */
public final class OcflVersions {

    private final Path root;

    public OcflVersions(Path root) {
        this.root = root;
    }

    /** Every version of a dossier, from the first; none if the archive has no such dossier that can be read. */
    public List<StoredVersion> of(String dossier) {
        return new OcflObject(root, root.resolve(ObjectPlace.ofDossier(dossier))).versions();
    }

    /** Every act of the chain, in their order; what of it cannot be read is left to verification. */
    public List<AuditEntry> acts(Clock clock) {
        List<AuditEntry> acts = new ArrayList<>();
        AuditFiles.years(clock).forEach(year -> {
            List<StoredVersion> versions = of(AuditFiles.OBJECTS + year);
            if (!versions.isEmpty()) {
                versions.get(versions.size() - 1).files().values().forEach(file -> acts.addAll(entries(file)));
            }
        });
        acts.sort(Comparator.comparing(AuditEntry::number));
        return acts;
    }

    private static List<AuditEntry> entries(Path file) {
        try {
            return AuditFiles.entries(Files.readString(file));
        } catch (IOException | JacksonException e) {
            return List.of();
        }
    }

    /** The newest version of every dossier, in the order of their ids; what cannot be read is left to verification. */
    public List<StoredVersion> newest() {
        List<StoredVersion> newest = new ArrayList<>();
        for (StoredObject object : new OcflArchiveFolder(root).read().objects()) {
            List<StoredVersion> versions = ((OcflObject) object).versions();
            if (!versions.isEmpty() && !versions.get(0).dossier().startsWith(AuditFiles.OBJECTS)) {
                newest.add(versions.get(versions.size() - 1));
            }
        }
        newest.sort(Comparator.comparing(StoredVersion::dossier));
        return newest;
    }
}
