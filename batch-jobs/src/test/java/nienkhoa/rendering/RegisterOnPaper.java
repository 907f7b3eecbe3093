package nienkhoa.rendering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

/** A register that holds what a test puts into it. */
final class RegisterOnPaper implements Register {

    final List<School> schools = new ArrayList<>();
    final List<ClassSection> sections = new ArrayList<>();
    final List<Enrolment> enrolments = new ArrayList<>();
    final List<Student> students = new ArrayList<>();
    final List<YearResult> results = new ArrayList<>();
    final List<SecondaryResult> secondaryResults = new ArrayList<>();
    final List<RegistryEntry> entries = new ArrayList<>();
    final List<Photo> photos = new ArrayList<>();

    @Override
    public School school(String schoolCode) {
        return schools.stream()
                .filter(school -> school.code().equals(schoolCode))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<ClassSection> classSections(SchoolYear year) {
        return sections.stream().filter(section -> section.year().equals(year)).toList();
    }

    @Override
    public ClassSection classSection(String schoolCode, SchoolYear year, String name) {
        return sections.stream()
                .filter(section -> section.key().equals(schoolCode + "/" + year + "/" + name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<Enrolment> classList(ClassSection section) {
        return enrolments.stream()
                .filter(place ->
                        place.year().equals(section.year()) && place.className().equals(section.name()))
                .toList();
    }

    @Override
    public List<Enrolment> enrolmentsOf(Collection<StudentId> wanted) {
        return enrolments.stream()
                .filter(place -> wanted.contains(place.studentId()))
                .toList();
    }

    @Override
    public List<Student> students(Collection<StudentId> wanted) {
        return students.stream()
                .filter(student -> wanted.contains(student.id()))
                .toList();
    }

    @Override
    public List<YearResult> resultsOf(Collection<StudentId> wanted) {
        return results.stream()
                .filter(result -> wanted.contains(result.studentId()))
                .toList();
    }

    @Override
    public List<SecondaryResult> secondaryResultsOf(Collection<StudentId> wanted) {
        return secondaryResults.stream()
                .filter(result -> wanted.contains(result.studentId()))
                .toList();
    }

    @Override
    public List<RegistryEntry> registryEntriesOf(String schoolCode, Collection<StudentId> wanted) {
        return entries.stream()
                .filter(entry -> wanted.contains(entry.studentId()))
                .toList();
    }

    @Override
    public List<RegistryEntry> registry(String schoolCode) {
        return entries;
    }

    @Override
    public List<Photo> photosOf(Collection<StudentId> wanted) {
        return photos.stream()
                .filter(photo -> wanted.contains(photo.studentId()))
                .toList();
    }
}
