package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import nienkhoa.archive.copies.ObjectPlace;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.rebuild.Rebuild;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditStore;
import nienkhoa.testing.TestDatabase;
import nienkhoa.testing.TestPrograms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RebuildTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private KeptHome home;

    @BeforeEach
    void keepRecords() throws IOException {
        home = KeptHome.on(DATABASE, folder.resolve("home"));
        home.keepRecords();
    }

    @Test
    void everyRowComesBackFromTheStoreAlone() {
        SortedMap<String, List<String>> before;
        try (Application application = home.open()) {
            home.destroy(application, "5B");
            before = KeptHome.rows(application);
        }
        assertThat(before)
                .hasSize(17)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        loseTheDatabase();

        KeptHome.Answer answer = home.run("rebuild");

        assertThat(answer.codes()).isEmpty();
        assertThat(answer.exit()).isZero();
        assertThat(home.rows()).isEqualTo(before);
        assertThat(answer.json().path("versions").asInt()).isEqualTo(3);
        assertThat(DATABASE.jdbc()
                        .sql("select nextval('year_end_run')")
                        .query(Long.class)
                        .single())
                .as("a number that the store remembers is not given again")
                .isEqualTo(8);
    }

    /** The database of the home itself, with its folder. */
    @Test
    void everyRowComesBackThoughTheDatabaseFolderIsGone() throws IOException {
        KeptHome embedded = new KeptHome(folder.resolve("embedded"));
        TestPrograms.lendTo(embedded.folder.resolve("db"));
        embedded.keepRecords();
        SortedMap<String, List<String>> before = embedded.rows();
        KeptHome.wipe(embedded.folder.resolve("db"));
        TestPrograms.lendTo(embedded.folder.resolve("db"));

        assertThat(embedded.run("verify").exit()).isNotEqualTo(3);
        assertThat(embedded.run("hold", "list").json().path("error").asString()).isEqualTo("S210_AUDIT_FORKED");
        assertThat(embedded.run("rebuild").exit()).isZero();

        assertThat(embedded.rows()).isEqualTo(before);
    }

    @Test
    void drillFindsNothingThenEveryPlantedDifferenceAndTouchesNothing() {
        SortedMap<String, List<String>> before = home.rows();
        KeptHome.Answer clean = home.run("rebuild", "--drill");
        assertThat(clean.json().path("differences")).isEmpty();
        assertThat(clean.exit()).isZero();
        assertThat(home.rows()).isEqualTo(before);

        DATABASE.jdbc()
                .sql("update archive_dossier set pages = 99 where class_name = '5A'")
                .update();
        DATABASE.jdbc()
                .sql("delete from hold_selection where case_id = 'TTr-2'")
                .update();
        DATABASE.jdbc()
                .sql("insert into hold_case values ('X-1', 'LAWSUIT', 'p09', '2024-01-01')")
                .update();
        KeptHome.Answer differing = home.run("rebuild", "--drill");

        assertThat(differing.exit()).isEqualTo(1);
        assertThat(differing
                        .json()
                        .path("differences")
                        .valueStream()
                        .map(row -> row.path("table").asString() + " "
                                + row.path("id").asString() + " "
                                + row.path("kind").asString()))
                .containsExactly(
                        "archive_dossier " + KeptHome.dossierId("5A") + " OTHER",
                        "hold_case X-1 ONLY_IN_DATABASE",
                        "hold_selection TTr-2      " + KeptHome.dossierId("5A") + " ONLY_IN_STORE");
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from information_schema.schemata where schema_name = 'nienkhoa_drill'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(DATABASE.jdbc()
                        .sql("select pages from archive_dossier where class_name = '5A'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(99);
    }

    @Test
    void killedAtAnyDossierEverythingIsAsItWasAndTheNextCallMakesIt() {
        SortedMap<String, List<String>> before = home.rows();
        DATABASE.jdbc().sql("update archive_dossier set pages = 99").update();
        SortedMap<String, List<String>> wrong = home.rows();
        try (Application application = home.open()) {
            Rebuild rebuild = application.part(Rebuild.class);
            for (int moment = 1; moment <= 2; moment++) {
                int[] left = {moment};
                assertThatThrownBy(() -> rebuild.run(
                                application.part(OcflDossierStore.class), application.part(AuditStore.class), () -> {
                                    if (--left[0] == 0) {
                                        throw new Killed();
                                    }
                                }))
                        .isInstanceOf(Killed.class);
                assertThat(KeptHome.rows(application)).isEqualTo(wrong);
            }
        }

        assertThat(home.run("rebuild").exit()).isZero();
        assertThat(home.rows()).isEqualTo(before);
    }

    @Test
    void damagedDossiersAreNamedAndTheRestIsMade() throws IOException {
        Files.writeString(home.file("5B", "dossier.json"), "rotten");
        Path object = folder.resolve("home/archive").resolve(ObjectPlace.ofDossier(KeptHome.dossierId("5A")));
        Files.writeString(firstVersion(object), "rotten");
        loseTheDatabase();

        KeptHome.Answer answer = home.run("rebuild");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.codes()).containsExactly("A450_DOSSIER_NOT_WHOLE", "A450_DOSSIER_NOT_WHOLE");
        assertThat(home.rows().get("archive_dossier"))
                .singleElement()
                .asString()
                .contains("5A");
        assertThat(home.rows().get("archive_version"))
                .as("only the newest is readable")
                .hasSize(1);
    }

    private static Path firstVersion(Path object) throws IOException {
        try (Stream<Path> files = Files.walk(object.resolve("v1"))) {
            return files.filter(file -> file.endsWith("dossier.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void actsThatOnlyTheReplacedDatabaseKnewAreKeptInAFile() throws IOException {
        SortedMap<String, List<String>> before = home.rows();
        loseTheDatabase();
        try (Application application = Application.openForRebuild(Home.open(home.folder))) {
            application
                    .part(Acts.class)
                    .enter(
                            Act.of("p01", Holds.PLACED, "X-1", "", Map.of("reason", "LAWSUIT", "select", "class=5A")),
                            application.part(Holds.class));
        }

        KeptHome.Answer answer = home.run("rebuild");

        assertThat(answer.exit()).isZero();
        assertThat(home.rows()).isEqualTo(before);
        assertThat(Path.of(answer.json().path("replacedActs").asString()))
                .content()
                .contains("X-1")
                .hasLineCount(1);
    }

    @Test
    void brokenChainChangesNothingAndSaysWhereItBroke() throws IOException {
        SortedMap<String, List<String>> before = home.rows();
        Path entries = newestEntries();
        Files.writeString(entries, Files.readString(entries).replace("p01", "p09"));

        KeptHome.Answer answer = home.run("rebuild");

        assertThat(answer.exit()).isEqualTo(3);
        assertThat(answer.json().path("error").asString()).isEqualTo("S220_AUDIT_DAMAGED");
        try (Application application = Application.openForRebuild(Home.open(home.folder))) {
            assertThat(KeptHome.rows(application)).isEqualTo(before);
        }
    }

    private Path newestEntries() throws IOException {
        try (Stream<Path> files = Files.walk(home.folder.resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void destroyedDossierThatAnOldBackupBroughtBackIsDestroyedAgain() throws IOException {
        Path backup = folder.resolve("backup");
        String place = ObjectPlace.ofDossier(KeptHome.dossierId("5B"));
        KeptHome.copyTree(home.folder.resolve("archive").resolve(place), backup);
        SortedMap<String, List<String>> before;
        try (Application application = home.open()) {
            home.destroy(application, "5B");
            before = KeptHome.rows(application);
        }
        KeptHome.wipe(home.folder.resolve("archive").resolve(place));
        KeptHome.copyTree(backup, home.folder.resolve("archive").resolve(place));
        loseTheDatabase();

        KeptHome.Answer answer = home.run("rebuild");

        assertThat(answer.json().path("destroyedAgain").asInt()).isEqualTo(1);
        assertThat(Files.exists(home.file("5B", "tombstone.json"))).isTrue();
        SortedMap<String, List<String>> after = home.rows();
        assertThat(after.get("disposal_case")).isEqualTo(before.get("disposal_case"));
        assertThat(after.get("archive_dossier"))
                .filteredOn(row -> row.contains("TOMBSTONE"))
                .hasSize(1);
        assertThat(after.get("archive_document")).hasSameSizeAs(before.get("archive_document"));
    }

    private void loseTheDatabase() {
        DATABASE.jdbc().sql("drop schema public cascade").update();
        DATABASE.jdbc().sql("create schema public").update();
    }

    private static final class Killed extends RuntimeException {}
}
