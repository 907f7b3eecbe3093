package nienkhoa.app;

import java.util.List;
import javax.sql.DataSource;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.postgres.PostgresCatalogue;
import nienkhoa.archive.postgres.PostgresStoreRows;
import nienkhoa.archive.rebuild.Rebuild;
import nienkhoa.archive.rebuild.StoreRows;
import nienkhoa.audit.AuditLog;
import nienkhoa.audit.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/** What making the database again is made of; every projection that is wired takes part by itself. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class RebuildWiring {

    @Bean
    StoreRows storeRows(DataSource dataSource, PlatformTransactionManager transactions) {
        return new PostgresStoreRows(dataSource, transactions);
    }

    @Bean
    Catalogue catalogue(DataSource dataSource, PlatformTransactionManager transactions) {
        return new PostgresCatalogue(dataSource, transactions);
    }

    @Bean
    Rebuild rebuild(StoreRows rows, AuditLog log, Catalogue catalogue, List<Projection> projections) {
        return new Rebuild(rows, log, catalogue, projections);
    }
}
