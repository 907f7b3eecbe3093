package nienkhoa.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    private static final int POINTS = Integer.getInteger("kill.points", 6);
    private static final int SEED = Integer.getInteger("kill.seed", 20260112);

    /** After so many kills everything is checked and a new home begun. */
    private static final int POINTS_A_HOME = 20;

    private static final int DEEDS = Deed.values().length;
    private static final int COLD = -1;
    private static final int NANOS_A_MILLISECOND = 1_000_000;
    private static final long FIRST_GUESS = 60L * NANOS_A_MILLISECOND;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    /** How long each deed took the last time; of {@link #COLD}, the first deed of a process, whichever it is. */
    private final Map<Integer, Long> nanosOfDeed = new HashMap<>();

    private final Map<Deed, Integer> killsInDeed = new EnumMap<>(Deed.class);
    private final List<String> told = new ArrayList<>();

    /** Deeds that are done, over all lives of the home. */
    private int done;

    @Test
    void killedAtAnyMomentNothingIsLostAndNothingIsThereTwice() throws IOException, InterruptedException {
        for (int point = 0; point < POINTS; point += POINTS_A_HOME) {
            int kills = Math.min(POINTS_A_HOME, POINTS - point);
            Path home = Files.createDirectories(folder.resolve("from-point-" + point));
            Files.writeString(home.resolve(KilledLives.DATABASE), DATABASE.configuration());
            DATABASE.clear();
            done = 0;
            for (int kill = 0; kill < kills; kill++) {
                runAndKill(home);
            }
            int lives = done / DEEDS + 1;
            finish(home, lives);
            check(home, lives);
            told.add(kills + " kills over " + lives + " lives: sound");
            report();
        }
    }

    private static void check(Path home, int lives) throws IOException {
        List<Life> all = IntStream.range(0, lives).mapToObj(Life::new).toList();
        try (LifeHome opened = new LifeHome(home, DATABASE.dataSource())) {
            new LifeCheck(opened, DATABASE, all).everything();
        }
    }

    /** Kills the process in a deed that is up to a life ahead of what is done. */
    private void runAndKill(Path home) throws IOException, InterruptedException {
        int target = done + random.nextInt(DEEDS);
        Process process = start(home, Integer.MAX_VALUE);
        try (BufferedReader said = process.inputReader()) {
            read(said, "up");
            int first = done;
            while (done < target) {
                long began = System.nanoTime();
                read(said, done / DEEDS + " " + done % DEEDS);
                nanosOfDeed.put(done == first ? COLD : done % DEEDS, System.nanoTime() - began);
                done++;
            }
            sleep((long) (random.nextDouble()
                    * nanosOfDeed.getOrDefault(target == first ? COLD : target % DEEDS, FIRST_GUESS)));
            // by its handle, for Process.destroyForcibly also closes the pipe with what was said last
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor()).as(errors(home)).isNotIn(0, 1);
            while (said.readLine() != null) {
                done++;
            }
        }
        killsInDeed.merge(Deed.values()[done % DEEDS], 1, Integer::sum);
        waitForTheServer();
    }

    private static void sleep(long nanos) throws InterruptedException {
        Thread.sleep(nanos / NANOS_A_MILLISECOND, (int) (nanos % NANOS_A_MILLISECOND));
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
