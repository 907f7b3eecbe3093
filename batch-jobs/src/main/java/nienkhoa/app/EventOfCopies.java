package nienkhoa.app;

import java.time.Clock;
import java.util.List;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditFlush;
import nienkhoa.audit.AuditFlush.ForkedChainException;
import nienkhoa.audit.AuditStore;

/** Enters what happened to the store, also while the database does not know the store's chain. */
final class EventOfCopies {

    private EventOfCopies() {}

    /** False if database and store tell different stories: the store alone has the act then, and a rebuild brings it. */
    static boolean enter(Application application, Act act) {
        AuditFlush flush = application.part(AuditFlush.class);
        AuditStore store = application.part(AuditStore.class);
        Home home = application.part(Home.class);
        try {
            flush.flush();
        } catch (ForkedChainException e) {
            AuditEntry last = store.last().orElseThrow();
            store.append(
                    List.of(AuditEntry.after(last, application.part(Clock.class).instant(), act)));
            return false;
        }
        application.part(Acts.class).enter(act);
        AuditWitness.write(home.root(), flush, store);
        return true;
    }
}
