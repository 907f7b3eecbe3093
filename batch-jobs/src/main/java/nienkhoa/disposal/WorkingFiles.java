package nienkhoa.disposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.data.CanonicalJson;

/**
 * The files that people print from, where documents of a dossier lie a second time. They are known by their content, so this
 * place is cleared before the store, which alone says what the content was.
 */
public final class WorkingFiles implements DisposalPlace {

    private final DossierStore store;
    private final List<Path> folders;

    public WorkingFiles(DossierStore store, List<Path> folders) {
        this.store = store;
        this.folders = List.copyOf(folders);
    }

    @Override
    public String id() {
        return "working-files";
    }

    /** False if the store cannot say what the dossier holds: it has to be mended from a copy first. */
    @Override
    public boolean clear(Tombstone tombstone) {
        Optional<StoredDossier> head;
        try {
            head = store.head(tombstone.dossierId());
        } catch (DamagedDossierException e) {
            return false;
        }
        Map<String, Long> contents = head.stream()
                .flatMap(stored -> stored.manifest().allFiles())
                .collect(Collectors.toMap(FileLine::sha256, FileLine::bytes, (one, same) -> one));
        folders.stream().filter(Files::exists).forEach(folder -> clear(folder, contents));
        return true;
    }

    private static void clear(Path folder, Map<String, Long> contents) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (contents.containsValue(Files.size(file))
                        && contents.containsKey(CanonicalJson.sha256(Files.readAllBytes(file)))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
