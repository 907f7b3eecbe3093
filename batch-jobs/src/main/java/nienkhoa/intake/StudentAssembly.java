package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nienkhoa.intake.Staging.KnownStudent;
import nienkhoa.model.Student;
import org.jspecify.annotations.Nullable;

/** Joins the rows of many students on several threads. What comes out does not depend on which of them is faster. */
final class StudentAssembly implements AutoCloseable {

    /** Few enough that no thread waits long for another one at the end of a batch. */
    private static final int STUDENTS_A_TASK = 20;

    private final SchoolAssembler schools;
    private final ClassChecks checks;
    private final ExecutorService threads;

    StudentAssembly(SchoolAssembler schools, ClassChecks checks, int threadCount) {
        this.schools = schools;
        this.checks = checks;
        this.threads = Executors.newFixedThreadPool(threadCount);
    }

    /**
     * A student whose rows were joined.
     *
     * @param believed the person, if the export says something newer than the register
     */
    record Joined(StudentRows rows, List<RegisterRecord> records, Optional<Student> believed) {}

    /** A batch whose students are being joined. */
    record UnderWay(List<Future<List<Joined>>> tasks) {

        /** All students in the order in which they were given, when the last of them is joined. */
        List<Joined> outcome() {
            return tasks.stream().flatMap(task -> StudentAssembly.outcome(task).stream()).toList();
        }
    }

    /**
     * Begins to join the rows of each student; {@code known} is what the register believes of them. The batch before has to
     * be joined, because what this one says about classes is heard now.
     */
    UnderWay begin(List<StudentRows> students, Map<String, KnownStudent> known) {
        students.forEach(schools::listed);
        List<Future<List<Joined>>> tasks = new ArrayList<>();
        for (int from = 0; from < students.size(); from += STUDENTS_A_TASK) {
            List<StudentRows> some = students.subList(from, Math.min(students.size(), from + STUDENTS_A_TASK));
            tasks.add(threads.submit(() -> some.stream()
                    .map(rows -> joined(rows, known.get(rows.id().value())))
                    .toList()));
        }
        return new UnderWay(tasks);
    }

    private Joined joined(StudentRows rows, @Nullable KnownStudent known) {
        StudentAssembler assembler = new StudentAssembler(rows, schools, known, checks);
        List<RegisterRecord> records = assembler.records();
        return new Joined(rows, records, assembler.believed());
    }

    private static List<Joined> outcome(Future<List<Joined>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("intake was stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException("rows of students could not be joined", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
