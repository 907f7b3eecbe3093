package nienkhoa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.archive.ocfl.OcflAuditStore;
import nienkhoa.archive.verify.FormsPdfProof;
import nienkhoa.archive.verify.Report;
import nienkhoa.archive.verify.Verifier;
import nienkhoa.audit.AuditChain.Witness;
import nienkhoa.audit.AuditFlush.ForkedChainException;
import nienkhoa.audit.postgres.PostgresAuditLog;
import nienkhoa.model.Finding;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path home;

    private PostgresAuditLog log;
    private TransactionTemplate transaction;
    private OcflAuditStore store;

    @BeforeEach
    void open() {
        DATABASE.clear();
        JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE.dataSource());
        transaction = new TransactionTemplate(transactions);
        log = new PostgresAuditLog(DATABASE.dataSource(), transactions, ArchiveFixture.FRI_2024_05_31);
        store = openStore();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void entersOnlyInAnOpenTransactionAndIsUndoneWithIt() {
        assertThatThrownBy(() -> log.enter(act("p01"))).isInstanceOf(IllegalStateException.class);

        transaction.executeWithoutResult(status -> {
            log.enter(act("p01"));
            status.setRollbackOnly();
        });
        enter("p02");

        assertThat(log.entriesAfter(0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.number()).isEqualTo(1);
            assertThat(entry.act().actor()).isEqualTo("p02");
        });
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAnEntry() {
        enter("p01");

        for (String change : List.of(
                "update audit_entry set actor = 'p02'", "delete from audit_entry", "truncate table audit_entry")) {
            assertThatThrownBy(() -> DATABASE.jdbc().sql(change).update())
                    .as(change)
                    .hasStackTraceContaining("no changes");
        }
    }

    @Test
    void twoWhoEnterAtOnceMakeOneChainWithoutGaps() throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (String person : List.of("p01", "p02")) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int i = 0; i < 25; i++) {
                    enter(person);
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        List<AuditEntry> entries = log.entriesAfter(0, 100);
        assertThat(entries).hasSize(50);
        assertThat(AuditChain.check(entries, Optional.empty())).isEmpty();
    }

    @Test
    void killedBetweenCommitAndFlushTheNextFlushWritesWhatIsMissing() {
        enter("p01");
        assertThat(flush()).isEqualTo(1);
        enter("p02");
        enter("p03");
        store.close();
        store = openStore();

        assertThat(flush()).isEqualTo(2);
        assertThat(flush()).isZero();
        assertThat(stored()).isEqualTo(log.entriesAfter(0, 10));
        assertThat(verify(Optional.of(Witness.of(stored().get(2)))).findings()).isEmpty();
    }

    @Test
    void theChainComesBackFromTheStoreAlone() {
        enter("p01");
        enter("p02");
        flush();
        List<AuditEntry> before = log.entriesAfter(0, 10);
        DATABASE.clear();

        log.restore(stored());
        enter("p03");

        assertThat(log.entriesAfter(0, 2)).isEqualTo(before);
        assertThat(AuditChain.check(log.entriesAfter(0, 10), Optional.empty())).isEmpty();
        assertThatThrownBy(() -> log.restore(before)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDatabaseThatIsOlderThanTheStoreWritesNothing() {
        enter("p01");
        enter("p02");
        flush();
        DATABASE.clear();
        enter("p09");

        assertThatThrownBy(this::flush).isInstanceOf(ForkedChainException.class);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void verificationFindsATamperedAndAShortenedChainInTheFolder() throws IOException {
        enter("p01");
        flush();
        enter("p02");
        flush();
        Witness last = Witness.of(stored().get(1));
        Path newest = file("000000000002-000000000002.jsonl");

        String whole = Files.readString(newest);
        Files.writeString(newest, whole.replace("p02", "p01"));
        assertThat(codes(verify(Optional.empty()))).contains("V301_OBJECT_INVALID", "V332_AUDIT_CHANGED");
        Files.writeString(newest, "no entry");
        assertThat(codes(verify(Optional.of(last)))).contains("V331_AUDIT_UNREADABLE", "V332_AUDIT_SHORTENED");
    }

    private void enter(String person) {
        transaction.executeWithoutResult(status -> log.enter(act(person)));
    }

    private static Act act(String person) {
        return Act.of(person, "HOLD_PLACED", "case-1", "", Map.of("reason", "INSPECTION"));
    }

    private int flush() {
        return new AuditFlush(log, store).flush();
    }

    private List<AuditEntry> stored() {
        List<AuditEntry> entries = new ArrayList<>();
        store.read(entries::add);
        return entries;
    }

    private OcflAuditStore openStore() {
        return OcflAuditStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31);
    }

    private Report verify(Optional<Witness> witness) {
        return new Verifier(new FormsPdfProof(), 1, witness, List.of())
                .verify(new OcflArchiveFolder(home.resolve("archive")), (done, total) -> {});
    }

    private static List<String> codes(Report report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
