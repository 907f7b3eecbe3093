package nienkhoa.custody;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.Staging;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.SourceFile;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.custody.PackageReading.Unfit;

/**
 * Puts dossiers of another home into this one, version by version and each as it was: the same manifest with the same
 * answers of retention. Killed at any moment, the same call goes on after the last version that is there.
 */
public final class Intaking {

    private final DossierStore store;
    private final Catalogue catalogue;
    private final Suppression suppression;

    public Intaking(DossierStore store, Catalogue catalogue, Suppression suppression) {
        this.store = store;
        this.catalogue = catalogue;
        this.suppression = suppression;
    }

    /** @throws Unfit if this home holds something else under the same id, or destroyed it */
    void check(HandOver.Line line) throws Unfit {
        head(line);
    }

    /**
     * Takes every version that is not here yet.
     *
     * @param message why there is a new version
     */
    void take(HandOver.Line line, List<StoredVersion> versions, String message) throws Unfit {
        Optional<StoredDossier> head = head(line);
        for (StoredVersion version : versions) {
            if (head.isEmpty() || version.number() > head.get().version()) {
                head = Optional.of(take(version, head, message));
                catalogue.enter(head.get());
            }
        }
    }

    private Optional<StoredDossier> head(HandOver.Line line) throws Unfit {
        String id = line.dossier();
        try {
            Optional<StoredDossier> head = store.head(id);
            boolean destroyed = head.filter(stored -> stored.manifest().kind() == DossierKind.TOMBSTONE)
                    .isPresent();
            if (destroyed || suppression.isDestroyed(id)) {
                throw new Unfit("C756_DESTROYED_HERE", id);
            }
            if (head.isPresent() && !isOneOf(line, head.get())) {
                throw new Unfit(
                        "C755_OTHER_CONTENT_HERE", Integer.toString(head.get().version()));
            }
            head.filter(stored -> !catalogue.knows(stored)).ifPresent(catalogue::enter);
            return head;
        } catch (DamagedDossierException e) {
            throw new Unfit("C757_DAMAGED_HERE", id);
        }
    }

    private static boolean isOneOf(HandOver.Line line, StoredDossier head) {
        return line.packages().stream()
                .anyMatch(one ->
                        one.version() == head.version() && one.manifestSha256().equals(TransferOffice.sha256(head)));
    }

    private StoredDossier take(StoredVersion version, Optional<StoredDossier> before, String message) throws Unfit {
        DossierManifest manifest = manifest(version);
        Set<FileLine> there = before.map(stored -> stored.manifest().allFiles().collect(Collectors.toSet()))
                .orElseGet(HashSet::new);
        try (Staging staging = store.stage(version.dossier())) {
            for (FileLine file : (Iterable<FileLine>) manifest.allFiles()::iterator) {
                Path source = Objects.requireNonNull(version.files().get(file.path()), file.path());
                if (!there.contains(file)
                        && !staging.add(new SourceFile(file.path(), source, file.sha256(), file.bytes()))) {
                    throw new Unfit("C751_PACKAGE_CHANGED", file.path());
                }
            }
            return staging.commit(manifest, message);
        }
    }

    private static DossierManifest manifest(StoredVersion version) throws Unfit {
        try {
            return version.manifest();
        } catch (java.io.IOException e) {
            throw new Unfit("C752_PACKAGE_UNREADABLE", DossierManifest.FILE);
        }
    }
}
