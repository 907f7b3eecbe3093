package nienkhoa.app;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import nienkhoa.archive.DestroyedActs;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.copies.CopiesFile;
import nienkhoa.archive.copies.CopyLedger;
import nienkhoa.archive.copies.CopyTargets;
import nienkhoa.archive.copies.ObjectProof.RepairLog;
import nienkhoa.archive.copies.RootProof;
import nienkhoa.archive.copies.s3.S3Target;
import nienkhoa.archive.ocfl.OcflRoot;
import nienkhoa.archive.postgres.PostgresCopyLedger;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What keeping copies is made of. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class CopiesWiring {

    @Bean
    CopyLedger copyLedger(DataSource dataSource, PlatformTransactionManager transactions) {
        return new PostgresCopyLedger(dataSource, transactions);
    }

    @Bean
    CopyTargets copyTargets(Home home) {
        return targets(home, ArchiveIdentity.of(home));
    }

    /** The copies as the configuration names them, whatever archive they are of. */
    static CopyTargets targets(Home home, String archive) {
        return CopiesFile.read(
                home.config(),
                archive,
                (id, place, marker) -> new S3Target(
                        id, place, marker, home.work().resolve("copies").resolve("bucket-" + id)));
    }

    @Bean
    CopyDesk copyDesk(
            Home home,
            CopyTargets targets,
            CopyLedger ledger,
            ObjectProvider<Suppression> suppression,
            AuditLog log,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new CopyDesk(
                CopyDesk.store(home),
                targets,
                ledger,
                suppression.getIfAvailable(() -> new DestroyedActs(log)),
                repairs(log, new TransactionTemplate(transactions)),
                () -> new RootProof(OcflRoot.files(home.work().resolve("storage-root"))),
                clock);
    }

    private static RepairLog repairs(AuditLog log, TransactionTemplate transaction) {
        return (target, object, files, source) -> {
            Map<String, String> details = new TreeMap<>();
            details.put("copy", target);
            details.put("source", source);
            details.put("inventorySha512", object.inventorySha512());
            files.forEach((file, fault) -> details.put("file:" + file, fault.name()));
            transaction.executeWithoutResult(
                    status -> log.enter(Act.of(Act.SYSTEM, "COPY_REPAIRED", object.dossierId(), "", details)));
        };
    }
}
