package nienkhoa.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import nienkhoa.app.Configuration.DatabaseServer;
import nienkhoa.app.postgres.EmbeddedPostgres;

/**
 * The database of a home: the embedded server, or one that the configuration names.
 *
 * @param server where it is
 * @param embedded what to stop at the end; empty for a server of theirs
 */
record Database(DatabaseServer server, Optional<EmbeddedPostgres> embedded) implements AutoCloseable {

    private static final int OLDEST_VERSION = 15;

    /** @throws Problem if it does not start, or is out of reach, too old, or refuses the user */
    static Database open(Home home, Configuration configuration) {
        if (configuration.server().isPresent()) {
            DatabaseServer server = configuration.server().get();
            check(server);
            return new Database(server, Optional.empty());
        }
        EmbeddedPostgres embedded = EmbeddedPostgres.start(home.db(), home.logs());
        return new Database(
                new DatabaseServer(embedded.url("postgres"), embedded.user(), embedded.password()),
                Optional.of(embedded));
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    private static void check(DatabaseServer server) {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw Problem.wrongUse(
                        "S025_DATABASE_TOO_OLD", server.url(), Integer.toString(version), "" + OLDEST_VERSION);
            }
        } catch (SQLException e) {
            throw problem(server, e);
        }
    }

    private static Problem problem(DatabaseServer server, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28") || state.equals("08004")) {
            return Problem.wrongUse("S023_DATABASE_LOGIN_REFUSED", server.url(), server.user());
        }
        if (state.equals("3D000")) {
            return Problem.wrongUse("S024_DATABASE_MISSING", server.url());
        }
        return Problem.failedBy(e, "S022_DATABASE_UNREACHABLE", server.url());
    }
}
