package nienkhoa.app;

import java.util.Optional;
import nienkhoa.app.Configuration.DatabaseServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Every part of an application a second time, on an empty schema beside the live one. Closing drops the schema; one that a
 * killed process left is dropped by the next.
 */
final class SchemaBeside implements AutoCloseable {

    static final String NAME = "nienkhoa_drill";

    private static final String DROP = "drop schema if exists " + NAME + " cascade";

    private final JdbcClient owner;
    private final ConfigurableApplicationContext context;

    private SchemaBeside(JdbcClient owner, ConfigurableApplicationContext context) {
        this.owner = owner;
        this.context = context;
    }

    /** @throws Problem if the database does not let its user make a schema */
    static SchemaBeside open(Application application) {
        DatabaseServer server = application.part(Database.class).server();
        JdbcClient owner =
                JdbcClient.create(new DriverManagerDataSource(server.url(), server.user(), server.password()));
        try {
            owner.sql(DROP).update();
            owner.sql("create schema " + NAME).update();
        } catch (BadSqlGrammarException e) {
            throw Problem.failedBy(e, "S221_NO_DRILL_SCHEMA", NAME);
        }
        Configuration configuration = application.part(Configuration.class);
        return new SchemaBeside(
                owner,
                Application.context(
                        application.part(Home.class),
                        new Configuration(
                                Optional.of(onSchema(server)),
                                configuration.threads(),
                                configuration.zone(),
                                configuration.mostChangedShare())));
    }

    private static DatabaseServer onSchema(DatabaseServer server) {
        String url = server.url() + (server.url().contains("?") ? "&" : "?") + "currentSchema=" + NAME;
        return new DatabaseServer(url, server.user(), server.password());
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        owner.sql(DROP).update();
    }
}
