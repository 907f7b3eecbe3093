package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import nienkhoa.app.Configuration.DatabaseServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void hasADefaultForEverything() {
        Configuration configuration = Configuration.read(home());

        assertThat(configuration.server()).isEmpty();
        assertThat(configuration.threads()).isPositive();
        assertThat(configuration.zone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    @Test
    void readsAServerAndKeepsItsPasswordOutOfLogs() throws IOException {
        write("database.url = jdbc:postgresql://db/nk\ndatabase.user = nk\ndatabase.password = bí mật\nthreads = 3");

        Configuration configuration = Configuration.read(home());

        assertThat(configuration.server()).contains(new DatabaseServer("jdbc:postgresql://db/nk", "nk", "bí mật"));
        assertThat(configuration.threads()).isEqualTo(3);
        assertThat(configuration.toString()).doesNotContain("bí mật");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # setting,                 code
            thread = 3,                S020_UNKNOWN_SETTING
            threads = 0,               S021_BAD_SETTING
            threads = 65,              S021_BAD_SETTING
            threads = two,             S021_BAD_SETTING
            time-zone = Mars,          S021_BAD_SETTING
            database.url = mysql://db, S021_BAD_SETTING
            threads = \\u00zz,         S019_CONFIGURATION_UNREADABLE
            """)
    void refusesWhatMakesNoSense(String line, String code) throws IOException {
        write(line);

        assertThatThrownBy(() -> Configuration.read(home())).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.exit()).isEqualTo(ExitCode.WRONG_USE);
        });
    }

    private Home home() {
        return Home.open(folder);
    }

    private void write(String settings) throws IOException {
        Files.writeString(home().config().resolve("nienkhoa.properties"), settings);
    }
}
