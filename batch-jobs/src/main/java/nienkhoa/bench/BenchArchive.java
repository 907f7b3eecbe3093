package nienkhoa.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import nienkhoa.app.postgres.EmbeddedPostgres;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.RulesAdvice;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.postgres.PostgresCatalogue;
import nienkhoa.retention.RetentionRules;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A store and a catalogue in a folder, to be measured. */
final class BenchArchive implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final SingleConnectionDataSource database;
    private final OcflDossierStore store;
    private final Archivist archivist;

    BenchArchive(Path folder) throws SQLException {
        server = EmbeddedPostgres.start(folder.resolve("db"), folder.resolve("logs"));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url("postgres"));
        source.setUser(server.user());
        source.setPassword(server.password());
        Flyway.configure().dataSource(source).load().migrate();
        database = new SingleConnectionDataSource(source.getConnection(), true);
        Clock clock = Clock.systemUTC();
        store = OcflDossierStore.open(folder.resolve("archive"), folder.resolve("work"), clock);
        archivist = new Archivist(
                store,
                new PostgresCatalogue(database, new JdbcTransactionManager(database)),
                new RulesAdvice(RetentionRules.bundled(), clock),
                clock);
    }

    void archive(Dossier dossier) {
        if (!(archivist.archive(dossier) instanceof ArchiveOutcome.Archived)) {
            throw new IllegalStateException("not archived: " + dossier.key().id());
        }
    }

    @Override
    public void close() {
        store.close();
        database.destroy();
        server.close();
    }
}
