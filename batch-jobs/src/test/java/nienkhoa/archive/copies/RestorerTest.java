package nienkhoa.archive.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import nienkhoa.model.Finding;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RestorerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Function<String, Optional<ExpectedObject>> NOTHING_KNOWN = place -> Optional.empty();

    @TempDir
    Path folder;

    private CopiesFixture fixture;
    private Map<String, String> before;

    @BeforeEach
    void copyTwoDossiers() throws IOException {
        fixture = new CopiesFixture(folder, DATABASE);
        fixture.archive("5A", "first");
        fixture.archive("5A", "corrected");
        fixture.archive("5B", "first");
        assertThat(fixture.takeStock()).isEmpty();
        fixture.copier().copy(fixture.target(), false);
        before = inStore();
    }

    @Test
    void anEmptyStoreIsTheStoreAgainByteForByte() throws IOException {
        Folders.remove(archive());
        Files.createDirectories(archive());

        Restorer.Outcome outcome = restoreAll(NOTHING_KNOWN);

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.restored())
                .containsExactlyInAnyOrder(CopiesFixture.dossierId("5A"), CopiesFixture.dossierId("5B"));
        assertThat(inStore()).isEqualTo(before);
        assertThat(restoreAll(NOTHING_KNOWN).restored()).isEmpty();
    }

    @Test
    void killedAtAnyStepNoHalfObjectIsThereAndTheNextRunCompletesIt() throws IOException {
        fixture.archive("5A", "third");
        fixture.takeStock();
        fixture.copier().copy(fixture.target(), false);
        before = inStore();
        rollBackToTwoVersions("5A");
        Folders.remove(archive().resolve(place("5B")));
        int kills = 0;
        for (int steps = 0; steps < 20 && !inStore().equals(before); steps++) {
            AtomicInteger left = new AtomicInteger(steps);
            FolderMedium store = new FolderMedium(archive(), fixture.home.resolve("work/copies"), () -> {
                if (left.getAndDecrement() == 0) {
                    throw new Killed();
                }
            });
            try {
                new Restorer(store, fixture.destroyed::contains, NOTHING_KNOWN).restoreAll(copies(), () -> {});
            } catch (Killed e) {
                kills++;
            }
            for (String name : List.of("5A", "5B")) {
                assertWholeOrAbsent(name);
            }
        }

        assertThat(kills).isGreaterThan(2);
        assertThat(inStore()).isEqualTo(before);
    }

    /** The root inventory of what is there names only files that are there, with their digests. */
    private void assertWholeOrAbsent(String className) throws IOException {
        if (fixture.store.files(place(className)).isEmpty()) {
            return;
        }
        byte[] root = FoundObject.bytes(fixture.store, place(className), ExpectedObject.INVENTORY);
        for (var file : ObjectInventory.read(root).orElseThrow().contents().entrySet()) {
            assertThat(Sha512.of(FoundObject.bytes(fixture.store, place(className), file.getKey())))
                    .isEqualTo(file.getValue());
        }
    }

    /** As the store was before the third version: the way of an older disk. */
    private void rollBackToTwoVersions(String className) throws IOException {
        Path object = archive().resolve(place(className));
        Folders.remove(object.resolve("v3"));
        for (String file : List.of(ExpectedObject.INVENTORY, ExpectedObject.SIDECAR)) {
            Files.delete(object.resolve(file));
            Files.copy(object.resolve("v2").resolve(file), object.resolve(file));
        }
    }

    @Test
    void whatIsDamagedIsMendedAndWhatIsSoundAndNewerStays() throws IOException {
        fixture.archive("5B", "newer than the copy");
        Map<String, String> newer = inStore();
        Path file = archive()
                .resolve(newer.keySet().stream()
                        .filter(path -> path.startsWith(place("5A")) && path.endsWith("D-5A.pdf"))
                        .findFirst()
                        .orElseThrow());
        Files.writeString(file, "rotten");

        Restorer.Outcome outcome = restoreAll(NOTHING_KNOWN);

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.repaired()).isEqualTo(1);
        assertThat(outcome.restored()).isEmpty();
        assertThat(inStore()).isEqualTo(newer);
    }

    @Test
    void anOlderVersionComesBackOnlyWhereThereIsNothingAndIsNamed() throws IOException {
        fixture.archive("5B", "second");
        fixture.takeStock();
        Folders.remove(archive().resolve(place("5B")));

        Restorer.Outcome outcome = restoreAll(fixture.ledger::expected);

        assertThat(codes(outcome)).containsExactly("A442_OLDER_RESTORED");
        assertThat(FoundObject.read(fixture.store, place("5B")).orElseThrow().version())
                .isEqualTo(1);
    }

    @Test
    void anotherHistoryIsNamedAndNothingIsTouched() throws IOException {
        Folders.remove(archive().resolve(place("5B")));
        fixture.archive("5B", "another first");
        Map<String, String> other = inStore();

        Restorer.Outcome outcome = restoreAll(NOTHING_KNOWN);

        assertThat(codes(outcome)).containsExactly("A440_OTHER_HISTORY");
        assertThat(inStore()).isEqualTo(other);
    }

    @Test
    void aCopyIsNotBelievedAgainstWhatIsKnown() throws IOException {
        Folders.remove(archive().resolve(place("5B")));
        fixture.archive("5B", "forged");
        Folders.remove(fixture.disk.resolve("archive").resolve(place("5B")));
        Files.move(
                archive().resolve(place("5B")), fixture.disk.resolve("archive").resolve(place("5B")));

        Restorer.Outcome outcome = restoreAll(fixture.ledger::expected);

        assertThat(codes(outcome)).containsExactly("A440_OTHER_HISTORY", "A437_NOT_REPAIRED");
        assertThat(fixture.store.files(place("5B"))).isEmpty();
    }

    @Test
    void destroyedDossierDoesNotComeBackAndOneOfNobodyIsNamed() throws IOException {
        Folders.remove(archive().resolve(place("5B")));
        fixture.destroyed.add(CopiesFixture.dossierId("5B"));

        Restorer.Outcome outcome = restoreAll(NOTHING_KNOWN);

        assertThat(outcome.leftovers()).containsExactly(CopiesFixture.dossierId("5B"));
        assertThat(outcome.findings()).isEmpty();
        assertThat(fixture.store.files(place("5B"))).isEmpty();
        assertThat(codes(restorer(NOTHING_KNOWN).restore(CopiesFixture.dossierId("9Z"), copies())))
                .containsExactly("A447_NOWHERE");
    }

    @Test
    void drillProvesEveryByteLeavesNothingAndNamesADamagedCopy() throws IOException {
        RestoreDrill.Outcome clean = drill(10, 1);

        assertThat(clean.findings()).isEmpty();
        assertThat(clean.restored()).isEqualTo(2);
        assertThat(clean.bytes()).isEqualTo(bytesOnDisk());
        assertThat(clean.megabytesPerSecond()).isEqualTo(clean.bytes() / 1e6 / clean.seconds());
        assertThat(folder.resolve("scratch")).doesNotExist();
        assertThat(drill(1, 7).bytes()).isEqualTo(drill(1, 7).bytes());

        Path file = fixture.disk
                .resolve("archive")
                .resolve(before.keySet().stream()
                        .filter(path -> path.endsWith("D-5B.pdf"))
                        .findFirst()
                        .orElseThrow());
        Files.writeString(file, "rotten");
        fixture.destroyed.add(CopiesFixture.dossierId("5A"));
        assertThat(drill(10, 1).findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("A446_NOT_RESTORABLE", "A445_COPY_HOLDS_DESTROYED");
    }

    private RestoreDrill.Outcome drill(int most, long seed) throws IOException {
        AtomicLong nanos = new AtomicLong();
        return new RestoreDrill(
                        folder.resolve("scratch"),
                        fixture.destroyed::contains,
                        fixture.ledger::expected,
                        () -> nanos.getAndAdd(500_000_000))
                .run("disk-2", fixture.target().open(), most, seed);
    }

    private long bytesOnDisk() throws IOException {
        long bytes = 0;
        for (String name : List.of("5A", "5B")) {
            bytes += fixture.store.files(place(name)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        return bytes;
    }

    private Restorer.Outcome restoreAll(Function<String, Optional<ExpectedObject>> known) throws IOException {
        return restorer(known).restoreAll(copies(), () -> {});
    }

    private Restorer restorer(Function<String, Optional<ExpectedObject>> known) {
        return new Restorer(fixture.store, fixture.destroyed::contains, known);
    }

    private Map<String, CopyMedium> copies() throws IOException {
        return Map.of("disk-2", fixture.target().open());
    }

    private static List<String> codes(Restorer.Outcome outcome) {
        return outcome.findings().stream().map(Finding::code).toList();
    }

    private static String place(String className) {
        return ObjectPlace.ofDossier(CopiesFixture.dossierId(className));
    }

    private Path archive() {
        return fixture.home.resolve("archive");
    }

    private Map<String, String> inStore() throws IOException {
        return CopiesFixture.tree(archive());
    }

    private static final class Killed extends Error {}
}
