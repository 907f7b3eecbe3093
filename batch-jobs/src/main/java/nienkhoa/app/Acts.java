package nienkhoa.app;

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
    public void enter(Act act) {
        transaction.executeWithoutResult(status -> log.enter(act));
    }

    /** Enters an act and applies it to its projection in one transaction. */
    public void enter(Act act, Projection projection) {
        transaction.executeWithoutResult(status -> {
            AuditEntry entry = log.enter(act);
            projection.apply(entry);
        });
    }
}
