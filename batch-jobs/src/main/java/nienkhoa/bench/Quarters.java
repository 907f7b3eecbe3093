package nienkhoa.bench;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nienkhoa.intake.ProgressListener;

/** Seconds that each quarter of a stage took; they stay the same while the time grows with the work and no faster. */
final class Quarters implements ProgressListener {

    private static final int PARTS = 4;

    private final Map<Stage, long[]> times = new EnumMap<>(Stage.class);
    private final long students;
    private long begun = System.nanoTime();

    /** @param students that will be joined; the stage itself does not know */
    Quarters(long students) {
        this.students = students;
    }

    @Override
    public synchronized void progress(Stage stage, long done, long total) {
        long whole = stage == Stage.JOIN ? students : total;
        if (whole <= 0) {
            return;
        }
        long now = System.nanoTime();
        long[] ends = times.computeIfAbsent(stage, none -> {
            long[] times = new long[PARTS + 1];
            times[0] = begun;
            return times;
        });
        for (int part = 1; part <= Math.min(PARTS, done * PARTS / whole); part++) {
            ends[part] = ends[part] == 0 ? now : ends[part];
        }
        begun = now;
    }

    /** For example {@code 1.2 1.3 1.2 1.2}. */
    synchronized String of(Stage stage) {
        long[] ends = times.getOrDefault(stage, new long[PARTS + 1]);
        return IntStream.rangeClosed(1, PARTS)
                .mapToObj(part -> String.format(Locale.ROOT, "%.1f", Math.max(0, ends[part] - ends[part - 1]) / 1e9))
                .collect(Collectors.joining(" "));
    }
}
