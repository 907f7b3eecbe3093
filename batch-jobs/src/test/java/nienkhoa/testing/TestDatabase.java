package nienkhoa.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nienkhoa.app.postgres.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh, migrated database for a test class on one real server for the whole run. Its sessions live in another time
 * zone than the JVM on purpose.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DATABASE = new TestDatabase();
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private @Nullable HikariDataSource pool;

    private String name = "";

    /**
     * One server for the JVM, stopped at its end; its folder is kept, so that the next run starts at once. Test JVMs that run
     * beside each other have each their own.
     */
    private static final class Server {
        /** A channel that nobody holds is closed by the collector, and its lock with it. */
        private static final List<FileChannel> LOCKS = new ArrayList<>();

        static final Path FOLDER = ownFolder();
        static final EmbeddedPostgres RUNNING = EmbeddedPostgres.start(FOLDER.resolve("db"), FOLDER.resolve("logs"))
                .stopAtExit();

        /** A database that was migrated by this JVM and is copied for each class. */
        static final String MIGRATED = migrated();

        private static String migrated() {
            String name = "migrated";
            onServer("drop database if exists " + name + " with (force)");
            onServer("create database " + name);
            Flyway.configure()
                    .dataSource(RUNNING.url(name), RUNNING.user(), RUNNING.password())
                    .load()
                    .migrate();
            return name;
        }

        /** The first folder that no other JVM works in; the lock goes with the process. */
        private static Path ownFolder() {
            try {
                for (int number = 1; ; number++) {
                    Path folder = Files.createDirectories(Path.of("target", "test-postgres", "fork-" + number));
                    FileChannel lock = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    if (lock.tryLock() != null) {
                        LOCKS.add(lock);
                        return folder;
                    }
                    lock.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The pool of this class's database; the same at every call.
     *
     * @throws IllegalStateException outside of the class's tests
     */
    public DataSource dataSource() {
        if (pool == null) {
            throw new IllegalStateException("no test class is running");
        }
        return pool;
    }

    /** Lines of a home's configuration by which its commands work on this database instead of their own server. */
    public String configuration() {
        return String.join(
                System.lineSeparator(),
                "database.url = " + Server.RUNNING.url(name),
                "database.user = " + Server.RUNNING.user(),
                "database.password = " + Server.RUNNING.password());
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** Empties every table of ours, for tests of one class that must not see each other's rows. */
    public void clear() {
        jdbc().sql("""
                        do $$ declare t text; begin
                          -- the audit chain refuses every change, also this one
                          set session_replication_role = replica;
                          for t in select quote_ident(tablename) from pg_tables
                              where schemaname = 'public' and tablename <> 'flyway_schema_history' loop
                            execute 'truncate table ' || t || ' cascade';
                          end loop;
                          insert into audit_head (number, sha256) values (0, repeat('0', 64));
                          set session_replication_role = origin;
                        end $$
                        """).update();
    }

    /** Where the shared server's programs lie. */
    static Path programs() throws IOException {
        Server.RUNNING.user();
        try (Stream<Path> folders = Files.list(Server.FOLDER.resolve("db"))) {
            return folders.filter(folder -> folder.getFileName().toString().matches("bin-[0-9.]+"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        onServer("create database " + name + " template " + Server.MIGRATED);
        // Commits of a test need not outlive a fall of the machine.
        onServer("alter database " + name + " set synchronous_commit = off");
        pool = pool(name);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (pool != null) {
            pool.close();
        }
        onServer("drop database " + name + " with (force)");
    }

    /** Quirk: the driver sets the session's time zone to the JVM's when it connects, so it is set again after that. */
    private static HikariDataSource pool(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Server.RUNNING.url(name));
        config.setUsername(Server.RUNNING.user());
        config.setPassword(Server.RUNNING.password());
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(0);
        config.setConnectionInitSql("set time zone 'America/Los_Angeles'");
        return new HikariDataSource(config);
    }

    private static void onServer(String sql) {
        EmbeddedPostgres server = Server.RUNNING;
        try (Connection connection =
                        DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Forgets all that exports have left: the register, who is who, the layouts seen, the journal and the loads. */
    public void emptyRegister() {
        jdbc().sql("""
                        delete from register_entry;
                        delete from student_key;
                        delete from student_person;
                        delete from student_question;
                        delete from intake_layout_seen;
                        delete from intake_change;
                        delete from intake_load
                        """).update();
    }
}
