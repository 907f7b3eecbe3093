package nienkhoa.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import nienkhoa.app.Problem;
import nienkhoa.app.postgres.ServerCommand.Result;

/**
 * A PostgreSQL server of our own on this machine, with durable settings, its data in {@code <db>/data}.
 *
 * <p>Reachable only from this machine, on a port that is free when it starts, with a password that is made once. Only one
 * process at a time may call {@link #start}: the caller holds the home's lock. What a killed process left behind is
 * mended at the next start: half-made data is made again, a server that still runs is stopped, a stale pid file is removed.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "nienkhoa";

    /** How often a start is tried: another program may take the port first, or a killed server still be dying. */
    private static final int TRIES = 5;

    private static final long OLD_LOG_BYTES = 10L << 20;

    /** Durable, small, silent about values: a statement in a log could hold personal data. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "full_page_writes=on",
            "synchronous_commit=on",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_wal_size=512MB",
            "shared_buffers=64MB",
            "temp_buffers=64MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "max_connections=40",
            "max_parallel_workers_per_gather=0",
            "max_logical_replication_workers=0",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_parameter_max_length=0");

    private final Path db;
    private final Path logs;
    private final ServerCommand command;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int port;

    private EmbeddedPostgres(Path db, Path logs) throws IOException {
        this.db = db;
        this.logs = logs;
        this.command = new ServerCommand(PostgresPrograms.in(db), logs.resolve("postgres-command.log"));
    }

    /**
     * Starts the server, making its data folder first if there is none. Returns when it takes connections.
     *
     * @param db folder of programs, data and password; its parents must be readable by the user
     * @param logs folder of {@code postgres.log}
     * @throws Problem if it cannot be started
     */
    public static EmbeddedPostgres start(Path db, Path logs) {
        try {
            EmbeddedPostgres server = new EmbeddedPostgres(
                    Files.createDirectories(db).toRealPath(),
                    Files.createDirectories(logs).toRealPath());
            server.makeData();
            server.clearAway();
            server.startServer();
            return server;
        } catch (IOException e) {
            throw Problem.failedBy(e, "S012_DATABASE_DOES_NOT_START", db.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** The address for JDBC of one of the server's databases; {@code postgres} is there from the start. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw Problem.failedBy(
                    e, "S013_DATABASE_PASSWORD_LOST", passwordFile().toString());
        }
    }

    /** Stops the server when the process ends in the ordinary way, for callers that do not close it themselves. */
    public EmbeddedPostgres stopAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-postgres"));
        return this;
    }

    /** Stops the server cleanly: open transactions are rolled back, everything else is on disk. A second call does nothing. */
    @Override
    public void close() {
        if (stopped.compareAndSet(false, true)) {
            try {
                stopServer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path data() {
        return db.resolve("data");
    }

    private Path passwordFile() {
        return db.resolve("password");
    }

    private Path log() {
        return logs.resolve("postgres.log");
    }

    private void makeData() throws IOException {
        if (Files.isDirectory(data())) {
            checkVersion();
            return;
        }
        makePassword();
        Path half = db.resolve("data.new");
        PostgresPrograms.deleteAll(half);
        Result made = command.run(
                "initdb",
                "--pgdata=" + half,
                "--username=" + USER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions");
        if (!made.succeeded()) {
            throw doesNotStart(db, made.said());
        }
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The data of one major version cannot be read by the programs of another. */
    private void checkVersion() throws IOException {
        String made = Files.readString(data().resolve("PG_VERSION")).strip();
        String programs = command.programs().folder().getFileName().toString();
        if (!programs.startsWith("bin-" + made + ".")) {
            throw Problem.wrongUse("S014_DATABASE_OF_OTHER_VERSION", made, programs.substring("bin-".length()));
        }
    }

    private void makePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path file = passwordFile();
        Files.deleteIfExists(file);
        FileStore store = Files.getFileStore(db);
        if (store.supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, HexFormat.of().formatHex(random));
    }

    /** Stops the server of a process that was killed, and removes what a killed server left. */
    private void clearAway() throws IOException {
        PidFile pidFile = new PidFile(data());
        if (pidFile.server(command.programs()).isPresent()) {
            stopServer();
        }
        pidFile.delete();
        if (Files.exists(log()) && Files.size(log()) > OLD_LOG_BYTES) {
            Files.move(log(), logs.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void startServer() throws IOException {
        String said = "";
        for (int tried = 0; tried < TRIES; tried++) {
            port = freePort();
            Result started = command.run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--timeout=300",
                    "--pgdata=" + data(),
                    "--log=" + log(),
                    "--options=-p " + port + " -c " + String.join(" -c ", SETTINGS));
            if (started.succeeded()) {
                return;
            }
            said = started.said();
        }
        throw doesNotStart(log(), said);
    }

    private static Problem doesNotStart(Path where, String said) {
        return said.contains("No space left on device")
                ? Problem.failed("S004_DISK_FULL_NOW")
                : Problem.failed("S012_DATABASE_DOES_NOT_START", where.toString(), said);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private void stopServer() throws IOException {
        if (stop("fast", 60).succeeded() || stop("immediate", 30).succeeded()) {
            return;
        }
        if (new PidFile(data()).server(command.programs()).isPresent()) {
            throw Problem.failed("S015_DATABASE_DOES_NOT_STOP", log().toString());
        }
    }

    private Result stop(String mode, int seconds) throws IOException {
        return command.run("pg_ctl", "stop", "--wait", "--mode=" + mode, "--timeout=" + seconds, "--pgdata=" + data());
    }
}
