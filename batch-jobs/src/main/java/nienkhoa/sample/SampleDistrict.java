package nienkhoa.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nienkhoa.model.SchoolYear;

/**
 * Writes the export of an invented district: workbooks and photos as the sector database gives them, a folder a school.
 *
 * <p>The target year's class lists name exactly as many students as asked. For each of them the export reaches back to
 * the first grade of the level. The same options give the same bytes.
 */
public final class SampleDistrict {

    private static final int MOST_SCHOOLS = 2_000;
    private static final int MOST_STUDENTS = 500_000;

    private SampleDistrict() {}

    /**
     * What to write.
     *
     * @param out the export's folder; made if it is missing
     * @param schools 1 to 2,000; every second one is multi-level
     * @param students in the class lists of {@code year}, 1 to 500,000
     * @param year the target school year, 2020-2021 or later
     */
    public record Options(Path out, int schools, int students, SchoolYear year, long seed) {

        /** @throws IllegalArgumentException if a number is out of its range */
        public Options {
            check(schools >= 1 && schools <= MOST_SCHOOLS, "schools: 1 to " + MOST_SCHOOLS);
            check(students >= 1 && students <= MOST_STUDENTS, "students: 1 to " + MOST_STUDENTS);
            check(year.start() >= 2020 && year.start() <= 2060, "school year: 2020-2021 to 2060-2061");
        }

        private static void check(boolean holds, String range) {
            if (!holds) {
                throw new IllegalArgumentException(range);
            }
        }
    }

    /** Told after every class of every school year, from any thread. */
    @FunctionalInterface
    public interface Progress {
        void advanced(int done, int total);
    }

    /** What was written; {@code classes} and {@code students} are those of the target year, {@code photos} of all. */
    public record Summary(int schools, int classes, int students, int photos) {}

    /**
     * Writes the whole export.
     *
     * @throws IllegalArgumentException if the folder already holds something
     * @throws UncheckedIOException if the disk is out of reach
     */
    public static Summary write(Options options, Progress progress) {
        requireEmpty(options.out());
        List<SchoolPlan> plans = SchoolPlan.district(options);
        int total = plans.stream().mapToInt(SchoolPlan::classes).sum();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger photos = new AtomicInteger();
        plans.parallelStream().forEach(plan -> {
            SchoolExport school = new SchoolExport(SchoolBooks.open(plan, options));
            photos.addAndGet(school.write(() -> progress.advanced(done.incrementAndGet(), total)));
        });
        int classes = plans.stream().mapToInt(plan -> plan.tracks().size()).sum();
        return new Summary(plans.size(), classes, options.students(), photos.get());
    }

    private static void requireEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IllegalArgumentException("folder is not empty: " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }
}
