package nienkhoa.disposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.tt05.ArchivePackage;
import nienkhoa.archive.tt05.PackageType;
import nienkhoa.data.CanonicalJson;

/**
 * The files that people print from and the packages that were zipped, where documents of a dossier lie a second time.
 * Documents are known by their content, packages by the ids that follow from the dossier and its versions, so this
 * place is cleared before the store, which alone says what the content was.
 */
public final class WorkingFiles implements DisposalPlace {

    private final DossierStore store;
    private final List<Path> folders;
    private final Drafts drafts;

    public WorkingFiles(DossierStore store, List<Path> folders, Drafts drafts) {
        this.store = store;
        this.folders = List.copyOf(folders);
        this.drafts = drafts;
    }

    /** Files about a dossier that are not known by their content, such as those of a print run. */
    public interface Drafts {
        void remove(String dossierId);
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
        Set<String> zips = head.stream().flatMap(WorkingFiles::zips).collect(Collectors.toSet());
        drafts.remove(tombstone.dossierId());
        folders.stream().filter(Files::exists).forEach(folder -> clear(folder, contents, zips));
        return true;
    }

    /** How the names of packages end that any version was zipped into. */
    private static Stream<String> zips(StoredDossier stored) {
        return IntStream.rangeClosed(1, stored.version())
                .mapToObj(version -> new ArchivePackage(stored.manifest(), version, PackageType.AIP).zipEnding());
    }

    private static void clear(Path folder, Map<String, Long> contents, Set<String> zips) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (zips.stream().anyMatch(name::endsWith)) {
                    Files.delete(file);
                } else if (contents.containsValue(Files.size(file))
                        && contents.containsKey(CanonicalJson.sha256(Files.readAllBytes(file)))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
