package nienkhoa.archive.ocfl;

import io.ocfl.api.OcflObjectUpdater;
import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.exception.CorruptObjectException;
import io.ocfl.api.exception.ObjectOutOfSyncException;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.Staging;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.SourceFile;
import nienkhoa.data.CanonicalJson;

/** A version in the making: copies are made and digested once, then moved into the object by renaming. */
final class OcflStaging implements Staging {

    private static final String USER = "Niên Khóa";
    /** Three of the layout and the storage root. */
    private static final int FOLDERS_ABOVE_OBJECT = 4;

    private static final String USER_ADDRESS = "urn:nienkhoa:archive";

    private final String id;
    private final Path folder;
    private final Path objectRoot;
    private final OcflRepository repository;
    private final Clock clock;
    private final List<Staged> staged = new ArrayList<>();

    OcflStaging(String id, Path folder, Path objectRoot, OcflRepository repository, Clock clock) {
        this.id = id;
        this.folder = Disk.createFolder(folder);
        this.objectRoot = objectRoot;
        this.repository = repository;
        this.clock = clock;
    }

    private record Staged(String path, Path copy, String sha512) {}

    @Override
    public boolean add(SourceFile file) {
        Path copy = nextCopy();
        try {
            CopyingDigest.Digests digests = CopyingDigest.copy(file.source(), copy);
            staged.add(new Staged(file.path(), copy, digests.sha512()));
            return digests.sha256().equals(file.sha256());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public StoredDossier commit(DossierManifest manifest, String message) {
        stageManifest(manifest);
        try {
            ObjectVersionId version =
                    repository.updateObject(ObjectVersionId.head(ObjectIds.of(id)), versionInfo(message), this::addAll);
            int number = (int) version.getVersionNum().getVersionNum();
            forceInventories(number);
            return new StoredDossier(number, manifest);
        } catch (CorruptObjectException | ObjectOutOfSyncException e) {
            throw new DamagedDossierException(id, e);
        }
    }

    private void stageManifest(DossierManifest manifest) {
        Path copy = nextCopy();
        try {
            CopyingDigest.Digests digests =
                    CopyingDigest.copy(new ByteArrayInputStream(CanonicalJson.bytes(manifest)), copy);
            staged.add(new Staged(DossierManifest.FILE, copy, digests.sha512()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addAll(OcflObjectUpdater updater) {
        for (Staged file : staged) {
            updater.unsafeAddPath(
                    file.sha512(), file.copy(), file.path(), OcflOption.MOVE_SOURCE, OcflOption.OVERWRITE);
        }
    }

    private VersionInfo versionInfo(String message) {
        OffsetDateTime now =
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return new VersionInfo().setMessage(message).setUser(USER, USER_ADDRESS).setCreated(now);
    }

    /** The library leaves inventories and names to the system's memory; a power cut must not take them. */
    private void forceInventories(int version) {
        for (Path place : List.of(objectRoot.resolve("v" + version), objectRoot)) {
            Disk.force(place.resolve("inventory.json"));
            Disk.force(place.resolve("inventory.json.sha512"));
            Disk.forceFolder(place);
        }
        if (version == 1) {
            forceFoldersAbove();
        }
    }

    private void forceFoldersAbove() {
        Path above = objectRoot;
        for (int i = 0; i < FOLDERS_ABOVE_OBJECT; i++) {
            above = above.resolve("..").normalize();
            Disk.forceFolder(above);
        }
    }

    private Path nextCopy() {
        return folder.resolve(Integer.toString(staged.size()));
    }

    @Override
    public void close() {
        Disk.removeScratch(folder);
    }
}
