package nienkhoa.archive.ocfl;

import io.ocfl.api.exception.CorruptObjectException;
import io.ocfl.api.exception.ObjectOutOfSyncException;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.storage.OcflStorage;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Optional;
import java.util.Set;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.Staging;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.SourceFile;
import nienkhoa.archive.tt05.ArchivePackage;
import nienkhoa.archive.tt05.History;
import nienkhoa.archive.tt05.PackageSink;
import nienkhoa.archive.tt05.PackageType;
import tools.jackson.core.JacksonException;

/** A version in the making: its folder is laid out in the work folder and moved into the object by renaming. */
final class OcflStaging implements Staging, PackageSink {

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
            addPackage(manifest);
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

    private void addPackage(DossierManifest manifest) throws IOException {
        Optional<History> before = Optional.empty();
        if (next.number() > 1) {
            try (InputStream history = open(PackagePath.HISTORY)) {
                before = Optional.of(ArchivePackage.history(history));
            } catch (NoSuchFileException | JacksonException e) {
                throw new DamagedDossierException(id, e);
            }
        }
        ArchivePackage version = new ArchivePackage(manifest, next.number(), PackageType.AIP);
        version.write(this, version.history(before, this));
    }

    @Override
    public FileLine add(String path, Content content) throws IOException {
        Path copy = folder.resolve(next.place(path));
        CopyingDigest.Digests digests = copying.write(content, copy);
        take(path, digests, copy);
        return new FileLine(path, digests.bytes(), digests.sha256());
    }

    @Override
    public InputStream open(String path) throws IOException {
        Optional<Path> own = next.ownContent(path).map(folder::resolve);
        Path file = own.or(() -> next.content(path).map(objectRoot::resolve))
                .orElseThrow(() -> new NoSuchFileException(path));
        return Files.newInputStream(file);
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
