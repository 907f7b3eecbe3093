package nienkhoa.archive.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.audit.AuditChain;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditFiles;
import nienkhoa.model.Finding;
import tools.jackson.core.JacksonException;

/** Gathers the audit chain from its objects, then checks it as a whole. May be told by several threads. */
final class AuditCheck {

    private final List<AuditEntry> entries = new ArrayList<>();
    private final Optional<AuditChain.Witness> witness;

    /** @param witness an entry that the chain is known to have held */
    AuditCheck(Optional<AuditChain.Witness> witness) {
        this.witness = witness;
    }

    static boolean isAudit(String objectId) {
        return objectId.startsWith(AuditFiles.OBJECTS);
    }

    /** Takes the entries of one object; what cannot be read is a finding. */
    List<Finding> take(StoredObject.Content object) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Path> file : object.head().entrySet()) {
            try {
                List<AuditEntry> read = AuditFiles.entries(Files.readString(file.getValue()));
                synchronized (entries) {
                    entries.addAll(read);
                }
            } catch (IOException | JacksonException | NullPointerException e) {
                findings.add(Faults.fault("V331_AUDIT_UNREADABLE", object.dossierId(), file.getKey()));
            }
        }
        return findings;
    }

    /** What is wrong with the chain. */
    List<Finding> findings() {
        return AuditChain.check(entries, witness).stream()
                .map(broken -> Faults.fault(
                        "V332_AUDIT_" + broken.fault(), AuditFiles.OBJECTS, "", Long.toString(broken.number())))
                .toList();
    }
}
