package nienkhoa.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditLog;

/** Reads off the chain of acts which dossiers were destroyed. For one thread. */
public final class DestroyedActs implements Suppression {

    private static final String DESTROYED = "DISPOSAL_DESTROYED";
    private static final int PAGE = 1000;

    private final AuditLog log;
    private final Set<String> dossiers = new HashSet<>();
    private long read;

    public DestroyedActs(AuditLog log) {
        this.log = log;
    }

    @Override
    public boolean isDestroyed(String dossierId) {
        List<AuditEntry> page = log.entriesAfter(read, PAGE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                if (entry.act().action().equals(DESTROYED)) {
                    dossiers.add(entry.act().record());
                }
                read = entry.number();
            }
            page = log.entriesAfter(read, PAGE);
        }
        return dossiers.contains(dossierId);
    }
}
