package nienkhoa.rendering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Photo;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;

/**
 * What the register knows for one unit, read at one go.
 *
 * @param schools every school in which the students were, by code
 * @param sections of the class sections of the school that the students were in, by year and class
 * @param registry lines by student
 */
record UnitData(
        School school,
        Map<String, School> schools,
        Map<StudentId, Student> students,
        Map<StudentId, List<Enrolment>> enrolments,
        Map<StudentId, List<YearResult>> results,
        Map<StudentId, List<SecondaryResult>> secondaryResults,
        Map<StudentId, RegistryEntry> registry,
        Map<StudentId, Photo> photos,
        Map<String, ClassSection> sections) {

    static UnitData read(Register register, String schoolCode, List<StudentId> ids) {
        Map<StudentId, List<Enrolment>> enrolments =
                register.enrolmentsOf(ids).stream().collect(Collectors.groupingBy(Enrolment::studentId));
        School school = register.school(schoolCode);
        return new UnitData(
                school,
                schools(register, school, enrolments),
                byId(register.students(ids), Student::id),
                enrolments,
                register.resultsOf(ids).stream().collect(Collectors.groupingBy(YearResult::studentId)),
                register.secondaryResultsOf(ids).stream().collect(Collectors.groupingBy(SecondaryResult::studentId)),
                byEntry(register.registryEntriesOf(schoolCode, ids)),
                byId(register.photosOf(ids), Photo::studentId),
                sections(register, enrolments));
    }

    /** A student who goes through two levels at one school has two lines; the later counts. */
    private static Map<StudentId, RegistryEntry> byEntry(List<RegistryEntry> entries) {
        List<RegistryEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(entry -> entry.cohort().entered()));
        return sorted.stream()
                .collect(Collectors.toMap(RegistryEntry::studentId, Function.identity(), (earlier, later) -> later));
    }

    private static Map<String, School> schools(
            Register register, School own, Map<StudentId, List<Enrolment>> enrolments) {
        Map<String, School> schools = new HashMap<>(Map.of(own.code(), own));
        enrolments.values().stream()
                .flatMap(List::stream)
                .forEach(place -> schools.computeIfAbsent(place.schoolCode(), register::school));
        return schools;
    }

    private static Map<String, ClassSection> sections(Register register, Map<StudentId, List<Enrolment>> enrolments) {
        return enrolments.values().stream()
                .flatMap(List::stream)
                .map(place -> new Place(place.schoolCode(), place.year(), place.className()))
                .distinct()
                .map(place -> register.classSection(place.schoolCode(), place.year(), place.className()))
                .collect(Collectors.toMap(ClassSection::key, Function.identity()));
    }

    private static <T> Map<StudentId, T> byId(List<T> items, Function<T, StudentId> id) {
        return items.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** The class in which the student ended a school year; empty if no class list says so. */
    Optional<Enrolment> endOfYear(StudentId student, SchoolYear year) {
        return enrolments.getOrDefault(student, List.of()).stream()
                .filter(place -> place.year().equals(year) && place.status().finishesYearHere())
                .findFirst();
    }

    /** What the school of this place says of the student's year; another school may say something of it too. */
    Optional<YearResult> result(Enrolment place) {
        return results.getOrDefault(place.studentId(), List.of()).stream()
                .filter(result -> result.year().equals(place.year())
                        && result.schoolCode().equals(place.schoolCode()))
                .findFirst();
    }

    /** As {@link #result}, of lower and upper secondary school. */
    Optional<SecondaryResult> secondaryResult(Enrolment place) {
        return secondaryResults.getOrDefault(place.studentId(), List.of()).stream()
                .filter(result -> result.year().equals(place.year())
                        && result.schoolCode().equals(place.schoolCode()))
                .findFirst();
    }

    /** The school of a place: the unit's own, or the one that the student came from. */
    School school(Enrolment place) {
        return Objects.requireNonNull(schools.get(place.schoolCode()));
    }

    ClassSection section(Enrolment place) {
        ClassSection section = sections.get(place.schoolCode() + "/" + place.year() + "/" + place.className());
        if (section == null) {
            throw new IllegalStateException("the register has no class section of " + place);
        }
        return section;
    }

    private record Place(String schoolCode, SchoolYear year, String className) {}
}
