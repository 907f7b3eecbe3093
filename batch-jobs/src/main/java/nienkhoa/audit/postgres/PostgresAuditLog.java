package nienkhoa.audit.postgres;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditLog;
import nienkhoa.data.CanonicalJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code audit_entry}, which refuses every change, and {@code audit_head}, whose one row is the lock. */
public final class PostgresAuditLog implements AuditLog {

    private static final String LOCK = "select number, sha256 from audit_head for update";

    private static final String MOVE_HEAD = "update audit_head set number = ?, sha256 = ?";

    private static final String ENTER = """
            insert into audit_entry (number, entered_at, actor, action, record, rule, sha256, entry)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String AFTER = "select entry from audit_entry where number > ? order by number limit ?";

    private static final String LAST = "select entry from audit_entry order by number desc limit 1";

    private static final String ON_RECORD = "select entry from audit_entry where record = ? order by number";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public PostgresAuditLog(DataSource database, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Head(long number, String sha256) {}

    @Override
    public AuditEntry enter(Act act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an act is entered in the transaction that does it");
        }
        Head head = lock();
        AuditEntry entry = AuditEntry.after(head.number(), head.sha256(), clock.instant(), act);
        write(entry);
        return entry;
    }

    private Head lock() {
        List<Head> heads = jdbc.query(LOCK, (row, n) -> new Head(row.getLong(1), row.getString(2)));
        if (heads.size() != 1) {
            throw new IllegalStateException("audit_head has " + heads.size() + " rows");
        }
        return heads.get(0);
    }

    private void write(AuditEntry entry) {
        Act act = entry.act();
        jdbc.update(
                ENTER,
                entry.number(),
                entry.at().atOffset(ZoneOffset.UTC),
                act.actor(),
                act.action(),
                act.record(),
                act.rule(),
                entry.sha256(),
                CanonicalJson.write(entry));
        jdbc.update(MOVE_HEAD, entry.number(), entry.sha256());
    }

    @Override
    public List<AuditEntry> entriesAfter(long number, int limit) {
        return entries(AFTER, number, limit);
    }

    @Override
    public Optional<AuditEntry> last() {
        return entries(LAST).stream().findFirst();
    }

    @Override
    public List<AuditEntry> entriesOn(String record) {
        return entries(ON_RECORD, record);
    }

    private List<AuditEntry> entries(String query, Object... arguments) {
        return jdbc.query(query, (row, n) -> CanonicalJson.read(row.getString(1), AuditEntry.class), arguments);
    }

    @Override
    public Set<String> tables() {
        return Set.of("audit_entry", "audit_head");
    }

    @Override
    public void clear() {
        lock();
        jdbc.update("delete from audit_entry");
        jdbc.update(MOVE_HEAD, 0, AuditEntry.NONE_BEFORE);
    }

    @Override
    public void restore(List<AuditEntry> entries) {
        transaction.executeWithoutResult(status -> {
            Head head = lock();
            for (AuditEntry entry : entries) {
                boolean follows = entry.number() == head.number() + 1
                        && entry.previousSha256().equals(head.sha256())
                        && entry.isWhole();
                if (!follows) {
                    throw new IllegalStateException("entry " + entry.number() + " does not follow " + head.number());
                }
                write(entry);
                head = new Head(entry.number(), entry.sha256());
            }
        });
    }
}
