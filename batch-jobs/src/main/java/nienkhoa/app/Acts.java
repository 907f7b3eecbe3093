package nienkhoa.app;

import java.util.List;
import java.util.Objects;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditLog;
import nienkhoa.audit.Projection;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what a person decided: the act and the rows that it leaves, both or neither. */
public final class Acts {

    private final AuditLog log;
    private final TransactionTemplate transaction;

    Acts(AuditLog log, PlatformTransactionManager transactions) {
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Enters an act that leaves no rows. */
    public AuditEntry enter(Act act) {
        return Objects.requireNonNull(transaction.execute(status -> log.enter(act)));
    }

    /** Enters an act and applies it to its projection in one transaction. */
    public void enter(Act act, Projection projection) {
        enter(List.of(act), projection);
    }

    /** The same for what was decided at once: all of the acts or none. */
    public void enter(List<Act> acts, Projection projection) {
        transaction.executeWithoutResult(status -> {
            for (Act act : acts) {
                AuditEntry entry = log.enter(act);
                projection.apply(entry);
            }
        });
    }
}
