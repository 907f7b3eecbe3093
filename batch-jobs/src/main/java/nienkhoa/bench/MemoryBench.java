package nienkhoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Archives very many made-up documents in one process and prints after each tenth how much memory is held: the numbers
 * must not grow. Sources are made and deleted slice by slice, so the disk needs room for the store alone.
 *
 * <p>Arguments: number of documents (default 100,000), a folder to work in (default a temporary one).
 */
public final class MemoryBench {

    private static final int PARTS = 10;
    private static final int A_SLICE = 1000;
    private static final double MIB = 1 << 20;

    private MemoryBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path folder = arguments.length > 1
                ? Files.createDirectories(Path.of(arguments[1]))
                : Files.createTempDirectory("memory-bench-");
        try (BenchArchive archive = new BenchArchive(folder)) {
            int tenth = documents / PARTS;
            for (int part = 0; part < PARTS; part++) {
                HeapWatch heap = new HeapWatch();
                heap.begin();
                long began = System.nanoTime();
                archive(archive, folder.resolve("sources"), part, tenth);
                double seconds = (System.nanoTime() - began) / 1e9;
                heap.end();
                say(
                        "%,9d documents: %.1f MiB held, %.1f MiB at most with garbage, %.0f documents/s with their making",
                        (part + 1) * tenth, held() / MIB, heap.peak() / MIB, tenth / seconds);
            }
        } finally {
            BenchFiles.delete(folder);
        }
    }

    private static void archive(BenchArchive archive, Path sources, int part, int documents) throws IOException {
        for (int from = 0; from < documents; from += A_SLICE) {
            BenchFiles files = new BenchFiles(sources, sources);
            files.dossiers("part " + part + " from " + from, Math.min(A_SLICE, documents - from))
                    .forEach(archive::archive);
            BenchFiles.delete(sources);
        }
    }

    private static long held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
