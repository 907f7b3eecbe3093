package nienkhoa.archive.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.copies.CopyTarget.Kind;
import nienkhoa.archive.copies.CopyTarget.Presence;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.model.Finding;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CopierTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    private CopiesFixture fixture;

    @BeforeEach
    void archiveTwoDossiers() throws IOException {
        fixture = new CopiesFixture(folder, DATABASE);
        fixture.archive("5A", "first");
        fixture.archive("5B", "first");
    }

    @Test
    void copyIsTheStoreByteForByteAndAStoreItself() throws IOException {
        Copier.Outcome outcome = copy(false);

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.copied()).isEqualTo(2);
        assertThat(onDisk()).isEqualTo(inStore());
        assertThat(new OcflArchiveFolder(fixture.disk.resolve("archive")).read().objects())
                .hasSize(2);
    }

    @Test
    void onlyWhatIsNewIsCopiedTheNextDay() throws IOException {
        copy(false);
        fixture.archive("5A", "corrected");
        fixture.takeStock();

        assertThat(fixture.ledger.standing("disk-2"))
                .extracting(CopyLedger.Standing::complete, CopyLedger.Standing::stale)
                .containsExactly(1L, 1L);
        assertThat(copy(false).copied()).isEqualTo(1);
        assertThat(onDisk()).isEqualTo(inStore());
        assertThat(copy(false).copied()).isZero();
        assertThat(fixture.ledger.standing("disk-2").complete()).isEqualTo(2);
    }

    @Test
    void inFullADamagedCopyIsWrittenAgain() throws IOException {
        copy(false);
        Path file = fixture.disk
                .resolve("archive")
                .resolve(onDisk().keySet().stream()
                        .filter(path -> path.endsWith("dossier.json"))
                        .findFirst()
                        .orElseThrow());
        Files.writeString(file, "rotten");

        Copier.Outcome outcome = copy(true);

        assertThat(outcome.findings()).extracting(Finding::code).containsExactly("A432_CHANGED");
        assertThat(outcome.proved()).isEqualTo(2);
        assertThat(outcome.repaired()).isEqualTo(1);
        assertThat(onDisk()).isEqualTo(inStore());
    }

    @Test
    void killedAtAnyStepTheNextRunCompletesTheCopyAndNoHalfObjectIsVisible() throws IOException {
        copy(false);
        fixture.archive("5A", "corrected");
        fixture.archive("5C", "first");
        fixture.takeStock();
        int kills = 0;
        for (int steps = 0; steps < 20 && fixture.ledger.standing("disk-2").complete() < 3; steps++) {
            kills += killedAfter(steps) ? 1 : 0;
            for (String name : List.of("5A", "5B", "5C")) {
                assertWholeOrAbsent(name);
            }
        }

        assertThat(kills).isGreaterThan(2);
        assertThat(onDisk()).isEqualTo(inStore());
    }

    /** Whether the run ended in a kill. */
    private boolean killedAfter(int steps) throws IOException {
        AtomicInteger left = new AtomicInteger(steps);
        FolderMedium medium = new FolderMedium(fixture.disk.resolve("archive"), fixture.disk.resolve("work"), () -> {
            if (left.getAndDecrement() == 0) {
                throw new Killed();
            }
        });
        try {
            fixture.copier().copy(new Lent(medium), false);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** The root inventory of what is there names only files that are there, with their digests. */
    private void assertWholeOrAbsent(String className) throws IOException {
        CopyMedium medium = fixture.copies().get("disk-2");
        String place = ObjectPlace.ofDossier(CopiesFixture.dossierId(className));
        if (medium.files(place).isEmpty()) {
            return;
        }
        ObjectInventory inventory;
        try (InputStream in = medium.read(place, ExpectedObject.INVENTORY)) {
            inventory = ObjectInventory.read(in.readAllBytes()).orElseThrow();
        }
        for (var file : inventory.contents().entrySet()) {
            try (InputStream in = medium.read(place, file.getKey())) {
                assertThat(Sha512.of(in, Pace.FREE)).isEqualTo(file.getValue());
            }
        }
    }

    @Test
    void fullDiskStopsThisCopyAndTheNextRunGoesOn() throws IOException {
        fixture.takeStock();
        CopyMedium full = new Failing(fixture.copies().get("disk-2"), 3, "No space left on device");

        Copier.Outcome outcome = fixture.copier().copy(new Lent(full), false);

        assertThat(outcome.findings()).extracting(Finding::code).containsExactly("A414_COPY_FULL");
        assertThat(fixture.ledger.standing("disk-2").unreachableSince()).isPresent();
        assertThat(copy(false).findings()).isEmpty();
        assertThat(onDisk()).isEqualTo(inStore());
        assertThat(fixture.ledger.standing("disk-2").unreachableSince()).isEmpty();
    }

    @Test
    void diskThatVanishesInMidCopyIsAFinding() throws IOException {
        fixture.takeStock();
        CopyMedium vanishing = new Failing(fixture.copies().get("disk-2"), 20, "Input/output error");

        Copier.Outcome outcome = fixture.copier().copy(new Lent(vanishing), false);

        assertThat(outcome.findings()).extracting(Finding::code).containsExactly("A413_COPY_VANISHED");
        assertThat(fixture.ledger.standing("disk-2").missing()).isBetween(1L, 2L);
    }

    @Test
    void diskOfAnotherArchiveAndADiskWithoutAMarkAreNeverWrittenTo() throws IOException {
        FolderTarget ours = removable("usb-1", "archive-1");
        Path place = Files.createDirectories(folder.resolve("usb"));
        assertThat(reasonOf(ours)).isEqualTo(UnreachableCopy.Reason.NOT_MARKED);
        removable("usb-1", "archive-of-another-school").mark(place.toString());

        assertThat(reasonOf(ours)).isEqualTo(UnreachableCopy.Reason.WRONG_COPY);
        assertThatThrownBy(() -> ours.mark(place.toString())).isInstanceOf(UnreachableCopy.class);
        assertThat(fixture.copier().copy(ours, false).findings())
                .extracting(Finding::code)
                .containsExactly("A412_WRONG_COPY");
        assertThat(place.resolve("archive")).doesNotExist();
        Files.move(place, folder.resolve("unplugged"));
        assertThat(reasonOf(ours)).isEqualTo(UnreachableCopy.Reason.ABSENT);
    }

    @Test
    void damageInTheStoreIsNotCopied() throws IOException {
        fixture.takeStock();
        Path file = fixture.home
                .resolve("archive")
                .resolve(inStore().keySet().stream()
                        .filter(path -> path.endsWith("D-5A.pdf"))
                        .findFirst()
                        .orElseThrow());
        Files.writeString(file, "rotten");

        Copier.Outcome outcome = fixture.copier().copy(fixture.target(), false);

        assertThat(outcome.findings()).extracting(Finding::code).containsExactly("A422_SOURCE_DAMAGED");
        assertThat(outcome.copied()).isEqualTo(1);
        assertThat(fixture.target().presence(CopiesFixture.dossierId("5A"))).isEqualTo(Presence.ABSENT);
    }

    @Test
    void destroyedDossierIsAbsentAfterwardsAndTheOthersStay() throws IOException {
        copy(false);

        assertThat(fixture.target().destroy(CopiesFixture.dossierId("5A"))).isEqualTo(Presence.ABSENT);
        assertThat(fixture.target().presence(CopiesFixture.dossierId("5B"))).isEqualTo(Presence.PRESENT);
        assertThat(removable("usb-1", "archive-1").destroy(CopiesFixture.dossierId("5A")))
                .isEqualTo(Presence.UNREACHABLE);
    }

    private FolderTarget removable(String id, String archive) {
        return new FolderTarget(
                id, Kind.REMOVABLE, List.of("Q:/x", folder.resolve("usb").toString()), new CopyMarker(id, archive));
    }

    private static UnreachableCopy.Reason reasonOf(FolderTarget target) {
        try {
            target.open();
            throw new AssertionError("opened");
        } catch (UnreachableCopy e) {
            return e.reason();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Copier.Outcome copy(boolean full) throws IOException {
        assertThat(fixture.takeStock()).isEmpty();
        return fixture.copier().copy(fixture.target(), full);
    }

    private SortedMap<String, String> onDisk() throws IOException {
        return (SortedMap<String, String>) CopiesFixture.tree(fixture.disk.resolve("archive"));
    }

    private SortedMap<String, String> inStore() throws IOException {
        return (SortedMap<String, String>) CopiesFixture.tree(fixture.home.resolve("archive"));
    }

    /** Ends a run as a kill does: nothing of ours catches it. */
    private static final class Killed extends Error {}

    /** The copy as this medium. */
    private record Lent(CopyMedium medium) implements CopyTarget {
        @Override
        public String id() {
            return "disk-2";
        }

        @Override
        public Kind kind() {
            return Kind.FOLDER;
        }

        @Override
        public String where() {
            return "";
        }

        @Override
        public CopyMedium open() {
            return medium;
        }

        @Override
        public void mark(String at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> markedArchive() {
            return Optional.empty();
        }
    }

    /** A medium that fails for ever after so many calls. */
    private static final class Failing implements CopyMedium {

        private final CopyMedium medium;
        private final String message;
        private int left;

        Failing(CopyMedium medium, int calls, String message) {
            this.medium = medium;
            this.left = calls;
            this.message = message;
        }

        private void count() throws IOException {
            if (left-- <= 0) {
                throw new IOException(message);
            }
        }

        @Override
        public void objects(PlaceVisitor visitor) throws IOException {
            count();
            medium.objects(visitor);
        }

        @Override
        public SortedMap<String, Long> files(String place) throws IOException {
            count();
            return medium.files(place);
        }

        @Override
        public InputStream read(String place, String file) throws IOException {
            count();
            return medium.read(place, file);
        }

        @Override
        public void setAside(String place, String file) throws IOException {
            count();
            medium.setAside(place, file);
        }

        @Override
        public void destroy(String place) throws IOException {
            count();
            medium.destroy(place);
        }

        @Override
        public Writing write(String place) throws IOException {
            count();
            Writing writing = medium.write(place);
            return new Writing() {
                @Override
                public void add(String file, InputStream content, String sha512) throws IOException {
                    count();
                    writing.add(file, content, sha512);
                }

                @Override
                public void commit() throws IOException {
                    count();
                    writing.commit();
                }

                @Override
                public void close() throws IOException {
                    writing.close();
                }
            };
        }
    }

    /** Every question for the time takes a second, so a night of some seconds ends between two objects. */
    @Test
    void whatANightDidNotEndTheNextOnesDoEachObjectOnce() throws IOException {
        for (int i = 0; i < 9; i++) {
            fixture.archive("6-" + i, "first");
        }
        fixture.takeStock();
        long objects = fixture.ledger.standing("disk-2").objects();
        fixture.clock = new TickingClock();
        long copied = 0;
        long proved = 0;
        int nights = 0;
        boolean stopped = true;
        while (stopped && nights < 50) {
            Copier.Outcome outcome = fixture.copier()
                    .copy(fixture.target(), true, fixture.clock.instant().plusSeconds(12));
            copied += outcome.copied();
            proved += outcome.proved();
            stopped = outcome.stopped();
            nights++;
            assertThat(fixture.ledger.standing("disk-2").fullAt().isPresent()).isEqualTo(!stopped);
        }

        assertThat(nights).isBetween(3, 49);
        assertThat(copied).isEqualTo(objects);
        assertThat(proved).isEqualTo(objects);
        assertThat(fixture.ledger.standing("disk-2").openFull()).isEmpty();
    }

    private static final class TickingClock extends Clock {

        private Instant now = ArchiveFixture.FRI_2024_05_31.instant();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }
}
