package nienkhoa.archive.ocfl;

import io.ocfl.api.exception.CorruptObjectException;
import io.ocfl.api.exception.ObjectOutOfSyncException;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.storage.OcflStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.Staging;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.SourceFile;
import nienkhoa.data.CanonicalJson;

/** A version in the making: its folder is laid out in the work folder and moved into the object by renaming. */
final class OcflStaging implements Staging {

    private static final String USER = "Niên Khóa";
    private static final String USER_ADDRESS = "urn:nienkhoa:archive";

    /** Bounds what is kept in memory of an export of many files. */
    private static final int FORCED_TOGETHER = 256;

    /** Three of the layout and the storage root. */
    private static final int FOLDERS_ABOVE_OBJECT = 4;

    private final String id;
    private final NextVersion next;
    private final Path folder;
    private final Path objectRoot;
    private final OcflStorage storage;
    private final Forcer forcer;
    private final Clock clock;
    private final CopyingDigest copying = new CopyingDigest();
    private final Set<Path> unforced = new LinkedHashSet<>();

    OcflStaging(
            String id,
            NextVersion next,
            Path folder,
            Path objectRoot,
            OcflStorage storage,
            Forcer forcer,
            Clock clock) {
        this.id = id;
        this.next = next;
        this.folder = Disk.createFolder(folder);
        this.objectRoot = objectRoot;
        this.storage = storage;
        this.forcer = forcer;
        this.clock = clock;
    }

    @Override
    public boolean add(SourceFile file) {
        Path copy = folder.resolve(next.place(file.path()));
        try {
            CopyingDigest.Digests digests = copying.copy(file.source(), copy);
            take(file.path(), digests, copy);
            return digests.sha256().equals(file.sha256());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String path, CopyingDigest.Digests digests, Path copy) throws IOException {
        if (!next.add(path, digests.sha512())) {
            Files.delete(copy);
            return;
        }
        unforced.add(copy);
        if (unforced.size() >= FORCED_TOGETHER) {
            forceCopies();
        }
    }

    /** Copies, and the folders of the version that name them. */
    private void forceCopies() {
        Set<Path> folders = new HashSet<>();
        for (Path copy : unforced) {
            for (Path above = copy.resolveSibling(""); above.startsWith(folder); above = above.resolveSibling("")) {
                folders.add(above);
            }
        }
        unforced.addAll(folders);
        forcer.force(unforced);
        unforced.clear();
    }

    @Override
    public StoredDossier commit(DossierManifest manifest, String message) {
        try {
            Path copy = folder.resolve(next.place(DossierManifest.FILE));
            take(DossierManifest.FILE, copying.copy(CanonicalJson.bytes(manifest), copy), copy);
            next.writeTo(folder, versionInfo(message));
            unforced.add(folder.resolve(NextVersion.INVENTORY));
            unforced.add(folder.resolve(NextVersion.SIDECAR));
            forceCopies();
            storage.storeNewVersion(next.inventory(), folder, false);
            forceRoot();
            return new StoredDossier(next.number(), manifest);
        } catch (CorruptObjectException | ObjectOutOfSyncException e) {
            throw new DamagedDossierException(id, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VersionInfo versionInfo(String message) {
        OffsetDateTime now =
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return new VersionInfo().setMessage(message).setUser(USER, USER_ADDRESS).setCreated(now);
    }

    /** The library leaves what it copies to the root in the system's memory; a power cut must not take it. */
    private void forceRoot() {
        List<Path> places = new ArrayList<>(List.of(
                objectRoot, objectRoot.resolve(NextVersion.INVENTORY), objectRoot.resolve(NextVersion.SIDECAR)));
        Path above = objectRoot;
        for (int i = 0; i < FOLDERS_ABOVE_OBJECT && next.number() == 1; i++) {
            above = above.resolve("..").normalize();
            places.add(above);
        }
        forcer.force(places);
    }

    @Override
    public void close() {
        Disk.removeScratch(folder);
    }
}
