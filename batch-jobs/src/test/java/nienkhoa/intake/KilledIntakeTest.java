package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SampleDistrict;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed at random moments; the same command then ends as if it had never been killed. */
class KilledIntakeTest {

    private static final int KILLS = 4;
    private static final long SEED = 20240601;

    private static final String EVERY_ROW = """
            select to_jsonb(e)::text from register_entry e
            order by kind collate "C", key collate "C", revision
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    @Test
    void killedAtAnyMomentTheSameCommandEndsTheSame() throws IOException, InterruptedException {
        Path export = folder.resolve("export");
        SampleDistrict.write(new SampleDistrict.Options(export, 2, 60, new SchoolYear(2023), 11), (done, total) -> {});
        long wholeMs = run(folder.resolve("whole"), export, Long.MAX_VALUE);
        List<String> whole = rows();
        assertThat(whole).isNotEmpty();
        DATABASE.clear();
        Random random = new Random(SEED);
        Path home = folder.resolve("killed");

        for (int kill = 0; kill < KILLS; kill++) {
            run(home, export, (long) (random.nextDouble() * wholeMs));
            assertThat(rows()).as("kill %d", kill).isIn(List.of(), whole);
        }
        IntakeResult last = KilledIntake.takeIn(home, export, DATABASE.dataSource());

        assertThat(last.stopped()).isFalse();
        assertThat(rows()).isEqualTo(whole);
        assertThat(folder.resolve("killed/work/exports/" + last.exportSha256()))
                .isDirectoryContaining(path -> path.endsWith("manifest.json"));
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from intake_load where outcome = 'COMMITTED'")
                        .query(Long.class)
                        .single())
                .isBetween(1L, KILLS + 1L);
    }

    private static List<String> rows() {
        return DATABASE.jdbc().sql(EVERY_ROW).query(String.class).list();
    }

    /** @return how long it worked, in milliseconds, if it was not killed before */
    private static long run(Path home, Path export, long killAfterMs) throws IOException, InterruptedException {
        HikariDataSource database = (HikariDataSource) DATABASE.dataSource();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledIntake.class.getName(),
                        home.toString(),
                        export.toString(),
                        database.getJdbcUrl(),
                        database.getUsername(),
                        database.getPassword())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.equals("begins")) {
                line = said.readLine();
            }
            long began = System.nanoTime();
            if (killAfterMs == Long.MAX_VALUE) {
                assertThat(said.lines()).contains("done");
            } else {
                Thread.sleep(killAfterMs);
                process.destroyForcibly();
            }
            process.waitFor();
            return (System.nanoTime() - began) / 1_000_000;
        }
    }
}
