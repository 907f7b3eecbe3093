package nienkhoa.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nienkhoa.intake.IntakeResult;
import nienkhoa.intake.ProgressListener;
import nienkhoa.intake.ProgressListener.Stage;

/** What the rounds of the measurement of intake took: seconds by the clock and of the processor. */
final class Samples {

    private final CpuTime cpu;
    private final List<Sample> plain = new ArrayList<>();
    private final List<Sample> whole = new ArrayList<>();
    private final List<Sample> again = new ArrayList<>();
    private Quarters quarters = new Quarters(0);
    private long students;
    private long rows;

    Samples(CpuTime cpu) {
        this.cpu = cpu;
    }

    /** Seconds. */
    private record Sample(double clock, double program, double database) {

        double processor() {
            return program + database;
        }
    }

    private Sample take(Runnable work) {
        double program = cpu.program();
        double database = cpu.database();
        long start = System.nanoTime();
        work.run();
        double clock = (System.nanoTime() - start) / 1e9;
        return new Sample(clock, cpu.program() - program, cpu.database() - database);
    }

    void plain(Runnable work) {
        plain.add(take(work));
    }

    void again(Runnable work) {
        again.add(take(work));
    }

    /** Quarters are those of the last round, because the first one tells how many students there are. */
    IntakeResult whole(Function<ProgressListener, IntakeResult> intake) {
        quarters = new Quarters(students);
        IntakeResult[] result = new IntakeResult[1];
        whole.add(take(() -> result[0] = intake.apply(quarters)));
        IntakeResult.Counts counts = result[0].counts();
        students = counts.students();
        rows = counts.rowsAccepted() + counts.rowsUnchanged() + counts.rowsRejected();
        return result[0];
    }

    void print() {
        IntakeBench.print("students %d, rows %d", students, rows);
        print("intake         ", whole);
        print("same again     ", again);
        Sample read = median(plain);
        Sample all = median(whole);
        IntakeBench.print(
                "plain read      %.2f s, %.2f s of the processor; ratio %.2f, of the processor %.2f",
                read.clock(), read.program(), all.clock() / read.clock(), all.processor() / read.program());
        IntakeBench.print("quarters        read %s s, join %s s", quarters.of(Stage.READ), quarters.of(Stage.JOIN));
    }

    private void print(String name, List<Sample> samples) {
        Sample median = median(samples);
        IntakeBench.print(
                "%s %.2f s  %.0f rows/s; processor: program %.2f s, database %.2f s, %.0f µs a row; first round %.2f s",
                name,
                median.clock(),
                rows / median.clock(),
                median.program(),
                median.database(),
                1e6 * median.processor() / Math.max(1, rows),
                samples.get(0).clock());
    }

    /** The sample in the middle by the clock, of those after the first one. */
    private static Sample median(List<Sample> samples) {
        return samples.stream()
                .skip(1)
                .sorted(Comparator.comparingDouble(Sample::clock))
                .toList()
                .get((samples.size() - 1) / 2);
    }
}
