package nienkhoa.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveOutcome.Archived;
import nienkhoa.archive.ArchiveOutcome.Refused;
import nienkhoa.archive.ArchiveOutcome.Unchanged;
import nienkhoa.archive.DossierManifest.DocumentLine;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivistTest {

    @TempDir
    Path home;

    private final RememberingCatalogue catalogue = new RememberingCatalogue();
    private ArchiveFixture fixture;
    private OcflDossierStore store;

    @BeforeEach
    void open() {
        fixture = new ArchiveFixture(home.resolve("out"));
        store = OcflDossierStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void secondRunWithTheSameContentMakesNoVersion() throws IOException {
        archivist(ArchiveFixture.FRI_2024_05_31).archive(ArchiveFixture.dossier("run-1", fixture.documents(3)));
        List<String> before = tree();

        ArchiveOutcome outcome = archivist(later()).archive(ArchiveFixture.dossier("run-2", fixture.documents(3)));

        assertThat(outcome).isEqualTo(new Unchanged(1, 3));
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void changedDocumentMakesAVersionThatKeepsTheOthers() {
        archivist(ArchiveFixture.FRI_2024_05_31).archive(ArchiveFixture.dossier("run-1", fixture.documents(3)));
        ArchiveDocument corrected = fixture.document("D-1", "corrected", "{\"ordinal\":1}");

        ArchiveOutcome outcome = archivist(later()).archive(ArchiveFixture.dossier("run-2", List.of(corrected)));

        assertThat(outcome).isEqualTo(new Archived(2, 3, "corrected".length()));
        assertThat(head().manifest().documents())
                .extracting(DocumentLine::id, line -> line.made().runId())
                .containsExactly(tuple("D-0", "run-1"), tuple("D-1", "run-2"), tuple("D-2", "run-1"));
    }

    @Test
    void partOfADossierDropsNothing() {
        archivist(ArchiveFixture.FRI_2024_05_31).archive(ArchiveFixture.dossier("run-1", fixture.documents(3)));

        ArchiveOutcome outcome = archivist(later())
                .archive(ArchiveFixture.dossier("run-2", fixture.documents(3).subList(1, 2)));

        assertThat(outcome).isEqualTo(new Unchanged(1, 3));
    }

    @Test
    void sourceThatChangedSinceItWasProvedKeepsTheDossierOut() throws IOException {
        List<ArchiveDocument> documents = fixture.documents(2);
        Files.writeString(documents.get(1).pdf().source(), "tampered");

        ArchiveOutcome outcome =
                archivist(ArchiveFixture.FRI_2024_05_31).archive(ArchiveFixture.dossier("run-1", documents));

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(outcome.findings()).extracting(Finding::code).containsExactly("A401_SOURCE_CHANGED");
        assertThat(store.head(ArchiveFixture.CLASS_5A.id())).isEmpty();
        assertThat(catalogue.entered).isEmpty();
    }

    @Test
    void killedBetweenStoreAndCatalogueTheNextRunOnlyFillsInTheCatalogue() {
        Dossier dossier = ArchiveFixture.dossier("run-1", fixture.documents(2));
        catalogue.outOfReach = true;
        assertThatThrownBy(() -> archivist(ArchiveFixture.FRI_2024_05_31).archive(dossier))
                .hasMessage("database out of reach");
        catalogue.outOfReach = false;

        ArchiveOutcome outcome = archivist(later()).archive(dossier);

        assertThat(outcome).isEqualTo(new Unchanged(1, 2));
        assertThat(catalogue.entered.get(dossier.key().id())).isEqualTo(head());
    }

    @Test
    void damagedDossierIsAFindingAndNotTheEndOfTheRun() throws IOException {
        Dossier dossier = ArchiveFixture.dossier("run-1", fixture.documents(2));
        archivist(ArchiveFixture.FRI_2024_05_31).archive(dossier);
        Path manifest = find("dossier.json");
        Files.writeString(manifest, Files.readString(manifest).replace("D-1", "D-9"));

        ArchiveOutcome outcome = archivist(later()).archive(dossier);

        assertThat(outcome.findings()).extracting(Finding::code).containsExactly("A402_DOSSIER_DAMAGED");
    }

    @Test
    void exportIsADossierOfItsOwnByteForByte() throws IOException {
        ReceivedExport export = exportOnDisk();

        ArchiveOutcome outcome = archivist(ArchiveFixture.FRI_2024_05_31)
                .archive(ReceivedExport.dossier(home.resolve("export"), "run-1"));

        assertThat(outcome).isInstanceOf(Archived.class);
        StoredDossier head = store.head("export/" + export.sha256()).orElseThrow();
        assertThat(head.manifest().files())
                .extracting(DossierManifest.FileLine::path)
                .containsExactly(
                        "metadata/other/export-manifest.json",
                        "representations/rep1/data/2023-2024/danh sách: lớp 5A?.xlsx");
    }

    private ReceivedExport exportOnDisk() throws IOException {
        byte[] content = {1, 2, 3};
        String name = "2023-2024/danh sách: lớp 5A?.xlsx";
        Path file = home.resolve("export/files").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        List<ReceivedExport.Entry> files = List.of(new ReceivedExport.Entry(name, 3, CanonicalJson.sha256(content)));
        ReceivedExport export = new ReceivedExport(CanonicalJson.sha256(CanonicalJson.write(files)), files);
        Files.writeString(home.resolve("export/manifest.json"), CanonicalJson.write(export));
        return export;
    }

    private Archivist archivist(Clock clock) {
        return new Archivist(store, catalogue, ArchiveFixture.KEEP, clock);
    }

    private static Clock later() {
        return Clock.offset(ArchiveFixture.FRI_2024_05_31, Duration.ofDays(3));
    }

    private StoredDossier head() {
        return store.head(ArchiveFixture.CLASS_5A.id()).orElseThrow();
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.map(file -> home.relativize(file).toString()).sorted().toList();
        }
    }
}
