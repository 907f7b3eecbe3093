package nienkhoa.app;

import java.time.Clock;
import javax.sql.DataSource;
import nienkhoa.archive.ocfl.OcflAuditStore;
import nienkhoa.audit.AuditFlush;
import nienkhoa.audit.AuditLog;
import nienkhoa.audit.AuditStore;
import nienkhoa.audit.postgres.PostgresAuditLog;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/** What keeping records is made of: acts, people, rules, holds. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class KeepingWiring {

    @Bean
    AuditLog auditLog(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        return new PostgresAuditLog(dataSource, transactions, clock);
    }

    @Bean
    OcflAuditStore auditStore(Home home, Clock clock) {
        return OcflAuditStore.open(home.archive(), home.work().resolve("ocfl-audit"), clock);
    }

    @Bean
    AuditFlush auditFlush(AuditLog log, AuditStore store) {
        return new AuditFlush(log, store);
    }

    @Bean
    People people(Home home) {
        return People.of(home);
    }
}
