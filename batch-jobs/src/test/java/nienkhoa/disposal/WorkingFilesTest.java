package nienkhoa.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.RememberingCatalogue;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.tt05.ArchivePackage;
import nienkhoa.archive.tt05.PackageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aDossierLeavesNeitherItsDocumentsNorItsPackagesBehind() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        List<String> drafts = new ArrayList<>();
        String id = ArchiveFixture.CLASS_5A.id();
        try (OcflDossierStore store = OcflDossierStore.open(
                folder.resolve("archive"), folder.resolve("work"), ArchiveFixture.FRI_2024_05_31)) {
            new Archivist(store, new RememberingCatalogue(), ArchiveFixture.KEEP, ArchiveFixture.FRI_2024_05_31)
                    .archive(ArchiveFixture.dossier(
                            "run", List.of(new ArchiveFixture(folder.resolve("made")).document("VB-1", "PDF", "{}"))));
            DossierManifest manifest = store.head(id).orElseThrow().manifest();
            Files.writeString(out.resolve("VB-1.pdf"), "PDF");
            Files.writeString(out.resolve("other.pdf"), "PDF of somebody else");
            for (PackageType type : PackageType.values()) {
                String name = new ArchivePackage(manifest, 1, type).id().replace(':', '_');
                Files.writeString(out.resolve("1_" + name + ".zip"), "a package");
            }

            new WorkingFiles(store, List.of(out), drafts::add)
                    .clear(new Tombstone(Tombstone.SCHEMA, id, "HOC_BA", 1, "", "", "H-1", "1/QĐ", "2026-01-05"));
        }

        assertThat(drafts).containsExactly(id);
        assertThat(out).isDirectoryContaining("glob:**/other.pdf");
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).hasSize(1);
        }
    }
}
