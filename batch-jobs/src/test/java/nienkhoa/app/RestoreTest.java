package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nienkhoa.archive.copies.CopiesFixture;
import nienkhoa.archive.copies.ObjectPlace;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Disks and databases that die, in any order. */
class RestoreTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private KeptHome home;

    @BeforeEach
    void keepRecordsWithTwoCopies() throws IOException {
        home = KeptHome.on(DATABASE, folder.resolve("home"));
        home.keepRecords();
        nameCopies();
        for (String copy : List.of("a", "b")) {
            Files.createDirectories(folder.resolve(copy));
            assertThat(home.run("archive", "mark", "--target", copy).exit()).isZero();
        }
        assertThat(home.run("archive", "copy").exit()).isZero();
    }

    @Test
    void aDeadDiskAndADeadDatabaseComeBackFromACopyAlone() throws IOException {
        try (Application application = home.open()) {
            home.destroy(application, "5B");
        }
        Files.writeString(
                home.folder.resolve("config/people.yaml"), "- {id: p02, name: Trần Thị Bình, roles: [ARCHIVIST]}");
        home.run("archive", "copy");
        SortedMap<String, List<String>> before = home.rows();
        Map<String, String> archive = CopiesFixture.tree(home.folder.resolve("archive"));
        Map<String, String> settings = CopiesFixture.tree(home.folder.resolve("config"));
        diskAndDatabaseDie();

        KeptHome.Answer restored = home.run("archive", "restore");

        assertThat(restored.codes()).isEmpty();
        assertThat(restored.json().path("settings").asInt()).isEqualTo(1);
        assertThat(CopiesFixture.tree(home.folder.resolve("config"))).isEqualTo(settings);
        assertThat(CopiesFixture.tree(folder.resolve("a")).keySet())
                .as("passwords leave the home with nobody")
                .noneMatch(path -> path.endsWith(".properties"));
        assertThat(restored.exit()).isZero();
        assertThat(restored.json().path("rebuildNext").asBoolean()).isTrue();
        assertThat(CopiesFixture.tree(home.folder.resolve("archive"))).containsAllEntriesOf(withoutHeads(archive));
        assertThat(home.run("rebuild").exit()).isZero();
        SortedMap<String, List<String>> after = home.rows();
        assertThat(after.remove("audit_entry"))
                .hasSize(before.get("audit_entry").size() + 1)
                .containsAll(before.remove("audit_entry"))
                .anyMatch(entry -> entry.contains("STORE_RESTORED"));
        after.remove("audit_head");
        before.remove("audit_head");
        assertThat(after).isEqualTo(before);
        assertThat(home.run("archive", "copy").exit())
                .as("the copies know the home again")
                .isZero();
    }

    @Test
    void aCopyIsMadeInFullByItselfWhenAMonthHasPassed() {
        assertThat(home.run("archive", "copy").json().path("copies"))
                .allSatisfy(copy -> assertThat(copy.path("full").asBoolean()).isFalse());
        DATABASE.jdbc()
                .sql(
                        "update copy_event set at = at - interval '32 days' where event in ('FULL_BEGUN', 'COPIED_IN_FULL')"
                                + " and target = 'b'")
                .update();

        assertThat(home.run("archive", "copy")
                        .json()
                        .path("copies")
                        .valueStream()
                        .map(copy -> copy.path("target").asString()
                                + copy.path("full").asBoolean()
                                + copy.path("proved").asInt()))
                .containsExactly("afalse0", "btrue4");
    }

    /** The chain goes on after a restore: only its object's root inventory is another. */
    private static Map<String, String> withoutHeads(Map<String, String> archive) {
        Map<String, String> without = new TreeMap<>(archive);
        String chain = ObjectPlace.ofDossier("audit/" + Year.now(Clock.systemUTC()));
        without.keySet().removeIf(path -> path.startsWith(chain + "/inventory.json"));
        return without;
    }

    @Test
    void anOldBackupDoesNotResurrectWhatTheDatabaseKnowsWasDestroyed() throws IOException {
        Path old = folder.resolve("old");
        KeptHome.copyTree(folder.resolve("a"), old);
        try (Application application = home.open()) {
            home.destroy(application, "5B");
        }
        SortedMap<String, List<String>> before = home.rows();
        KeptHome.wipe(folder.resolve("a"));
        Files.move(old, folder.resolve("a"));
        KeptHome.wipe(home.folder.resolve("archive").resolve(ObjectPlace.ofDossier(KeptHome.dossierId("5B"))));
        KeptHome.wipe(folder.resolve("b"));

        KeptHome.Answer restored = home.run("archive", "restore", "--from", "a");

        assertThat(restored.json().path("destroyedKept").asInt()).isEqualTo(1);
        assertThat(restored.json().path("destroyedAgain").asInt()).isEqualTo(1);
        assertThat(Files.exists(home.file("5B", "tombstone.json"))).isTrue();
        assertThat(home.rows().get("archive_document")).isEqualTo(before.get("archive_document"));
        assertThat(Files.exists(folder.resolve("a/archive").resolve(ObjectPlace.ofDossier(KeptHome.dossierId("5B")))))
                .as("the old backup lost it too")
                .isFalse();
    }

    @Test
    void damagedSettingsAreAFindingAndEverythingElseIsCopied() throws IOException {
        Path settings = home.folder.resolve("archive").resolve(ObjectPlace.ofDossier("settings"));
        Files.writeString(settings.resolve("v1/content/metadata/other/dossier.json"), "{");
        Files.writeString(home.folder.resolve("config/office.yaml"), "{name: Trường khác}");

        KeptHome.Answer copied = home.run("archive", "copy");

        assertThat(copied.exit()).isEqualTo(1);
        assertThat(copied.codes()).contains("A402_DOSSIER_DAMAGED");
        assertThat(copied.json().path("copies")).hasSize(2);
    }

    @Test
    void anOldCopyThatTurnsUpAgainLosesWhatWasDestroyed() throws IOException {
        Path old = folder.resolve("old");
        KeptHome.copyTree(folder.resolve("a"), old);
        try (Application application = home.open()) {
            home.destroy(application, "5B");
        }
        KeptHome.wipe(folder.resolve("a"));
        Files.move(old, folder.resolve("a"));
        Path onCopy = folder.resolve("a/archive").resolve(ObjectPlace.ofDossier(KeptHome.dossierId("5B")));
        assertThat(onCopy).isDirectory();

        assertThat(home.run("archive", "restore").json().path("destroyedAgain").asInt())
                .isEqualTo(1);

        assertThat(onCopy).doesNotExist();
        assertThat(Files.exists(home.file("5B", "tombstone.json"))).isTrue();
    }

    @Test
    void anOldBackupDoesNotResurrectWhatOnlyAnotherCopyKnowsWasDestroyed() throws IOException {
        Path old = folder.resolve("old");
        KeptHome.copyTree(folder.resolve("a"), old);
        try (Application application = home.open()) {
            home.destroy(application, "5B");
        }
        assertThat(home.run("archive", "copy").exit()).isZero();
        SortedMap<String, List<String>> before = home.rows();
        KeptHome.wipe(folder.resolve("a"));
        Files.move(old, folder.resolve("a"));
        diskAndDatabaseDie();

        KeptHome.Answer fromOld = home.run("archive", "restore", "--from", "a");

        assertThat(fromOld.json().path("destroyedKept").asInt()).isEqualTo(1);
        String place = ObjectPlace.ofDossier(KeptHome.dossierId("5B"));
        assertThat(home.folder.resolve("archive").resolve(place)).doesNotExist();

        Files.move(home.folder.resolve("archive"), folder.resolve("away"));
        KeptHome.Answer fromBoth = home.run("archive", "restore");
        assertThat(fromBoth.codes()).isEmpty();
        assertThat(Files.exists(home.file("5B", "tombstone.json"))).isTrue();
        assertThat(home.run("rebuild").exit()).isZero();
        assertThat(home.rows().get("archive_dossier")).isEqualTo(before.get("archive_dossier"));
    }

    @Test
    void drillIsAnActAndShowsInTheStandingOfTheCopies() {
        KeptHome.Answer drill = home.run("archive", "restore", "--drill", "--all");

        assertThat(drill.codes()).isEmpty();
        assertThat(drill.exit()).isZero();
        assertThat(drill.json().path("copies").valueStream().map(copy -> copy.path("restored")
                        .asInt()))
                .containsExactly(4, 4);
        assertThat(home.run("archive", "copies").json().path("copies"))
                .allSatisfy(
                        copy -> assertThat(copy.path("drilledAt").asString()).isNotEmpty());
        assertThat(home.rows().get("audit_entry"))
                .filteredOn(entry -> entry.contains("RESTORE_DRILLED"))
                .hasSize(2);
        assertThat(home.folder.resolve("work/restore-drill")).doesNotExist();
    }

    private void nameCopies() throws IOException {
        Files.writeString(
                home.folder.resolve("config/copies.yaml"), """
                targets:
                  - {id: a, kind: folder, paths: ["%s"]}
                  - {id: b, kind: removable, paths: ["%s"]}
                """.formatted(folder.resolve("a"), folder.resolve("b")));
    }

    private void diskAndDatabaseDie() throws IOException {
        String server = Files.readString(home.folder.resolve("config/nienkhoa.properties"));
        KeptHome.wipe(home.folder);
        DATABASE.jdbc().sql("drop schema public cascade").update();
        DATABASE.jdbc().sql("create schema public").update();
        Files.createDirectories(home.folder.resolve("config"));
        Files.writeString(home.folder.resolve("config/nienkhoa.properties"), server);
        nameCopies();
    }
}
