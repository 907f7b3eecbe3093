package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import nienkhoa.app.postgres.EmbeddedPostgres;
import nienkhoa.language.Messages;
import nienkhoa.testing.TestPrograms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApplicationTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void lendPrograms() throws IOException {
        TestPrograms.lendTo(folder.resolve("db"));
        TestPrograms.lendTo(folder.resolve("server"));
    }

    @Test
    void opensAHomeWithAMigratedDatabaseAndAJobRepository() {
        try (Application application = Application.open(Home.open(folder))) {
            assertThat(application.part(JobOperator.class)).isNotNull();
            assertThat(application.part(JobRepository.class).getJobNames()).isEmpty();
            assertThat(application.part(Clock.class).getZone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
            assertThat(rowsOf(application, "register_entry")).isZero();
            assertThat(folder.resolve("logs/nienkhoa.log")).isNotEmptyFile();
        }
    }

    @Test
    void refusesASecondProcessInTheSameHome() {
        Home home = Home.open(folder);

        try (HomeLock first = HomeLock.take(home)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> Application.open(home))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.sentence(Messages.vietnamese()))
                                    .contains("đang được một lệnh khác sử dụng"));
        }
    }

    @Test
    void usesTheServerOfTheConfigurationAndSaysWhatIsWrongWithIt() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder.resolve("server"), folder.resolve("logs"))) {
            Home home = Home.open(folder.resolve("home"));

            configure(home, server.url("postgres"), server.user(), server.password());
            try (Application application = Application.open(home)) {
                assertThat(rowsOf(application, "batch_job_instance")).isZero();
            }
            assertThat(home.db()).isEmptyDirectory();

            configure(home, server.url("postgres"), server.user(), "wrong");
            assertThat(problemOf(home)).isEqualTo("S023_DATABASE_LOGIN_REFUSED");
            configure(home, server.url("nowhere"), server.user(), server.password());
            assertThat(problemOf(home)).isEqualTo("S024_DATABASE_MISSING");
            configure(home, "jdbc:postgresql://127.0.0.1:1/postgres", "x", "y");
            assertThat(problemOf(home)).isEqualTo("S022_DATABASE_UNREACHABLE");
        }
    }

    @Test
    void refusesADatabaseOfSomebodyElse() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder.resolve("server"), folder.resolve("logs"))) {
            Home home = Home.open(folder.resolve("home"));
            configure(home, server.url("postgres"), server.user(), server.password());
            JdbcClient.create(source(server))
                    .sql("create table theirs (id integer)")
                    .update();

            assertThat(problemOf(home)).isEqualTo("S026_DATABASE_NOT_OURS");
        }
    }

    private static long rowsOf(Application application, String table) {
        return application
                .part(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static String problemOf(Home home) {
        try (Application application = Application.open(home)) {
            application.part(JdbcClient.class);
            return "";
        } catch (Problem problem) {
            return problem.code();
        }
    }

    private static DataSource source(EmbeddedPostgres server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.url("postgres"));
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }

    private static void configure(Home home, String url, String user, String password) throws IOException {
        Files.writeString(
                home.config().resolve("nienkhoa.properties"),
                "database.url = " + url + "\ndatabase.user = " + user + "\ndatabase.password = " + password + "\n");
    }
}
