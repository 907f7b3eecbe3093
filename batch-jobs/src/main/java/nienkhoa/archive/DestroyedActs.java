package nienkhoa.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditLog;

/** Reads off the chain of acts which dossiers were destroyed, or are being destroyed. For one thread. */
public final class DestroyedActs implements Suppression {

    /** From the first of them on nothing may bring a dossier back. */
    private static final Set<String> DESTROYING = Set.of("DISPOSAL_BEGUN", "DISPOSAL_DESTROYED");

    private static final int PAGE = 1000;

    private final AuditLog log;
    private final Set<String> dossiers = new HashSet<>();
    private long read;

    public DestroyedActs(AuditLog log) {
        this.log = log;
    }

    /** Whether an entry says that its record is destroyed. */
    public static boolean destroys(AuditEntry entry) {
        return DESTROYING.contains(entry.act().action());
    }

    @Override
    public boolean isDestroyed(String dossierId) {
        List<AuditEntry> page = log.entriesAfter(read, PAGE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                if (destroys(entry)) {
                    dossiers.add(entry.act().record());
                }
                read = entry.number();
            }
            page = log.entriesAfter(read, PAGE);
        }
        return dossiers.contains(dossierId);
    }
}
