package nienkhoa.rendering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nienkhoa.model.Enrolment;
import nienkhoa.model.NameOrder;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;

/** A class list in another order than the school's own. */
final class ClassListOrder {

    private ClassListOrder() {}

    /** By name, then birth date, then id; numbered anew from 1. */
    static List<Enrolment> byName(List<Enrolment> classList, Map<StudentId, Student> students) {
        Comparator<Student> order = Comparator.comparing(Student::name, new NameOrder())
                .thenComparing(Student::birthDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                .thenComparing(Student::id);
        List<Enrolment> sorted = new ArrayList<>(classList);
        sorted.sort(Comparator.comparing(place -> Objects.requireNonNull(students.get(place.studentId())), order));
        List<Enrolment> numbered = new ArrayList<>();
        for (Enrolment place : sorted) {
            numbered.add(new Enrolment(
                    place.studentId(),
                    place.schoolCode(),
                    place.year(),
                    place.className(),
                    numbered.size() + 1,
                    place.status()));
        }
        return numbered;
    }
}
