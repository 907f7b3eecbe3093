package nienkhoa.disposal;

import static nienkhoa.disposal.DisposalFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveCodes;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.HandedOver;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.ocfl.OcflRemoval;
import nienkhoa.archive.postgres.PostgresCatalogue;
import nienkhoa.archive.verify.FormsPdfProof;
import nienkhoa.archive.verify.Report;
import nienkhoa.archive.verify.Verifier;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.postgres.PostgresAuditLog;
import nienkhoa.disposal.postgres.PostgresArchiveRows;
import nienkhoa.disposal.postgres.PostgresDisposalCases;
import nienkhoa.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Destruction with a real store and a real database. */
class DestructionTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String DOSSIER = ArchiveFixture.CLASS_5A.id();

    @TempDir
    private Path folder;

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-12T09:00:00Z"), ZoneOffset.UTC);
    private final Set<String> copied = new TreeSet<>();
    private boolean copyInReach = true;
    private int killAt = Integer.MAX_VALUE;
    private int moments;

    private OcflDossierStore store;
    private PostgresDisposalCases cases;
    private ArchiveRows rows;
    private Archivist archivist;

    @BeforeEach
    void archiveADossier() {
        DATABASE.clear();
        JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE.dataSource());
        JdbcClient jdbc = DATABASE.jdbc();
        PostgresCatalogue catalogue = new PostgresCatalogue(DATABASE.dataSource(), transactions);
        cases = new PostgresDisposalCases(
                jdbc, transactions, new PostgresAuditLog(DATABASE.dataSource(), transactions, clock));
        rows = new PostgresArchiveRows(jdbc, catalogue, transactions);
        open();
        archivist = archivist();
        assertThat(archivist.archive(dossier())).isInstanceOf(ArchiveOutcome.Archived.class);
        copied.add(DOSSIER);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesATombstoneAndNothingElse() throws IOException {
        String id = handedOver();

        DisposalCase destroyed = destruction().run(id, OPERATOR);

        assertThat(destroyed.stage()).isEqualTo(Stage.DESTROYED);
        assertGone();
        assertThat(cases.isDestroyed(DOSSIER)).isTrue();
        assertThat(archivist().archive(dossier()).findings())
                .extracting(finding -> finding.code())
                .containsExactly("A403_DOSSIER_DESTROYED");
        assertThat(DATABASE.jdbc()
                        .sql("select kind || documents from archive_dossier")
                        .query(String.class)
                        .list())
                .containsExactly("TOMBSTONE0");
    }

    @Test
    void staysPendingUntilTheLastCopyIsReached() {
        String id = handedOver();
        copyInReach = false;

        DisposalCase pending = destruction().run(id, OPERATOR);

        assertThat(pending.stage()).isEqualTo(Stage.PENDING);
        assertThat(destruction().waitingFor(pending.items().get(0))).containsExactly("copy:disk");
        copyInReach = true;
        assertThat(destruction().run(id, OPERATOR).stage()).isEqualTo(Stage.DESTROYED);
        assertThat(copied).isEmpty();
    }

    @Test
    void goesOnWhereverItWasKilled() throws IOException {
        int killed = 0;
        for (int moment = 0; moment < 60 && killed == moment; moment++) {
            if (moment > 0) {
                store.close();
                wipe(folder);
                archiveADossier();
            }
            String id = handedOver();
            killAt = moment;
            moments = 0;
            try {
                destruction().run(id, OPERATOR);
            } catch (Killed e) {
                killed++;
            }
            killAt = Integer.MAX_VALUE;
            store.close();
            open();
            DisposalCase seen = cases.find(id).orElseThrow();
            if (seen.stage() != Stage.DESTROYED) {
                assertThat(destruction().run(id, OPERATOR).stage()).isEqualTo(Stage.DESTROYED);
            }
            assertGone();
        }
        assertThat(killed).as("moments at which it was killed").isGreaterThanOrEqualTo(12);
    }

    /** Killed between taking the object out and putting the tombstone in its place. */
    @Test
    void goesOnAfterAKillWithinTheStore() throws IOException {
        String id = handedOver();
        killAt = 6;
        assertThatThrownBy(() -> destruction().run(id, OPERATOR)).isInstanceOf(Killed.class);
        killAt = Integer.MAX_VALUE;
        Path gone = folder.resolve("work/leaving").resolve(nienkhoa.data.CanonicalJson.sha256(DOSSIER));
        Files.createDirectories(gone.resolveSibling(""));
        Files.move(object(), gone);

        destruction().run(id, OPERATOR);

        assertGone();
    }

    private Path object() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
            return files.filter(file -> file.endsWith("0=ocfl_object_1.1"))
                    .findFirst()
                    .orElseThrow()
                    .resolveSibling("");
        }
    }

    @Test
    void bringsNothingBackFromAnOldBackup() throws IOException {
        Path backup = folder.resolve("backup");
        copyTree(folder.resolve("archive"), backup);
        String id = handedOver();
        destruction().run(id, OPERATOR);
        store.close();
        wipe(folder.resolve("archive"));
        copyTree(backup, folder.resolve("archive"));
        open();
        assertThat(store.head(DOSSIER))
                .as("the backup is older than the destruction")
                .isPresent();

        assertThat(archivist().archive(dossier()).findings())
                .extracting(finding -> finding.code())
                .containsExactly("A403_DOSSIER_DESTROYED");
        assertThat(destruction().replay(dossier -> true)).isEqualTo(1);

        wipe(backup);
        assertGone();
    }

    @Test
    void rebuildsCasesAndSuppressionFromActsAlone() {
        String id = handedOver();
        destruction().run(id, OPERATOR);
        List<String> before = state();

        cases.clear();
        assertThat(cases.isDestroyed(DOSSIER)).isFalse();
        JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE.dataSource());
        new PostgresAuditLog(DATABASE.dataSource(), transactions, clock)
                .entriesAfter(0, 1000).stream()
                        .filter(entry -> cases.actions().contains(entry.act().action()))
                        .forEach((AuditEntry entry) -> cases.apply(entry));

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void tablesRefuseToLoseADossierWithoutADecision() {
        for (String sql : List.of(
                "delete from archive_version",
                "truncate archive_dossier cascade",
                "select set_config('nienkhoa.disposal_decision', '12/QĐ-TH', false)")) {
            if (sql.startsWith("select")) {
                DATABASE.jdbc().sql(sql).query(String.class).single();
                continue;
            }
            assertThatThrownBy(() -> DATABASE.jdbc().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only under a decision");
        }
        assertThatThrownBy(() -> rows.replace(store.head(DOSSIER).orElseThrow(), "12/QĐ-TH"))
                .as("a number is not enough: the dossier has to be on the suppression list")
                .hasMessageContaining("only under a decision");
    }

    private void assertGone() throws IOException {
        assertThat(store.head(DOSSIER).orElseThrow().manifest().kind()).isEqualTo(DossierKind.TOMBSTONE);
        Report report = new Verifier(new FormsPdfProof(), 1)
                .verify(new OcflArchiveFolder(folder.resolve("archive")), (a, b) -> {});
        assertThat(report.findings()).isEmpty();
        assertThat(copied).isEmpty();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> holding = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(folder.resolve("sources"))
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains("pdf of")) {
                    holding.add(file);
                }
            }
            assertThat(holding).isEmpty();
        }
    }

    private Dossier dossier() {
        return ArchiveFixture.dossier("run", new ArchiveFixture(folder.resolve("sources")).documents(2));
    }

    private void open() {
        store = OcflDossierStore.open(folder.resolve("archive"), folder.resolve("work"), clock);
    }

    private Archivist archivist() {
        JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE.dataSource());
        return new Archivist(
                store,
                new PostgresCatalogue(DATABASE.dataSource(), transactions),
                ArchiveFixture.KEEP,
                clock,
                cases,
                HandedOver.NOTHING,
                ArchiveCodes.UNKNOWN);
    }

    private String handedOver() {
        DisposalFixture fixture = new DisposalFixture();
        fixture.handedOver();
        String sha256 = rows.find(DOSSIER).orElseThrow().manifestSha256();
        for (Act act : fixture.cases.acts) {
            String items = act.details().getOrDefault("items", "");
            if (!items.isEmpty()) {
                DisposalItem one = DisposalFixture.item(DOSSIER);
                DisposalItem listed = new DisposalItem(
                        DOSSIER,
                        one.recordClass(),
                        one.documents(),
                        one.bytes(),
                        one.rule(),
                        one.basis(),
                        one.since(),
                        sha256,
                        one.fate(),
                        "",
                        List.of());
                java.util.TreeMap<String, String> details = new java.util.TreeMap<>(act.details());
                details.put("items", nienkhoa.data.CanonicalJson.write(List.of(listed)));
                cases.enter(new Act(act.actor(), act.action(), act.record(), act.rule(), details));
            } else {
                cases.enter(act);
            }
        }
        return cases.all().get(0).id();
    }

    private Destruction destruction() {
        StorePlace inner = new StorePlace(
                (manifest, file) -> {
                    moment();
                    var stored = new OcflRemoval(store, folder.resolve("work")).replace(manifest, file);
                    moment();
                    return stored;
                },
                new ArchiveRows() {
                    @Override
                    public Optional<Row> find(String dossierId) {
                        return rows.find(dossierId);
                    }

                    @Override
                    public void replace(nienkhoa.archive.DossierStore.StoredDossier tombstone, String decision) {
                        moment();
                        rows.replace(tombstone, decision);
                        moment();
                    }
                },
                folder.resolve("work/disposal"),
                clock);
        DisposalPlace copy = new DisposalPlace() {
            @Override
            public String id() {
                return "copy:disk";
            }

            @Override
            public boolean clear(Tombstone tombstone) {
                moment();
                if (copyInReach) {
                    copied.remove(tombstone.dossierId());
                }
                moment();
                return copyInReach;
            }
        };
        DisposalCases killable = new DisposalCases() {
            @Override
            public Optional<DisposalCase> find(String id) {
                return cases.find(id);
            }

            @Override
            public List<DisposalCase> all() {
                return cases.all();
            }

            @Override
            public DisposalCase enter(Act act) {
                moment();
                DisposalCase now = cases.enter(act);
                moment();
                return now;
            }
        };
        DueRecords due = new DueRecords() {
            @Override
            public List<DisposalItem> dueOn(LocalDate day) {
                return List.of();
            }

            @Override
            public Optional<Objection> objection(DisposalItem listed, LocalDate day) {
                return Optional.empty();
            }
        };
        return new Destruction(killable, due, List.of(copy, inner), clock);
    }

    private void moment() {
        if (moments++ == killAt) {
            throw new Killed();
        }
    }

    private static final class Killed extends RuntimeException {}

    private List<String> state() {
        List<String> rowsNow = new ArrayList<>(DATABASE.jdbc()
                .sql("select row_to_json(c)::text from disposal_case c")
                .query(String.class)
                .list());
        rowsNow.addAll(DATABASE.jdbc()
                .sql("select row_to_json(s)::text from disposal_suppressed s")
                .query(String.class)
                .list());
        return rowsNow;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void wipe(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
