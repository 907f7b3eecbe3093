package nienkhoa.intake.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nienkhoa.intake.Fact;

/** Facts that come student by student, gathered into batches of students. */
final class StudentBatches implements Consumer<Fact> {

    private final int most;
    private final Consumer<List<List<Fact>>> batches;
    private List<List<Fact>> batch = new ArrayList<>();
    private List<Fact> student = new ArrayList<>();

    StudentBatches(int most, Consumer<List<List<Fact>>> batches) {
        this.most = most;
        this.batches = batches;
    }

    @Override
    public void accept(Fact fact) {
        boolean nobody = fact.studentId().isEmpty();
        if (!student.isEmpty() && (nobody || !student.get(0).studentId().equals(fact.studentId()))) {
            endStudent();
        }
        student.add(fact);
    }

    private void endStudent() {
        batch.add(student);
        student = new ArrayList<>();
        if (batch.size() == most) {
            batches.accept(batch);
            batch = new ArrayList<>();
        }
    }

    void end() {
        if (!student.isEmpty()) {
            endStudent();
        }
        if (!batch.isEmpty()) {
            batches.accept(batch);
        }
    }
}
