package nienkhoa.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nienkhoa.disposal.Life.Deed;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process archives, corrects, copies and destroys dossiers and is killed again and again, each time at another
 * moment; whoever comes next goes on. {@code -Dkill.points=200 -Dkill.seed=1} kills it more often, elsewhere;
 * {@code scripts/soak} does that.
 */
class KilledLivesTest {

    private static final int POINTS = Integer.getInteger("kill.points", 8);
    private static final int SEED = Integer.getInteger("kill.seed", 20260112);

    /** After so many kills everything is checked and a new home begun. */
    private static final int POINTS_A_HOME = 20;

    private static final int DEEDS = Deed.values().length;
    private static final long FIRST_GUESS = 60_000_000;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Map<Integer, Long> nanosOfDeed = new HashMap<>();
    private final Map<String, Integer> killsInDeed = new TreeMap<>();
    private final List<String> told = new ArrayList<>();

    /** Deeds that are done, over all lives of the home. */
    private int done;

    @Test
    void killedAtAnyMomentNothingIsLostAndNothingIsThereTwice() throws IOException, InterruptedException {
        for (int point = 0; point < POINTS; point += POINTS_A_HOME) {
            Path home = Files.createDirectories(folder.resolve("from-point-" + point));
            Files.writeString(home.resolve(KilledLives.DATABASE), DATABASE.configuration());
            DATABASE.clear();
            done = 0;
            for (int kill = 0; kill < Math.min(POINTS_A_HOME, POINTS - point); kill++) {
                runAndKill(home);
            }
            int lives = done / DEEDS + 1;
            finish(home, lives);
            try (LifeHome opened = new LifeHome(home, DATABASE.dataSource())) {
                new LifeCheck(
                                opened,
                                DATABASE,
                                IntStream.range(0, lives).mapToObj(Life::new).toList())
                        .everything();
            }
            told.add((point + Math.min(POINTS_A_HOME, POINTS - point)) + " kills, " + lives + " lives in this home: sound");
            report();
        }
    }

    /** Kills the process in a deed that is up to a life ahead of what is done. */
    private void runAndKill(Path home) throws IOException, InterruptedException {
        int target = done + random.nextInt(DEEDS);
        Process process = start(home, Integer.MAX_VALUE);
        try (BufferedReader said = process.inputReader()) {
            long t0=System.nanoTime();read(said, "up");System.err.println("up "+(System.nanoTime()-t0)/1000000);
            while (done < target) {
                long began = System.nanoTime();
                read(said, done / DEEDS + " " + done % DEEDS);
                System.err.println(Deed.values()[done%DEEDS]+" "+(System.nanoTime()-began)/1000000);nanosOfDeed.put(done % DEEDS, System.nanoTime() - began);
                done++;
            }
            long wait = (long) (random.nextDouble() * nanosOfDeed.getOrDefault(target % DEEDS, FIRST_GUESS));
            Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            // the handle, for Process.destroyForcibly would close the pipe with what was said last
            process.toHandle().destroyForcibly();
            process.waitFor();
            assertThat(process.exitValue()).as(errors(home)).isNotIn(0, 1);
            while (said.readLine() != null) {
                done++;
            }
        }
        killsInDeed.merge(Deed.values()[done % DEEDS].name(), 1, Integer::sum);
        waitForTheServer();
    }

    private void finish(Path home, int lives) throws IOException, InterruptedException {
        Process process = start(home, lives);
        try (BufferedReader said = process.inputReader()) {
            said.lines().forEach(line -> {});
            assertThat(process.waitFor()).as(errors(home)).isZero();
        }
    }

    private Process start(Path home, int lives) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledLives.class.getName(),
                        home.toString(),
                        Integer.toString(done / DEEDS),
                        Integer.toString(done % DEEDS),
                        Integer.toString(lives))
                .redirectError(home.resolve("errors.txt").toFile())
                .start();
    }

    private static void read(BufferedReader said, String wanted) throws IOException {
        String line = said.readLine();
        if (!wanted.equals(line)) {
            throw new IllegalStateException("wanted '" + wanted + "', read '" + line + "'");
        }
    }

    private static String errors(Path home) throws IOException {
        return Files.readString(home.resolve("errors.txt"));
    }

    /** What the killed process had asked for last is done or undone before the next one comes. */
    private static void waitForTheServer() throws InterruptedException {
        while (DATABASE.jdbc()
                        .sql("select count(*) from pg_stat_activity where application_name = ?")
                        .param(KilledLives.NAME)
                        .query(Integer.class)
                        .single()
                > 0) {
            Thread.sleep(5);
        }
    }

    private void report() throws IOException {
        List<String> lines = new ArrayList<>(told);
        killsInDeed.forEach((deed, kills) -> lines.add(deed + ": " + kills));
        Files.write(Path.of("target", "killed-lives.txt"), lines);
    }
}
