package nienkhoa.archive.ocfl;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.exception.CorruptObjectException;
import io.ocfl.api.exception.FixityCheckException;
import io.ocfl.api.exception.NotFoundException;
import io.ocfl.api.exception.OcflNoSuchFileException;
import io.ocfl.api.io.FixityCheckInputStream;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.OcflObjectVersion;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.cache.NoOpCache;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import io.ocfl.core.model.Inventory;
import io.ocfl.core.storage.OcflStorage;
import io.ocfl.core.storage.OcflStorageBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierStore;
import nienkhoa.data.CanonicalJson;
import tools.jackson.core.JacksonException;

/**
 * Dossiers as objects of an OCFL 1.1 storage root: a dossier is an object, a change a version.
 *
 * <p>Objects lie under the SHA-256 of their ids in three levels of folders, so that any id is a safe path on any system;
 * characters that some systems forbid in file names are percent-encoded in content paths.
 *
 * <p>One process at a time may have a store open.
 */
public final class OcflDossierStore implements DossierStore, AutoCloseable {

    private final Path root;
    private final Path incoming;
    private final OcflStorage storage;
    private final OcflRepository repository;
    private final ObjectMender mender;
    private final Forcer forcer = new Forcer();
    private final Clock clock;
    private final AtomicLong stagings = new AtomicLong();

    private OcflDossierStore(Path root, Path work, OcflStorage storage, OcflRepository repository, Clock clock) {
        this.root = root;
        this.incoming = work.resolve("incoming");
        this.storage = storage;
        this.repository = repository;
        this.mender = new ObjectMender(work);
        this.clock = clock;
    }

    /**
     * Opens the store and creates it if it is not there. What a killed run left in the work folder is removed.
     *
     * @param work a folder of the store's own, on the same file system as {@code root}
     * @param clock gives the time of versions
     */
    public static OcflDossierStore open(Path root, Path work, Clock clock) {
        Disk.removeScratch(work.resolve("incoming"));
        Disk.removeScratch(work.resolve("staging"));
        Disk.createFolder(root);
        OcflStorage storage = OcflStorageBuilder.builder().fileSystem(root).build();
        OcflRepository repository = new OcflRepositoryBuilder()
                .storage(storage)
                .ignoreUnsupportedExtensions(ObjectIds.OUR_EXTENSIONS)
                .workDir(Disk.createFolder(work.resolve("staging")))
                .defaultLayoutConfig(new HashedNTupleLayoutConfig())
                .inventoryCache(new NoOpCache<>())
                .build();
        return new OcflDossierStore(root, work, storage, repository, clock);
    }

    @Override
    public Optional<StoredDossier> head(String id) {
        mender.mend(objectRoot(id));
        try {
            OcflObjectVersion head = repository.getObject(ObjectVersionId.head(ObjectIds.of(id)));
            return Optional.of(new StoredDossier((int) head.getVersionNum().getVersionNum(), manifest(id, head)));
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (CorruptObjectException
                | FixityCheckException
                | OcflNoSuchFileException
                | IOException
                | JacksonException e) {
            throw new DamagedDossierException(id, e);
        }
    }

    static DossierManifest manifest(String id, OcflObjectVersion head) throws IOException {
        if (!head.containsFile(DossierManifest.FILE)) {
            throw new IOException("no " + DossierManifest.FILE + " in " + id);
        }
        try (FixityCheckInputStream in = head.getFile(DossierManifest.FILE).getStream()) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            in.checkFixity();
            return CanonicalJson.read(json, DossierManifest.class);
        }
    }

    @Override
    public Optional<byte[]> content(String id, String sha256) {
        Optional<String> path = head(id).stream()
                .flatMap(stored -> stored.manifest().allFiles())
                .filter(file -> file.sha256().equals(sha256))
                .map(DossierManifest.FileLine::path)
                .findFirst();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        OcflObjectVersion head = repository.getObject(ObjectVersionId.head(ObjectIds.of(id)));
        try (FixityCheckInputStream in = head.getFile(path.get()).getStream()) {
            byte[] bytes = in.readAllBytes();
            in.checkFixity();
            return Optional.of(bytes);
        } catch (FixityCheckException | OcflNoSuchFileException | IOException e) {
            throw new DamagedDossierException(id, e);
        }
    }

    @Override
    public List<DamagedDossierException> readAll(Consumer<List<StoredDossier>> reader) {
        return new StoredVersions(root, repository, mender).readAll(reader);
    }

    @Override
    public Staging stage(String id) {
        Path folder = incoming.resolve(Long.toString(stagings.incrementAndGet()));
        return new OcflStaging(id, nextVersion(id), folder, objectRoot(id), storage, forcer, clock);
    }

    private NextVersion nextVersion(String id) {
        String objectId = ObjectIds.of(id);
        try {
            Inventory head = storage.loadInventory(objectId);
            return new NextVersion(
                    head == null
                            ? Inventory.stubInventory(objectId, repository.config(), storage.objectRootPath(objectId))
                            : head);
        } catch (CorruptObjectException e) {
            throw new DamagedDossierException(id, e);
        }
    }

    /** Where the object of a dossier lies, whether it exists or not. */
    Path objectRoot(String id) {
        return root.resolve(storage.objectRootPath(ObjectIds.of(id)));
    }

    @Override
    public void close() {
        repository.close();
        forcer.close();
    }
}
