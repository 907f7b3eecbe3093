package nienkhoa.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
    private static final int MOST_UPPER_SECONDARY = 200;
    private static final int MOST_DEFECTS = 100_000;

    private SampleDistrict() {}

    /**
     * What to write.
     *
     * @param out the export's folder; made if it is missing
     * @param schools 1 to 2,000; every second one is multi-level
     * @param students in the class lists of {@code year}, 1 to 500,000
     * @param year the target school year, 2020-2021 or later
     * @param defects planted in the export, 0 to 100,000
     * @param upperSecondary further schools, of grades 10 to 12, 0 to 200
     */
    public record Options(
            Path out, int schools, int students, SchoolYear year, long seed, int defects, int upperSecondary) {

        /** @throws IllegalArgumentException if a number is out of its range */
        public Options {
            check(schools >= 1 && schools <= MOST_SCHOOLS, "schools: 1 to " + MOST_SCHOOLS);
            check(students >= 1 && students <= MOST_STUDENTS, "students: 1 to " + MOST_STUDENTS);
            check(year.start() >= 2020 && year.start() <= 2060, "school year: 2020-2021 to 2060-2061");
            check(defects >= 0 && defects <= MOST_DEFECTS, "defects: 0 to " + MOST_DEFECTS);
            check(
                    upperSecondary >= 0 && upperSecondary <= MOST_UPPER_SECONDARY,
                    "upper secondary schools: 0 to " + MOST_UPPER_SECONDARY);
        }

        /** Without upper secondary schools. */
        public Options(Path out, int schools, int students, SchoolYear year, long seed, int defects) {
            this(out, schools, students, year, seed, defects, 0);
        }

        /** Without any defect. */
        public Options(Path out, int schools, int students, SchoolYear year, long seed) {
            this(out, schools, students, year, seed, 0);
        }

        /** Where the planted defects are listed: beside the export, since an export holds nothing but exports. */
        public Path listOfDefects() {
            Path folder = out.toAbsolutePath().normalize();
            return folder.resolveSibling(folder.getFileName() + ".defects.csv");
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
     * @throws IllegalArgumentException if the folder already holds something or there are more defects than victims
     * @throws UncheckedIOException if the disk is out of reach
     */
    public static Summary write(Options options, Progress progress) {
        requireEmpty(options.out());
        List<SchoolPlan> plans = SchoolPlan.district(options);
        if (options.defects() > 0) {
            plans.forEach(
                    plan -> SchoolBooks.open(plan, options)); // so that too many are refused before anything is written
        }
        int total = plans.stream().mapToInt(SchoolPlan::classes).sum();
        AtomicInteger done = new AtomicInteger();
        AtomicInteger photos = new AtomicInteger();
        List<ExpectedFinding> expected = Collections.synchronizedList(new ArrayList<>());
        plans.parallelStream().forEach(plan -> {
            SchoolExport school = new SchoolExport(SchoolBooks.open(plan, options));
            photos.addAndGet(school.write(() -> progress.advanced(done.incrementAndGet(), total)));
            expected.addAll(school.expected());
        });
        if (options.defects() > 0) {
            list(expected, options.listOfDefects());
        }
        int classes = plans.stream().mapToInt(plan -> plan.tracks().size()).sum();
        return new Summary(plans.size(), classes, options.students(), photos.get());
    }

    private static void list(List<ExpectedFinding> expected, Path file) {
        List<String> lines = new ArrayList<>(List.of(ExpectedFinding.HEADER));
        expected.stream()
                .sorted(ExpectedFinding.ORDER)
                .map(ExpectedFinding::line)
                .forEach(lines::add);
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
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
