package nienkhoa.archive.ocfl;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.Staging;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.RecordRemoval;
import nienkhoa.archive.SourceFile;
import nienkhoa.data.CanonicalJson;

/**
 * Takes an object out of the storage root and puts a tombstone in its place.
 *
 * <p>Restart: the object leaves by renaming, whole, into a folder that is named by its id; whatever lies there is wiped
 * before anything else. So a killed removal is seen and ended by the next one.
 */
public final class OcflRemoval implements RecordRemoval {

    private static final int BLOCK = 64 * 1024;

    private final OcflDossierStore store;
    private final Path leaving;
    private final Path setAside;

    /** @param work the store's own folder, on the file system of the store */
    public OcflRemoval(OcflDossierStore store, Path work) {
        this.store = store;
        this.leaving = work.resolve("leaving");
        this.setAside = work.resolve("set-aside");
    }

    @Override
    public StoredDossier replace(DossierManifest tombstone, SourceFile file) {
        if (tombstone.kind() != DossierKind.TOMBSTONE) {
            throw new IllegalArgumentException("not a tombstone: " + tombstone.kind());
        }
        String id = tombstone.id();
        Path gone = leaving.resolve(CanonicalJson.sha256(id));
        wipe(gone);
        Optional<StoredDossier> stone = stone(id);
        if (stone.isEmpty()) {
            takeOut(store.objectRoot(id), gone);
            wipe(gone);
        }
        wipeSetAside(id);
        return stone.orElseGet(() -> put(tombstone, file));
    }

    private Optional<StoredDossier> stone(String id) {
        try {
            return store.head(id).filter(head -> head.manifest().kind() == DossierKind.TOMBSTONE);
        } catch (DamagedDossierException e) {
            return Optional.empty(); // it leaves damaged
        }
    }

    private void takeOut(Path object, Path gone) {
        if (Files.notExists(object)) {
            return;
        }
        try {
            Disk.createFolder(leaving);
            Files.move(object, gone, StandardCopyOption.ATOMIC_MOVE);
            Disk.forceFolder(object.resolve("..").normalize());
            Disk.forceFolder(leaving);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredDossier put(DossierManifest tombstone, SourceFile file) {
        try (Staging staging = store.stage(tombstone.id())) {
            if (!staging.add(file)) {
                throw new IllegalStateException("the tombstone changed while it was stored");
            }
            return staging.commit(tombstone, "destroyed under a decision");
        }
    }

    /** Versions of the object that a power cut had left incomplete. */
    private void wipeSetAside(String id) {
        if (Files.notExists(setAside)) {
            return;
        }
        Path name = store.objectRoot(id).getFileName();
        for (Path place : Disk.children(setAside)) {
            for (Path part : Disk.children(place)) {
                if (part.getFileName().equals(name) || isOf(id, part.resolve("inventory.json"))) {
                    wipe(place);
                }
            }
        }
    }

    private static boolean isOf(String id, Path inventory) {
        try {
            return Files.exists(inventory) && Files.readString(inventory).contains("\"" + ObjectIds.of(id) + "\"");
        } catch (IOException e) {
            return false; // an inventory that cannot be read names nobody
        }
    }

    /** Overwrites every file before it is deleted; on disks that move blocks by themselves this is a best effort. */
    private static void wipe(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                overwrite(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Disk.removeScratch(folder);
        Disk.forceFolder(folder.resolveSibling(""));
    }

    private static void overwrite(Path file) throws IOException {
        byte[] zeros = new byte[BLOCK];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            for (long left = open.length(); left > 0; left -= BLOCK) {
                open.write(zeros, 0, (int) Math.min(BLOCK, left));
            }
            open.getFD().sync();
        }
    }
}
