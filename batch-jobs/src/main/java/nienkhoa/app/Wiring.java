package nienkhoa.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import nienkhoa.app.Configuration.DatabaseServer;
import nienkhoa.app.postgres.WorkingRole;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** What every command with a database works with. {@link Home} and {@link Configuration} are put in by {@link Application}. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
// Serializable, the default, makes partitions that begin at the same moment fail; one process works on a home anyway.
@EnableJdbcJobRepository(isolationLevelForCreate = Isolation.READ_COMMITTED)
@Import({
    YearEndWiring.class,
    KeepingWiring.class,
    CopiesWiring.class,
    DisposalWiring.class,
    RebuildWiring.class,
    ScheduleWiring.class,
    PrintWiring.class,
    CustodyWiring.class
})
class Wiring {

    /** Connections beside those of the worker threads: the job repository and a reader's cursor. */
    private static final int MORE_CONNECTIONS = 4;

    @Bean
    Database database(Home home, Configuration configuration) {
        return Database.open(home, configuration);
    }

    /** A pool on the migrated database. Nobody gets a connection before every migration is in. */
    @Bean
    DataSource dataSource(Database database, Configuration configuration) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("nienkhoa");
        config.setJdbcUrl(database.server().url());
        config.setUsername(database.server().user());
        config.setPassword(database.server().password());
        config.setMaximumPoolSize(configuration.threads() + MORE_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(WorkingRole.TAKE_ON);
        migrate(database.server());
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Clock clock(Configuration configuration) {
        return Clock.system(configuration.zone());
    }

    /** As the owner of the tables, whose rights everyday work does not have. */
    private static void migrate(DatabaseServer server) {
        try {
            // Each stage numbers its migrations in a range of its own, so a new one may come before those already
            // there.
            Flyway.configure()
                    .dataSource(server.url(), server.user(), server.password())
                    .loggers("slf4j")
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Problem.failedBy(e, "S026_DATABASE_NOT_OURS", server.url(), String.valueOf(e.getMessage()));
        }
    }
}
