package nienkhoa.archive.copies.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nienkhoa.archive.copies.Copier;
import nienkhoa.archive.copies.CopiesFixture;
import nienkhoa.archive.copies.CopyLedger;
import nienkhoa.archive.copies.CopyMarker;
import nienkhoa.archive.copies.CopyMedium;
import nienkhoa.archive.copies.CopyTarget.Presence;
import nienkhoa.archive.copies.ExpectedObject;
import nienkhoa.archive.copies.ObjectCheck;
import nienkhoa.archive.copies.ObjectInventory;
import nienkhoa.archive.copies.ObjectPlace;
import nienkhoa.archive.copies.Pace;
import nienkhoa.archive.copies.Restorer;
import nienkhoa.archive.copies.UnreachableCopy;
import nienkhoa.archive.copies.UnreachableCopy.Reason;
import nienkhoa.archive.fixity.Budget;
import nienkhoa.archive.fixity.FixityRun;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class S3TargetTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    private CopiesFixture fixture;
    private BucketServer server;

    @BeforeEach
    void archiveTwoDossiers() throws Exception {
        server = BucketServer.start();
        fixture = new CopiesFixture(folder, DATABASE);
        fixture.archive("5A", "first");
        fixture.archive("5A", "corrected");
        fixture.archive("5B", "first");
        assertThat(fixture.takeStock()).isEmpty();
        target().mark("");
    }

    @AfterEach
    void stopServer() throws Exception {
        server.stop();
    }

    @Test
    void copyIsTheStoreByteForByteAndOnlyWhatIsNewFollows() throws IOException {
        assertThat(copy().copied()).isEqualTo(2);
        assertThat(inBucket()).isEqualTo(inStore());

        fixture.archive("5B", "corrected");
        fixture.takeStock();
        assertThat(copy().copied()).isEqualTo(1);

        assertThat(inBucket()).isEqualTo(inStore());
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void damageIsFoundByACheckerThatTheCanariesProveAndMendedEitherWay() throws IOException {
        copy();
        String place = ObjectPlace.ofDossier(CopiesFixture.dossierId("5A"));
        overwrite("truong-a/archive/" + place + "/" + pdf(place));
        String other = ObjectPlace.ofDossier(CopiesFixture.dossierId("5B"));
        Files.writeString(fixture.home.resolve("archive").resolve(other).resolve(pdf(other)), "rotten");
        Map<String, CopyMedium> copies = new LinkedHashMap<>();
        copies.put(CopyLedger.STORE, fixture.store);
        copies.put("bucket", target().open());
        ObjectCheck check = new ObjectCheck(Pace.FREE);

        FixityRun.Summary summary = new FixityRun(
                        fixture.ledger,
                        check,
                        fixture.proof(check),
                        fixture.root(),
                        new Budget(1, 1000, Duration.ofHours(1)),
                        fixture.clock)
                .run(copies, List.of(CopyLedger.STORE, "bucket"));

        assertThat(summary.findings()).extracting(Finding::code).containsExactly("A432_CHANGED", "A432_CHANGED");
        assertThat(summary.lines()).allSatisfy(line -> {
            assertThat(line.canaries()).isEqualTo(line.planted()).isEqualTo(13);
            assertThat(line.repaired()).isEqualTo(1);
        });
        assertThat(inBucket()).isEqualTo(inStore());
        assertThat(server.client
                        .listObjectsV2(list -> list.bucket(BucketServer.BUCKET).prefix("truong-a/set-aside/"))
                        .contents())
                .as("the bad bytes are kept beside")
                .hasSize(1);
    }

    @Test
    void killedAtAnyFileNoInventoryNamesWhatIsNotThere() throws IOException {
        int kills = 0;
        for (int steps = 0; steps < 60 && fixture.ledger.standing("bucket").complete() < 2; steps++) {
            AtomicInteger left = new AtomicInteger(steps % 20);
            try {
                fixture.copier()
                        .copy(
                                target("secret", "archive-1", () -> {
                                    if (left.getAndDecrement() == 0) {
                                        throw new Killed();
                                    }
                                }),
                                false);
            } catch (Killed e) {
                kills++;
            }
            for (String name : List.of("5A", "5B")) {
                assertWholeOrNoInventory(ObjectPlace.ofDossier(CopiesFixture.dossierId(name)));
            }
        }

        assertThat(kills).isGreaterThan(5);
        assertThat(inBucket()).isEqualTo(inStore());
    }

    private void assertWholeOrNoInventory(String place) throws IOException {
        CopyMedium medium = target().open();
        try (InputStream in = medium.read(place, ExpectedObject.INVENTORY)) {
            ObjectInventory inventory = ObjectInventory.read(in.readAllBytes()).orElseThrow();
            assertThat(medium.files(place).keySet())
                    .containsAll(inventory.paths(inventory.newest()).values());
        } catch (NoSuchFileException e) {
            assertThat(medium.files(place)).doesNotContainKey(ExpectedObject.INVENTORY);
        }
    }

    @Test
    void destroyedDossierLeavesNoVersionInABucketThatKeepsVersions() throws IOException {
        server.keepVersions();
        copy();
        String place = ObjectPlace.ofDossier(CopiesFixture.dossierId("5A"));
        overwrite("truong-a/archive/" + place + "/" + pdf(place));
        target().open().setAside(place, pdf(place));
        server.client.deleteObject(
                delete -> delete.bucket(BucketServer.BUCKET).key("truong-a/archive/" + place + "/inventory.json"));
        assertThat(target().presence(CopiesFixture.dossierId("5A"))).isEqualTo(Presence.PRESENT);

        assertThat(target().destroy(CopiesFixture.dossierId("5A"))).isEqualTo(Presence.ABSENT);

        assertThat(server.versions("truong-a/archive/" + place)).isZero();
        assertThat(server.versions("truong-a/set-aside/" + place)).isZero();
        assertThat(target().presence(CopiesFixture.dossierId("5B"))).isEqualTo(Presence.PRESENT);
        assertThat(target().destroy(CopiesFixture.dossierId("5A"))).isEqualTo(Presence.ABSENT);
    }

    @Test
    void onlyOlderVersionsOfADossierAreStillPresence() throws IOException {
        server.keepVersions();
        copy();
        String place = ObjectPlace.ofDossier(CopiesFixture.dossierId("5A"));
        CopyMedium medium = target().open();
        for (String file : medium.files(place).keySet()) {
            server.client.deleteObject(
                    delete -> delete.bucket(BucketServer.BUCKET).key("truong-a/archive/" + place + "/" + file));
        }

        assertThat(medium.files(place)).isEmpty();
        assertThat(target().presence(CopiesFixture.dossierId("5A"))).isEqualTo(Presence.PRESENT);
    }

    @Test
    void anEmptyStoreComesBackFromTheBucketByteForByte() throws IOException {
        copy();
        Map<String, String> before = inStore();
        Path archive = fixture.home.resolve("archive");
        Files.move(archive, folder.resolve("dead"));
        Files.createDirectories(archive);

        Restorer.Outcome outcome = new Restorer(fixture.store, id -> false, place -> Optional.empty())
                .restoreAll(Map.of("bucket", target().open()), () -> {});

        assertThat(outcome.findings()).isEmpty();
        assertThat(inStore()).isEqualTo(before);
    }

    @Test
    void aServerThatVanishesIsOutOfReachLikeADiskThatIsNotThere() throws Exception {
        S3Target target = target();
        server.stop();

        Copier.Outcome outcome = fixture.copier().copy(target, false);

        assertThat(outcome.findings()).extracting(Finding::code).containsExactly("A410_COPY_ABSENT");
        assertThat(fixture.ledger.standing("bucket").unreachableSince()).isPresent();
        assertThat(target.presence(CopiesFixture.dossierId("5A"))).isEqualTo(Presence.UNREACHABLE);
        assertThat(target.destroy(CopiesFixture.dossierId("5A"))).isEqualTo(Presence.UNREACHABLE);
        server = BucketServer.start();
    }

    @Test
    void wrongKeysAnotherArchiveAndAnUnmarkedBucketAreNeverWrittenTo() throws IOException {
        assertThat(reasonOf(target("wrong", "archive-1", () -> {}))).isEqualTo(Reason.REFUSED);
        assertThat(reasonOf(target("secret", "archive-of-another-school", () -> {})))
                .isEqualTo(Reason.WRONG_COPY);
        assertThat(target("secret", "other", () -> {}).markedArchive()).contains("archive-1");
        server.client.deleteObject(delete -> delete.bucket(BucketServer.BUCKET).key("truong-a/" + CopyMarker.FILE));

        assertThat(reasonOf(target())).isEqualTo(Reason.NOT_MARKED);
        assertThat(fixture.copier().copy(target(), false).findings())
                .extracting(Finding::code)
                .containsExactly("A411_COPY_NOT_MARKED");
        assertThat(server.versions("")).isZero();
    }

    @Test
    void theServerItselfRefusesBytesThatAreNotWhatWasProved() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "changed on the way");
        Bucket bucket = new Bucket(server.client, BucketServer.BUCKET, Pace.FREE);
        String ofOthers = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";

        assertThatThrownBy(() -> bucket.write("truong-a/x", file, ofOthers)).isInstanceOf(IOException.class);

        assertThat(bucket.exists("truong-a/x")).isFalse();
    }

    @Test
    void bytesGoNoFasterThanTheBandwidthAndIdleTimeIsNotSavedUp() {
        AtomicLong now = new AtomicLong();
        List<Long> waits = new ArrayList<>();
        Bandwidth bandwidth = new Bandwidth(2, now::get, wait -> {
            waits.add(wait);
            now.addAndGet(wait);
        });

        bandwidth.read(2_000_000);
        bandwidth.read(1_000);
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        bandwidth.read(4_000_000);

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(1).toNanos(), Duration.ofSeconds(2).toNanos());
    }

    private static Reason reasonOf(S3Target target) {
        List<Reason> reasons = new ArrayList<>();
        assertThatThrownBy(target::open)
                .isInstanceOfSatisfying(UnreachableCopy.class, unreachable -> reasons.add(unreachable.reason()));
        return reasons.get(0);
    }

    private void overwrite(String key) {
        server.client.putObject(put -> put.bucket(BucketServer.BUCKET).key(key), RequestBody.fromString("rotten"));
    }

    private String pdf(String place) throws IOException {
        return fixture.store.files(place).keySet().stream()
                .filter(file -> file.endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
    }

    private Copier.Outcome copy() throws IOException {
        Copier.Outcome outcome = fixture.copier().copy(target(), false);
        assertThat(outcome.findings()).isEmpty();
        return outcome;
    }

    private S3Target target() throws IOException {
        return target("secret", "archive-1", () -> {});
    }

    private S3Target target(String secret, String archive, Runnable step) throws IOException {
        return new S3Target(
                "bucket",
                server.place(folder.resolve("keys"), secret),
                new CopyMarker("bucket", archive),
                folder.resolve("scratch"),
                step);
    }

    private Map<String, String> inStore() throws IOException {
        return CopiesFixture.tree(fixture.home.resolve("archive"));
    }

    private Map<String, String> inBucket() throws IOException {
        CopyMedium medium = target().open();
        Map<String, String> tree = new TreeMap<>();
        List<String> places = new ArrayList<>(List.of(CopyMedium.ROOT));
        medium.objects(places::add);
        for (String place : places) {
            for (String file : medium.files(place).keySet()) {
                try (InputStream in = medium.read(place, file)) {
                    tree.put((place.isEmpty() ? "" : place + "/") + file, CanonicalJson.sha256(in.readAllBytes()));
                }
            }
        }
        return tree;
    }

    private static final class Killed extends Error {}
}
