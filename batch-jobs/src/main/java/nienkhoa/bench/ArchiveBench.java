package nienkhoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nienkhoa.archive.Dossier;

/**
 * Archives made-up documents, store and catalogue, and compares with the floor: SHA-256, copy and {@code fsync} of the
 * same files on the same disk. Rounds alternate; medians are printed.
 *
 * <p>Arguments: number of documents (default 1,000), rounds (default 5), a folder to work in (default a temporary one).
 */
public final class ArchiveBench {

    private static final int WARM_UP_DOCUMENTS = 200;

    private ArchiveBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = arguments.length > 2
                ? Files.createDirectories(Path.of(arguments[2]))
                : Files.createTempDirectory("archive-bench-");
        try (BenchArchive archive = new BenchArchive(folder)) {
            run(folder, archive, documents, rounds);
        } finally {
            BenchFiles.delete(folder);
        }
    }

    private static void run(Path folder, BenchArchive archive, int documents, int rounds) throws IOException {
        BenchFiles files = new BenchFiles(folder.resolve("sources"), folder.resolve("floor"));
        measure(archive, files, "warm-up", WARM_UP_DOCUMENTS);
        List<double[]> measured = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            measured.add(measure(archive, files, "round " + round, documents));
        }
        print(measured, documents);
    }

    /** Seconds of the archive, seconds of the floor, megabytes. */
    private static double[] measure(BenchArchive to, BenchFiles files, String name, int documents) throws IOException {
        List<Dossier> dossiers = files.dossiers(name, documents);
        long start = System.nanoTime();
        dossiers.forEach(to::archive);
        double archive = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        long bytes = files.copyDurably(dossiers);
        double floor = (System.nanoTime() - start) / 1e9;
        say("%-8s archive %.2f s, floor %.2f s, ratio %.2f", name, archive, floor, archive / floor);
        return new double[] {archive, floor, bytes / 1e6};
    }

    private static void print(List<double[]> measured, int documents) {
        double archive = median(measured.stream().mapToDouble(round -> round[0]).toArray());
        double floor = median(measured.stream().mapToDouble(round -> round[1]).toArray());
        double ratio = median(
                measured.stream().mapToDouble(round -> round[0] / round[1]).toArray());
        double megabytes = measured.get(0)[2];
        say(
                "archive  %.0f documents/s, %.1f MB/s (median of %d)",
                documents / archive, megabytes / archive, measured.size());
        say("floor    %.0f documents/s, %.1f MB/s (SHA-256 + copy + fsync)", documents / floor, megabytes / floor);
        say("ratio    %.2f", ratio);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
