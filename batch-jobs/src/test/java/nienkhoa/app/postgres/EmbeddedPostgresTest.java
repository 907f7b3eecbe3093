package nienkhoa.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.app.Problem;
import nienkhoa.testing.TestPrograms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTest {

    @TempDir
    private Path home;

    private Path db;

    @BeforeEach
    void chooseFolder() throws IOException {
        db = home.resolve("Cơ sở dữ liệu").resolve("db");
        TestPrograms.lendTo(db);
    }

    @Test
    void keepsDataFromStartToStart() {
        try (EmbeddedPostgres server = start()) {
            enterOneRow(server);
        }

        try (EmbeddedPostgres server = start()) {
            assertThat(rows(server)).isEqualTo(1);
        }
    }

    @Test
    void isDurable() {
        try (EmbeddedPostgres server = start()) {
            JdbcClient jdbc = jdbc(server);

            assertThat(List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums"))
                    .allSatisfy(setting -> assertThat(jdbc.sql("show " + setting)
                                    .query(String.class)
                                    .single())
                            .isEqualTo("on"));
        }
    }

    @Test
    void comparesVietnameseTextAsUnicode() {
        try (EmbeddedPostgres server = start()) {
            assertThat(jdbc(server)
                            .sql("select lower('ĐẶNG ƯỠNG')")
                            .query(String.class)
                            .single())
                    .isEqualTo("đặng ưỡng");
        }
    }

    @Test
    void startsAgainAfterItsServerWasKilled() throws Exception {
        EmbeddedPostgres server = start();
        enterOneRow(server);

        ProcessHandle process = ProcessHandle.of(pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();

        try (EmbeddedPostgres again = start()) {
            assertThat(rows(again)).isEqualTo(1);
        }
    }

    @Test
    void startsAgainThoughTheStalePidNowBelongsToAnotherProcess() throws IOException {
        Path pidFile = db.resolve("data").resolve("postmaster.pid");
        String stale;
        try (EmbeddedPostgres server = start()) {
            enterOneRow(server);
            stale = Files.readString(pidFile);
        }
        Files.writeString(
                pidFile,
                stale.replaceFirst("\\d+", Long.toString(ProcessHandle.current().pid())));

        try (EmbeddedPostgres again = start()) {
            assertThat(rows(again)).isEqualTo(1);
        }
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftRunning() throws Exception {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        db.toString(),
                        home.resolve("logs").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(owner.inputReader().readLine()).isEqualTo("started");
        long left = pid();
        owner.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(left)).isPresent();

        try (EmbeddedPostgres again = start()) {
            assertThat(rows(again)).isEqualTo(1);
            assertThat(pid()).isNotEqualTo(left);
        }
        assertThat(ProcessHandle.of(left).flatMap(gone -> gone.info().command()))
                .as("gone, or a zombie that nobody waits for")
                .isEmpty();
    }

    @Test
    void makesAgainWhatWasHalfMade() throws IOException {
        Path programs = onlyFolderIn(db);
        PostgresPrograms.deleteAll(programs);
        Files.createDirectories(db.resolve(programs.getFileName() + ".new").resolve("bin"));
        Files.createDirectories(db.resolve("data.new").resolve("base"));
        Files.writeString(db.resolve("data.new").resolve("PG_VERSION"), "");
        Files.writeString(db.resolve("password"), "");

        try (EmbeddedPostgres server = start()) {
            enterOneRow(server);
            assertThat(db.resolve("data.new")).doesNotExist();
            assertThat(programs).isDirectory();
        }
    }

    @Test
    void saysThatDataAreOfAnotherVersion() throws IOException {
        start().close();
        Files.writeString(db.resolve("data").resolve("PG_VERSION"), "16\n");

        assertThatThrownBy(this::start).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo("S014_DATABASE_OF_OTHER_VERSION"));
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedPostgres server = start()) {
            PGSimpleDataSource source = source(server);
            source.setPassword("wrong");

            assertThat(catchThrowable(source::getConnection)).hasMessageContaining("password authentication failed");
        }
    }

    /** Starts a server, enters a row, says so and waits to be killed. */
    static final class Owner {
        public static void main(String[] args) throws InterruptedException {
            enterOneRow(EmbeddedPostgres.start(Path.of(args[0]), Path.of(args[1])));
            System.out.println("started");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(db, home.resolve("logs"));
    }

    private static Path onlyFolderIn(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(db.resolve("data").resolve("postmaster.pid"))
                .get(0)
                .strip());
    }

    private static void enterOneRow(EmbeddedPostgres server) {
        jdbc(server).sql("create table kept (id integer)").update();
        jdbc(server).sql("insert into kept values (1)").update();
    }

    private static long rows(EmbeddedPostgres server) {
        return jdbc(server).sql("select count(*) from kept").query(Long.class).single();
    }

    private static JdbcClient jdbc(EmbeddedPostgres server) {
        return JdbcClient.create(source(server));
    }

    private static PGSimpleDataSource source(EmbeddedPostgres server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.url("postgres"));
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }
}
