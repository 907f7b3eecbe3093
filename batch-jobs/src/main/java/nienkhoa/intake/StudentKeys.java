package nienkhoa.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nienkhoa.model.Student;

/** What the students of one batch are known by from now on: the codes in rows that stand. */
final class StudentKeys {

    private final Map<String, Set<StudentKey>> keys = new HashMap<>();
    private final Map<String, PersonKey> persons = new HashMap<>();

    /** @param believed the person of whom the register is convinced; empty if the export does not say */
    void add(StudentRows rows, Optional<Student> believed) {
        String student = rows.id().value();
        Set<StudentKey> own = keys.computeIfAbsent(student, none -> new TreeSet<>());
        for (Fact row : rows.all()) {
            add(own, StudentKey.Kind.IDENTITY, row.identityNumber());
            add(own, StudentKey.Kind.MOET, row.moetCode());
            if (!row.value("localCode").isEmpty()) {
                own.add(StudentKey.local(rows.school(row), row.value("localCode")));
            }
        }
        believed.ifPresent(person -> persons.put(student, PersonKey.of(person.name(), person.birthDate())));
    }

    private static void add(Set<StudentKey> keys, StudentKey.Kind kind, String value) {
        if (!value.isEmpty()) {
            keys.add(new StudentKey(kind, value));
        }
    }

    void handTo(Staging.Session session) {
        session.keys(keys, persons);
    }
}
