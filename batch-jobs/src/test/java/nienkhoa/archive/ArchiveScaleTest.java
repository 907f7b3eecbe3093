package nienkhoa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.SchoolYear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory is measured as bytes allocated by the thread, which is the same on a busy machine. */
class ArchiveScaleTest {

    private static final long MIB = 1 << 20;

    @TempDir
    Path home;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private OcflDossierStore store;
    private Archivist archivist;

    @BeforeEach
    void open() {
        store = OcflDossierStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31);
        archivist =
                new Archivist(store, new RememberingCatalogue(), ArchiveFixture.KEEP, ArchiveFixture.FRI_2024_05_31);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void memoryGrowsNoFasterThanTheFilesOfADossier() {
        List<ArchiveDocument> documents = new ArchiveFixture(home.resolve("out")).documents(1000);
        allocated("warm-up", documents.subList(0, 100));

        long some = allocated("some", documents.subList(0, 250));
        long fourTimesAsMany = allocated("many", documents);

        assertThat(fourTimesAsMany).isLessThan(5 * some);
    }

    @Test
    void largeFileIsStreamed() throws IOException {
        byte[] block = new byte[(int) (32 * MIB)];
        Path large = Files.write(home.resolve("large.xlsx"), block);
        SourceFile file =
                new SourceFile(PackagePath.data("large.xlsx"), large, CanonicalJson.sha256(block), block.length);
        Dossier export = new Dossier(
                new DossierKey.Export("a".repeat(64)),
                new Dossier.Origin("", ReceivedExport.RECORD_CLASS, "a".repeat(64), "run"),
                List.of(),
                List.of(file));

        long before = threads.getCurrentThreadAllocatedBytes();
        ArchiveOutcome outcome = archivist.archive(export);

        assertThat(outcome).isEqualTo(new ArchiveOutcome.Archived(1, 0, 32 * MIB));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 * MIB);
    }

    private long allocated(String school, List<ArchiveDocument> documents) {
        DossierKey key = new DossierKey.ClassForm(school, new SchoolYear(2023), "5A", "class-summary");
        Dossier dossier = new Dossier(key, new Dossier.Origin("", "BANG_TONG_HOP", "", "run"), documents, List.of());
        long before = threads.getCurrentThreadAllocatedBytes();
        archivist.archive(dossier);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
