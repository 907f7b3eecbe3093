package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nienkhoa.schedule.NightRun;
import nienkhoa.testing.TestPrograms;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code serve} in a process of its own, killed in the middle of a job. */
class KilledNightTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final long LONGEST_WAIT_SECONDS = 300;

    @TempDir
    private Path folder;

    @Test
    void theNextStartFindsTheJobCutOffAndGoesOn() throws Exception {
        TestPrograms.lendTo(folder.resolve("db"));
        Files.createDirectories(folder.resolve("config"));
        String at =
                LocalTime.now(Clock.system(ZONE)).minusMinutes(10).withNano(0).toString();
        deposits();
        plan(at, "0.000001");
        try (Application application = Application.open(Home.open(folder))) {
            assertThat(application.lendTo(this::deposit)).isZero();
            // As one who has served the plan since yesterday.
            Clock clock = application.part(Clock.class);
            application.part(NightDesk.class).enterPlan(clock.instant().minus(1, ChronoUnit.DAYS));
        }

        Process killed = serve("serve");
        waitForFixity(killed);
        Process second = serve("serve");
        assertThat(second.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(ExitCode.WRONG_USE.number());
        killed.destroyForcibly().waitFor();
        plan(at, "20");
        Process next = serve("serve", "--once");

        assertThat(next.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(next.exitValue()).isEqualTo(ExitCode.FINDINGS.number());
        try (Application application = Application.open(Home.open(folder))) {
            List<NightRun> runs = application.part(NightDesk.class).ledger().runsSince(Instant.EPOCH);
            assertThat(runs)
                    .filteredOn(run -> run.job().equals("fixity"))
                    .extracting(run ->
                            run.job() + " " + run.cause() + " " + run.result().outcome())
                    .containsExactly("fixity PLANNED CUT_OFF", "fixity AGAIN DONE");
            assertThat(runs.get(runs.size() - 1).result().counts()).containsEntry("copies.objects", 1L);
            assertThat(application
                            .part(JdbcClient.class)
                            .sql("select count(*) from qrtz_fired_triggers")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private int deposit() {
        return new CommandLineInterface(System.out, System.err, false)
                .run(
                        "deposit",
                        folder.resolve("in").toString(),
                        "--home",
                        folder.toString(),
                        "--school",
                        "31313401",
                        "--school-year",
                        "2023-2024");
    }

    private void deposits() throws IOException {
        Path minutes = Files.createDirectories(folder.resolve("in/minutes"));
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(minutes.resolve("2023-09-15.pdf").toFile());
        }
        Files.writeString(
                folder.resolve("config/deposits.yaml"), "- school: '31313401'\n  weeks: 35\n  owed: {minutes: []}\n");
    }

    private void plan(String at, String megabytesPerSecond) throws IOException {
        LocalTime begins = LocalTime.parse(at);
        Files.writeString(folder.resolve("config/schedule.yaml"), """
                jobs:
                  - {id: fixity, command: [fixity, --mb-per-second, "%s"], at: "%s", latest: "%s", expectedBy: "%s",
                     nights: {term: daily, year-end: daily, holidays: daily}, missed: run}
                """.formatted(
                        megabytesPerSecond, at, begins.plusHours(2), begins.plusHours(3)));
    }

    private Process serve(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // A machine whose own zone is another one.
                "-Duser.timezone=America/St_Johns",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "nienkhoa.app.Main",
                "--home",
                folder.toString()));
        command.addAll(List.of(words));
        Path output = folder.resolve("served.txt");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private void waitForFixity(Process process) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (!NightSign.job(Home.open(folder)).equals(Optional.of("fixity"))) {
            assertThat(process.isAlive() && System.nanoTime() < until)
                    .as("serve begins its job")
                    .isTrue();
            Thread.sleep(100);
        }
    }
}
