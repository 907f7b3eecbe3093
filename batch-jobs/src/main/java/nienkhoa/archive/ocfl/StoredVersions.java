package nienkhoa.archive.ocfl;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.exception.CorruptObjectException;
import io.ocfl.api.exception.FixityCheckException;
import io.ocfl.api.exception.NotFoundException;
import io.ocfl.api.exception.OcflNoSuchFileException;
import io.ocfl.api.model.ObjectVersionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.copies.FolderMedium;
import nienkhoa.archive.copies.ObjectInventory;
import nienkhoa.audit.AuditFiles;
import tools.jackson.core.JacksonException;

/** Reads every version of every dossier of a storage root. For one call. */
final class StoredVersions {

    private final Path root;
    private final OcflRepository repository;
    private final ObjectMender mender;
    private final List<DamagedDossierException> damaged = new ArrayList<>();

    StoredVersions(Path root, OcflRepository repository, ObjectMender mender) {
        this.root = root;
        this.repository = repository;
        this.mender = mender;
    }

    List<DamagedDossierException> readAll(Consumer<List<StoredDossier>> reader) {
        try {
            new FolderMedium(root, root).objects(place -> read(place, reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(damaged);
    }

    private void read(String place, Consumer<List<StoredDossier>> reader) throws IOException {
        Path object = root.resolve(place);
        mender.mend(object);
        if (Files.notExists(object)) {
            return;
        }
        Optional<ObjectInventory> inventory = inventory(object);
        if (inventory.isEmpty()) {
            damaged.add(new DamagedDossierException(place, new IOException("no readable inventory")));
            return;
        }
        Optional<String> id = ObjectIds.dossierId(inventory.get().id());
        if (id.isPresent() && !id.get().startsWith(AuditFiles.OBJECTS)) {
            List<StoredDossier> versions = versions(id.get(), inventory.get().newest());
            if (!versions.isEmpty()) {
                reader.accept(versions);
            }
        }
    }

    private static Optional<ObjectInventory> inventory(Path object) throws IOException {
        Path file = object.resolve(NextVersion.INVENTORY);
        return Files.exists(file) ? ObjectInventory.read(Files.readAllBytes(file)) : Optional.empty();
    }

    private List<StoredDossier> versions(String id, int newest) {
        List<StoredDossier> versions = new ArrayList<>();
        Optional<DamagedDossierException> damage = Optional.empty();
        for (int number = 1; number <= newest; number++) {
            try {
                versions.add(version(id, number));
            } catch (DamagedDossierException e) {
                damage = Optional.of(damage.orElse(e));
                if (number == newest) {
                    versions.clear();
                }
            }
        }
        damage.ifPresent(damaged::add);
        return versions;
    }

    private StoredDossier version(String id, int number) {
        try {
            ObjectVersionId version = ObjectVersionId.version(ObjectIds.of(id), number);
            return new StoredDossier(number, OcflDossierStore.manifest(id, repository.getObject(version)));
        } catch (NotFoundException
                | CorruptObjectException
                | FixityCheckException
                | OcflNoSuchFileException
                | IOException
                | JacksonException e) {
            throw new DamagedDossierException(id, e);
        }
    }
}
