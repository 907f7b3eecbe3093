package nienkhoa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nienkhoa.audit.Act;
import nienkhoa.audit.postgres.PostgresAuditLog;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DestroyedActsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private PostgresAuditLog log;
    private TransactionTemplate transaction;

    @BeforeEach
    void open() {
        DATABASE.clear();
        JdbcTransactionManager transactions = new JdbcTransactionManager(DATABASE.dataSource());
        transaction = new TransactionTemplate(transactions);
        log = new PostgresAuditLog(DATABASE.dataSource(), transactions, ArchiveFixture.FRI_2024_05_31);
    }

    @Test
    void aDossierIsDestroyedFromTheBeginningOfItsDestruction() {
        DestroyedActs acts = new DestroyedActs(log);
        enter("HOLD_PLACED", "a");
        enter("DISPOSAL_BEGUN", "b");
        assertThat(acts.isDestroyed("a")).isFalse();
        assertThat(acts.isDestroyed("b")).isTrue();
        enter("DISPOSAL_DESTROYED", "c");

        assertThat(acts.isDestroyed("c")).as("acts that came since are read").isTrue();
        assertThat(acts.isDestroyed("d")).isFalse();
    }

    private void enter(String action, String record) {
        transaction.executeWithoutResult(status -> log.enter(Act.of("p05", action, record, "", Map.of())));
    }
}
