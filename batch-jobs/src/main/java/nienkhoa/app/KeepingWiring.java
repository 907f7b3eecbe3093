package nienkhoa.app;

import java.time.Clock;
import javax.sql.DataSource;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.keeping.Decided;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.KeptRecords;
import nienkhoa.archive.ocfl.OcflAuditStore;
import nienkhoa.archive.postgres.PostgresDecided;
import nienkhoa.archive.postgres.PostgresHolds;
import nienkhoa.archive.postgres.PostgresKeptRecords;
import nienkhoa.archive.postgres.PostgresRecordSearch;
import nienkhoa.archive.search.RecordSearch;
import nienkhoa.audit.AuditFlush;
import nienkhoa.audit.AuditLog;
import nienkhoa.audit.AuditStore;
import nienkhoa.audit.postgres.PostgresAuditLog;
import nienkhoa.retention.RetentionRules;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    Acts acts(AuditLog log, PlatformTransactionManager transactions) {
        return new Acts(log, transactions);
    }

    @Bean
    Holds holds(DataSource dataSource) {
        return new PostgresHolds(dataSource);
    }

    @Bean
    Decided decided(DataSource dataSource) {
        return new PostgresDecided(dataSource);
    }

    @Bean
    RecordSearch recordSearch(JdbcClient jdbc) {
        return new PostgresRecordSearch(jdbc);
    }

    @Bean
    KeptRecords keptRecords(DataSource dataSource) {
        return new PostgresKeptRecords(dataSource);
    }

    @Bean
    RetentionRules retentionRules(Home home, Decided decided) {
        return HomeRules.of(home, decided);
    }

    @Bean
    Keeping keeping(RetentionRules rules) {
        return new Keeping(rules);
    }

    @Bean
    People people(Home home) {
        return People.of(home);
    }
}
