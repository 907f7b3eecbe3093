package nienkhoa.archive.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.copies.CopiesFixture;
import nienkhoa.archive.copies.CopyLedger;
import nienkhoa.archive.copies.CopyMedium;
import nienkhoa.archive.copies.ExpectedObject;
import nienkhoa.archive.copies.ObjectCheck;
import nienkhoa.archive.copies.ObjectCheck.Fault;
import nienkhoa.archive.copies.ObjectCheck.Flaw;
import nienkhoa.archive.copies.Pace;
import nienkhoa.archive.fixity.FixityRun.Summary;
import nienkhoa.archive.ocfl.OcflAuditStore;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.model.Finding;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixityRunTest {

    private static final Budget ALL_AT_ONCE = new Budget(1, 1000, Duration.ofHours(1));

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    private CopiesFixture fixture;

    @BeforeEach
    void copyTwoDossiers() throws IOException {
        fixture = new CopiesFixture(folder, DATABASE);
        fixture.archive("5A", "first");
        fixture.archive("5A", "corrected");
        fixture.archive("5B", "first");
        fixture.takeStock();
        fixture.copier().copy(fixture.target(), false);
    }

    @Test
    void soundCopiesHaveNoFindingsAndEveryCanaryIsNamed() throws IOException {
        Summary summary = run(ALL_AT_ONCE);

        assertThat(summary.findings()).isEmpty();
        assertThat(summary.goalKept()).isTrue();
        assertThat(summary.lines()).allSatisfy(line -> {
            assertThat(line.objects()).isEqualTo(2);
            assertThat(line.canaries()).isEqualTo(line.planted()).isEqualTo(13);
        });
    }

    @Test
    void storeWithPlantedDamageOpensAsBefore() throws IOException {
        run(ALL_AT_ONCE);

        Path root = fixture.home.resolve("archive");
        Path work = fixture.home.resolve("work/again");
        try (OcflDossierStore dossiers = OcflDossierStore.open(root, work, ArchiveFixture.FRI_2024_05_31);
                OcflAuditStore acts = OcflAuditStore.open(root, work, ArchiveFixture.FRI_2024_05_31)) {
            assertThat(dossiers.head("31313401/2023-2024/5A/class-summary")).isPresent();
            assertThat(acts).isNotNull();
        }
    }

    @ParameterizedTest(name = "{0} of the {1}")
    @CsvSource(textBlock = """
            inventory.json,                store
            inventory.json.sha512,         store
            0=ocfl_object_1.1,             store
            v1/inventory.json,             store
            v1/inventory.json.sha512,      store
            v2/inventory.json,             store
            v1/content/metadata/other/dossier.json,       store
            v2/content/metadata/other/dossier.json,       store
            v1/content/representations/rep1/data/D-5A.pdf, store
            v2/content/representations/rep1/data/D-5A.json,     store
            inventory.json,                disk-2
            inventory.json.sha512,         disk-2
            0=ocfl_object_1.1,             disk-2
            v2/inventory.json,             disk-2
            v2/content/metadata/other/dossier.json,       disk-2
            v1/content/representations/rep1/data/D-5A.pdf, disk-2
            """)
    void everyByteClassIsFoundAndRepairedFromTheOtherPlace(String file, String target) throws IOException {
        Path root = (target.equals("store") ? fixture.home : fixture.disk).resolve("archive");
        Map<String, String> before = CopiesFixture.tree(root);
        Path damaged = root.resolve(fixture.expected("5A").place()).resolve(file);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        Summary summary = run(ALL_AT_ONCE);

        assertThat(summary.findings()).extracting(Finding::code).containsExactly("A432_CHANGED");
        assertThat(CopiesFixture.tree(root)).isEqualTo(before);
        assertThat(fixture.repairs)
                .singleElement()
                .asString()
                .startsWith(target)
                .contains(file);
        assertThat(keptAside(target)).contains(bytes);
        assertThat(run(ALL_AT_ONCE).findings()).isEmpty();
    }

    private List<byte[]> keptAside(String target) throws IOException {
        Path work = target.equals("store") ? fixture.home.resolve("work/copies") : fixture.disk.resolve("work");
        List<byte[]> kept = new ArrayList<>();
        try (var files = Files.walk(work.resolve("set-aside"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.add(Files.readAllBytes(file));
            }
        }
        return kept;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everySortOfDamageIsRepaired(Fault fault) throws IOException {
        Path archive = fixture.disk.resolve("archive");
        Map<String, String> before = CopiesFixture.tree(archive);
        Path object = archive.resolve(fixture.expected("5A").place());
        Path pdf = object.resolve("v1/content/representations/rep1/data/D-5A.pdf");
        Path json = object.resolve("v1/content/representations/rep1/data/D-5A.json");
        switch (fault) {
            case OBJECT_MISSING -> Files.move(object, folder.resolve("gone"));
            case MISSING -> Files.delete(pdf);
            case CHANGED -> Files.writeString(pdf, "pd");
            case SWAPPED -> Files.copy(json, pdf, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            case EXTRA -> Files.writeString(pdf.resolveSibling("smuggled.pdf"), "in");
        }

        assertThat(run(ALL_AT_ONCE).findings())
                .extracting(Finding::code)
                .containsExactly("A43" + fault.ordinal() + "_" + fault);
        assertThat(CopiesFixture.tree(archive)).isEqualTo(before);
    }

    @Test
    void objectReplacedByAnotherValidOneIsFoundAndRepaired() throws IOException {
        Path archive = fixture.disk.resolve("archive");
        Map<String, String> before = CopiesFixture.tree(archive);
        Path object = archive.resolve(fixture.expected("5B").place());
        Files.move(object, folder.resolve("gone"));
        for (var file : CopiesFixture.tree(
                        archive.resolve(fixture.expected("5A").place()))
                .keySet()) {
            Path copy = object.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(archive.resolve(fixture.expected("5A").place()).resolve(file), copy);
        }

        assertThat(run(ALL_AT_ONCE).findings()).isNotEmpty();
        assertThat(CopiesFixture.tree(archive)).isEqualTo(before);
    }

    @Test
    void damageInBothPlacesIsToldAndNotPaintedOver() throws IOException {
        for (Path root : List.of(fixture.home, fixture.disk)) {
            Files.writeString(
                    root.resolve("archive")
                            .resolve(fixture.expected("5A").place())
                            .resolve("v1/content/metadata/other/dossier.json"),
                    "rotten");
        }

        assertThat(run(ALL_AT_ONCE).findings()).extracting(Finding::code).contains("A437_NOT_REPAIRED");
        assertThat(fixture.ledger.standing("disk-2").damaged()).isEqualTo(1);
        assertThat(fixture.repairs).isEmpty();
    }

    @Test
    void destroyedDossierIsNotBroughtBackByARepair() throws IOException {
        fixture.destroyed.add(CopiesFixture.dossierId("5A"));
        Path object =
                fixture.home.resolve("archive").resolve(fixture.expected("5A").place());
        Files.move(object, folder.resolve("destroyed"));

        assertThat(run(ALL_AT_ONCE).findings()).extracting(Finding::code).contains("A436_DESTROYED_NOT_REPAIRED");
        assertThat(object).doesNotExist();
    }

    @Test
    void aNightReadsItsShareOldestFirstAndSaysWhenTheGoalIsLost() throws IOException {
        Budget twoNights = new Budget(2, 1000, Duration.ofHours(1));
        fixture.clock = Clock.offset(fixture.clock, Duration.ofMinutes(1));
        run(ALL_AT_ONCE);
        fixture.clock = Clock.offset(fixture.clock, Duration.ofDays(1));

        Summary night = run(twoNights);
        Summary tooSmall = run(new Budget(1, 0.000001, Duration.ofSeconds(1)));

        assertThat(night.goalKept()).isTrue();
        assertThat(night.lines()).allSatisfy(line -> assertThat(line.objects()).isBetween(1L, 2L));
        assertThat(tooSmall.goalKept()).isFalse();
    }

    @Test
    void readingIsHeldBackToTheBudget() {
        List<Duration> waits = new ArrayList<>();
        Throttle throttle = new Throttle(new Budget(1, 2, Duration.ofHours(1)), () -> 0, waits::add);

        throttle.read(1_000);
        throttle.read(999_000);

        assertThat(waits).containsExactly(Duration.ofMillis(500));
    }

    /** Ways in which checkers were wrong for years; each has to be found out by the canaries alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "says nothing",
                "trusts every digest",
                "no missing",
                "no extra",
                "no swaps",
                "no objects",
                "trusts inventories",
                "only content",
                "alarms always"
            })
    void canariesFindOutABrokenChecker(String mutant) throws IOException {
        Summary summary = run(ALL_AT_ONCE, mutated(mutant));

        assertThat(summary.findings()).extracting(Finding::code).contains("A438_CHECKER_NOT_TRUSTED");
    }

    private static ObjectCheck mutated(String mutant) {
        return switch (mutant) {
            case "says nothing" -> filtered(flaws -> List.of());
            case "trusts every digest" -> without(Fault.CHANGED, Fault.SWAPPED);
            case "no missing" -> without(Fault.MISSING);
            case "no extra" -> without(Fault.EXTRA);
            case "no swaps" -> without(Fault.SWAPPED);
            case "no objects" -> without(Fault.OBJECT_MISSING);
            case "trusts inventories" ->
                filtered(flaws -> flaws.stream()
                        .filter(flaw -> !flaw.file().endsWith(ExpectedObject.INVENTORY))
                        .toList());
            case "only content" ->
                filtered(flaws -> flaws.stream()
                        .filter(flaw -> flaw.file().contains("content"))
                        .toList());
            case "alarms always" -> filtered(flaws -> List.of(new Flaw(Fault.CHANGED, "v1/content/sound.txt")));
            default -> throw new IllegalArgumentException(mutant);
        };
    }

    private static ObjectCheck without(Fault... faults) {
        return filtered(flaws -> flaws.stream()
                .filter(flaw -> !List.of(faults).contains(flaw.fault()))
                .toList());
    }

    private static ObjectCheck filtered(UnaryOperator<List<Flaw>> filter) {
        return new ObjectCheck(Pace.FREE) {
            @Override
            public List<Flaw> flaws(CopyMedium medium, ExpectedObject expected) throws IOException {
                return filter.apply(super.flaws(medium, expected));
            }
        };
    }

    /** One after another, in the store and in the copy: damaged, and missing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0=ocfl_1.1",
                "ocfl_layout.json",
                "extensions/0004-hashed-n-tuple-storage-layout/config.json",
                "ocfl_1.1.md"
            })
    void filesOfTheStorageRootAreMadeGoodAgain(String file) throws IOException {
        for (Path root : List.of(fixture.home.resolve("archive"), fixture.disk.resolve("archive"))) {
            String good = Files.readString(root.resolve(file));
            for (boolean missing : List.of(true, false)) {
                if (missing) {
                    Files.delete(root.resolve(file));
                } else {
                    Files.writeString(root.resolve(file), good.replace('o', 'x'));
                }
                assertThat(run(ALL_AT_ONCE).findings())
                        .extracting(Finding::code)
                        .containsExactly("A439_ROOT_REPAIRED");
                assertThat(root.resolve(file)).hasContent(good);
                assertThat(run(ALL_AT_ONCE).findings()).isEmpty();
            }
        }
    }

    @Test
    void whatAllPlacesSayInTheRootIsNoDamage() throws IOException {
        for (Path root : List.of(fixture.home.resolve("archive"), fixture.disk.resolve("archive"))) {
            Files.writeString(root.resolve("ocfl_1.1.md"), "an edition that an older program wrote");
        }
        assertThat(run(ALL_AT_ONCE).findings()).isEmpty();
    }

    /** Time is up for each place after its part of the night, and what was not looked at comes first the next night. */
    @Test
    void aNightEndsWhenItsTimeIsUpAndEveryPlaceHasItsPart() throws IOException {
        for (int i = 0; i < 6; i++) {
            fixture.archive("6-" + i, "first");
        }
        fixture.takeStock();
        fixture.copier().copy(fixture.target(), false);
        Clock start = fixture.clock;
        AtomicInteger asked = new AtomicInteger();
        Clock ticking = new Clock() {
            @Override
            public ZoneId getZone() {
                return start.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return start.instant().plusSeconds(asked.incrementAndGet());
            }
        };
        fixture.clock = ticking;
        ObjectCheck check = new ObjectCheck(Pace.FREE);
        Budget short30 = new Budget(1, 1000, Duration.ofSeconds(30));
        List<FixityRun.Line> nights = new ArrayList<>();
        for (int night = 0; night < 2; night++) {
            nights.addAll(run(short30, check).lines());
        }

        assertThat(nights).allSatisfy(line -> assertThat(line.objects()).isBetween(2L, 7L));
        assertThat(nights.get(0).objects() + nights.get(2).objects()).isGreaterThanOrEqualTo(8);
    }

    private Summary run(Budget budget) throws IOException {
        fixture.clock = Clock.offset(fixture.clock, Duration.ofSeconds(1));
        return run(budget, new ObjectCheck(Pace.FREE));
    }

    private Summary run(Budget budget, ObjectCheck check) throws IOException {
        return new FixityRun(fixture.ledger, check, fixture.proof(check), fixture.root(), budget, fixture.clock)
                .run(fixture.copies(), List.of(CopyLedger.STORE, "disk-2"));
    }
}
