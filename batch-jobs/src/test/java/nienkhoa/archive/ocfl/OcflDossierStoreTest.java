package nienkhoa.archive.ocfl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.RememberingCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill or a power cut leaves behind at each moment of a commit, and what the next run makes of it. */
class OcflDossierStoreTest {

    private static final String ID = ArchiveFixture.CLASS_5A.id();

    @TempDir
    Path home;

    private ArchiveFixture fixture;
    private OcflDossierStore store;

    @BeforeEach
    void openWithTwoVersions() {
        fixture = new ArchiveFixture(home.resolve("out"));
        store = openStore();
        archive("first");
        archive("second");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void writesWhatTheOcflValidatorAccepts() {
        ValidationResults results = Validator.validateObject(object(), true);

        assertThat(results.getErrors()).isEmpty();
        assertThat(results.getWarnings()).isEmpty();
    }

    @Test
    void leavesNothingInTheWorkFolder() throws IOException {
        try (Stream<Path> left = Files.walk(home.resolve("work"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void killedBeforeTheRootInventoryTheVersionIsCompleted() throws IOException {
        rootKnowsOnlyVersion1();

        assertThat(archive("second")).isEqualTo(new ArchiveOutcome.Unchanged(2, 1));
        assertValid();
    }

    @Test
    void killedWithinTheRootInventoryTheVersionIsCompleted() throws IOException {
        Path inventory = object().resolve("inventory.json");
        Files.writeString(inventory, Files.readString(inventory).substring(0, 100));

        assertThat(archive("second")).isEqualTo(new ArchiveOutcome.Unchanged(2, 1));
        assertValid();
    }

    @Test
    void killedBetweenRootInventoryAndItsDigestTheVersionIsCompleted() throws IOException {
        Files.copy(object().resolve("v1/inventory.json.sha512"), deleted("inventory.json.sha512"));

        assertThat(archive("second")).isEqualTo(new ArchiveOutcome.Unchanged(2, 1));
        assertValid();
    }

    @Test
    void versionWhoseInventoryNeverReachedTheDiskIsSetAside() throws IOException {
        rootKnowsOnlyVersion1();
        Files.write(object().resolve("v2/inventory.json"), new byte[10]);

        assertThat(archive("second")).isEqualTo(new ArchiveOutcome.Archived(2, 1, 6));
        assertValid();
        assertThat(home.resolve("work/set-aside")).isNotEmptyDirectory();
    }

    @Test
    void killedWithinTheFirstVersionTheDossierBeginsAgain() throws IOException {
        Disk.removeScratch(object().resolve("v1"));
        Disk.removeScratch(object().resolve("v2"));
        Files.delete(object().resolve("inventory.json"));
        Files.delete(object().resolve("inventory.json.sha512"));

        assertThat(archive("second")).isEqualTo(new ArchiveOutcome.Archived(1, 1, 19));
        assertValid();
    }

    @Test
    void versionThatTheRootKnowsIsNeverSetAside() throws IOException {
        Files.write(object().resolve("v2/inventory.json"), new byte[10]);

        store.head(ID);

        assertThat(object().resolve("v2/inventory.json")).hasSize(10);
        assertThat(home.resolve("work/set-aside")).doesNotExist();
    }

    @Test
    void openingClearsWhatAKilledRunStaged() throws IOException {
        store.close();
        Files.createDirectories(home.resolve("work/incoming/7"));
        Files.writeString(home.resolve("work/incoming/7/0"), "half a copy");

        store = openStore();

        assertThat(home.resolve("work/incoming/7")).doesNotExist();
        assertThat(store.head(ID)).isPresent();
    }

    private ArchiveOutcome archive(String content) {
        Archivist archivist =
                new Archivist(store, new RememberingCatalogue(), ArchiveFixture.KEEP, ArchiveFixture.FRI_2024_05_31);
        return archivist.archive(
                ArchiveFixture.dossier("run", List.of(fixture.document("D-1", content, "{\"ordinal\":1}"))));
    }

    private OcflDossierStore openStore() {
        return OcflDossierStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31);
    }

    private Path object() {
        return store.objectRoot(ID);
    }

    private void rootKnowsOnlyVersion1() throws IOException {
        for (String name : List.of("inventory.json", "inventory.json.sha512")) {
            Files.copy(object().resolve("v1").resolve(name), deleted(name));
        }
    }

    private Path deleted(String name) throws IOException {
        Path file = object().resolve(name);
        Files.delete(file);
        return file;
    }

    private void assertValid() {
        assertThat(Validator.validateObject(object(), true).getErrors()).isEmpty();
    }
}
