package nienkhoa.intake;

import static nienkhoa.intake.StudentAssembler.firstOf;
import static nienkhoa.intake.StudentAssembler.relative;
import static nienkhoa.intake.StudentAssembler.residence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.model.Student;
import nienkhoa.model.Student.Relative;

/**
 * What profile templates say about one student. It fills what the class list leaves empty; where both speak, the class
 * list is believed and a difference is named.
 */
final class ProfileSupplement {

    /** What identifies a person; other differences, such as an address, are no contradiction. */
    private static final List<String> COMPARED = List.of("identityNumber", "birthDate", "gender", "ethnicity");

    private final StudentRows student;
    private final List<Fact> profiles;

    ProfileSupplement(StudentRows student) {
        this.student = student;
        this.profiles = student.of(FactKind.PROFILE);
    }

    int rows() {
        return profiles.size();
    }

    /** The row of the class list with what only the profile knows. */
    Fact on(Fact row) {
        if (profiles.isEmpty()) {
            return row;
        }
        Map<String, String> values = new HashMap<>(row.values());
        boolean placed = !firstOf(row.value("address"), residence(row)).isEmpty();
        for (Fact profile : profiles) {
            compare(profile, values);
            profile.values().forEach((field, value) -> {
                if (!placed || !field.startsWith("residence")) {
                    values.putIfAbsent(field, value);
                }
            });
        }
        return with(values, row);
    }

    private static Fact with(Map<String, String> values, Fact row) {
        return new Fact(
                row.file(),
                row.sheet(),
                row.row(),
                row.kind(),
                row.schoolYear(),
                row.className(),
                row.moetCode(),
                values.getOrDefault("identityNumber", ""),
                row.rejected(),
                values);
    }

    private void compare(Fact profile, Map<String, String> values) {
        for (String field : COMPARED) {
            String own = profile.value(field);
            if (!own.isEmpty() && !own.equals(values.getOrDefault(field, own))) {
                student.warn(profile, "I062_PROFILE_DIFFERS", field, own);
            }
        }
    }

    /** A student known from earlier exports, where this one has a profile and no class list. */
    Student on(Student known) {
        Map<String, String> values = new HashMap<>();
        put(values, "identityNumber", known.identityNumber());
        put(
                values,
                "birthDate",
                known.birthDate() == null ? "" : known.birthDate().toString());
        put(values, "gender", known.gender());
        put(values, "ethnicity", known.ethnicity());
        put(values, "nationality", known.nationality());
        put(values, "address", known.address());
        Fact row = on(with(values, profiles.get(0)));
        String birthDate = row.value("birthDate");
        return new Student(
                known.id(),
                known.moetCode(),
                row.value("identityNumber"),
                known.name(),
                row.value("gender"),
                birthDate.isEmpty() ? null : LocalDate.parse(birthDate),
                row.value("ethnicity"),
                row.value("nationality"),
                known.birthPlace(),
                known.hometown(),
                firstOf(row.value("address"), residence(row)),
                known.policy(),
                parent(known.father(), row, "father"),
                parent(known.mother(), row, "mother"),
                known.guardian(),
                firstOf(row.value("birthDateText"), known.birthDateText()));
    }

    private static void put(Map<String, String> values, String field, String value) {
        if (!value.isEmpty()) {
            values.put(field, value);
        }
    }

    private static Relative parent(Relative known, Fact row, String who) {
        return known.equals(Relative.NONE)
                ? relative(row.value(who + "Name"), row.value(who + "Job"), row.value(who + "BirthYear"))
                : known;
    }
}
