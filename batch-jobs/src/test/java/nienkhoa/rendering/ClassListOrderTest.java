package nienkhoa.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.model.Enrolment;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassListOrderTest {

    private static final Student.Relative NOBODY = Student.Relative.NONE;

    @Test
    void sortsByNameThenBirthDateAndNumbersAnew() {
        Map<StudentId, Student> students = new HashMap<>();
        List<Enrolment> bySchool = List.of(
                place(students, 1, "Trần Thị Ánh", LocalDate.of(2014, 3, 1)),
                place(students, 2, "Nguyễn Văn An", LocalDate.of(2014, 9, 9)),
                place(students, 3, "Đỗ Thị An", null),
                place(students, 4, "Nguyễn Văn An", LocalDate.of(2014, 2, 2)));

        List<Enrolment> byName = ClassListOrder.byName(bySchool, students);

        assertThat(byName)
                .extracting(Enrolment::ordinal, place -> place.studentId().value())
                .containsExactly(
                        tuple(1, "HS-000000000003"),
                        tuple(2, "HS-000000000004"),
                        tuple(3, "HS-000000000002"),
                        tuple(4, "HS-000000000001"));
    }

    private static Enrolment place(
            Map<StudentId, Student> students, int ordinal, String name, @Nullable LocalDate born) {
        StudentId id = new StudentId("HS-00000000000" + ordinal);
        students.put(id, new Student(id, "", "", name, "Nam", born, "", "", "", "", "", "", NOBODY, NOBODY, NOBODY));
        return new Enrolment(id, "31303401", new SchoolYear(2023), "5A", ordinal, Enrolment.Status.STUDYING);
    }
}
