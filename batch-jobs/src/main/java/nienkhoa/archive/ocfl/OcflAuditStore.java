package nienkhoa.archive.ocfl;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.exception.CorruptObjectException;
import io.ocfl.api.exception.FixityCheckException;
import io.ocfl.api.model.FileDetails;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.cache.NoOpCache;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import io.ocfl.core.model.Inventory;
import io.ocfl.core.storage.OcflStorage;
import io.ocfl.core.storage.OcflStorageBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditFiles;
import nienkhoa.audit.AuditStore;
import tools.jackson.core.JacksonException;

/**
 * The audit chain in the archive's own storage root: an object {@code audit/<year>} a year (UTC, of the entries), a
 * version a flush, a file {@code entries/<first>-<last>.jsonl} in each, one entry a line.
 */
public final class OcflAuditStore implements AuditStore, AutoCloseable {

    private final Path root;
    private final Path incoming;
    private final OcflStorage storage;
    private final OcflRepository repository;
    private final ObjectMender mender;
    private final Forcer forcer = new Forcer();
    private final Clock clock;

    private OcflAuditStore(Path root, Path work, OcflStorage storage, OcflRepository repository, Clock clock) {
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
     * @param root the storage root of the dossiers
     * @param work a folder of the audit store's own, on the same file system as {@code root}
     */
    public static OcflAuditStore open(Path root, Path work, Clock clock) {
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
        return new OcflAuditStore(root, work, storage, repository, clock);
    }

    @Override
    public Optional<AuditEntry> last() {
        return years().stream()
                .flatMap(year -> files(year).entrySet().stream())
                .max(Map.Entry.comparingByKey())
                .map(newest -> lines(newest.getValue()))
                .map(entries -> entries.get(entries.size() - 1));
    }

    @Override
    public void read(Consumer<AuditEntry> reader) {
        Map<Long, FileDetails> files = new TreeMap<>();
        years().forEach(year -> files.putAll(files(year)));
        files.values().forEach(file -> lines(file).forEach(reader));
    }

    @Override
    public void append(List<AuditEntry> entries) {
        Map<Integer, List<AuditEntry>> byYear = entries.stream()
                .collect(Collectors.groupingBy(OcflAuditStore::year, TreeMap::new, Collectors.toList()));
        byYear.forEach(this::append);
    }

    private static int year(AuditEntry entry) {
        return entry.at().atOffset(ZoneOffset.UTC).getYear();
    }

    private void append(int year, List<AuditEntry> entries) {
        Path folder = Disk.createFolder(incoming.resolve(Integer.toString(year)));
        try {
            NextVersion next = next(year);
            String path = AuditFiles.path(entries);
            Path copy = folder.resolve(next.place(path));
            String digest = new CopyingDigest()
                    .write(out -> out.write(AuditFiles.bytes(entries)), copy)
                    .sha512();
            next.add(path, digest);
            next.writeTo(folder, info());
            forcer.force(List.of(
                    copy,
                    copy.resolveSibling(""),
                    folder.resolve(NextVersion.INVENTORY),
                    folder.resolve(NextVersion.SIDECAR),
                    folder));
            storage.storeNewVersion(next.inventory(), folder, false);
            forceRoot(objectRoot(year), next.number() == 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Disk.removeScratch(folder);
        }
    }

    private NextVersion next(int year) {
        mender.mend(objectRoot(year));
        String id = objectId(year);
        Inventory head = storage.loadInventory(id);
        return new NextVersion(
                head == null ? Inventory.stubInventory(id, repository.config(), storage.objectRootPath(id)) : head);
    }

    private VersionInfo info() {
        OffsetDateTime now =
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        return new VersionInfo()
                .setMessage("acts")
                .setUser("Niên Khóa", "urn:nienkhoa:audit")
                .setCreated(now);
    }

    private void forceRoot(Path object, boolean isNew) {
        List<Path> places = new ArrayList<>(
                List.of(object, object.resolve(NextVersion.INVENTORY), object.resolve(NextVersion.SIDECAR)));
        for (Path above = object; isNew && !above.equals(root); ) {
            above = above.resolve("..").normalize();
            places.add(above);
        }
        forcer.force(places);
    }

    private List<Integer> years() {
        return AuditFiles.years(clock)
                .filter(year -> Files.exists(objectRoot(year)))
                .boxed()
                .toList();
    }

    /** The files of a year by the number of their first entry. */
    private Map<Long, FileDetails> files(int year) {
        mender.mend(objectRoot(year));
        Map<Long, FileDetails> files = new TreeMap<>();
        try {
            if (repository.containsObject(objectId(year))) {
                repository
                        .describeVersion(ObjectVersionId.head(objectId(year)))
                        .getFiles()
                        .forEach(file -> files.put(AuditFiles.first(file.getPath()), file));
            }
        } catch (CorruptObjectException | FixityCheckException e) {
            throw new DamagedChainException(AuditFiles.OBJECTS + year, e);
        }
        return files;
    }

    private List<AuditEntry> lines(FileDetails file) {
        Path path = root.resolve(file.getStorageRelativePath());
        try {
            return AuditFiles.entries(Files.readString(path));
        } catch (IOException | JacksonException e) {
            throw new DamagedChainException(String.valueOf(path.getFileName()), e);
        }
    }

    private Path objectRoot(int year) {
        return root.resolve(storage.objectRootPath(objectId(year)));
    }

    private static String objectId(int year) {
        return ObjectIds.of(AuditFiles.OBJECTS + year);
    }

    @Override
    public void close() {
        repository.close();
        forcer.close();
    }
}
