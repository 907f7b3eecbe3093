package nienkhoa.rendering;

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

/** What rendering reads of the register: current revisions only, lists in a fixed order. */
public interface Register {

    /** @throws IllegalStateException if the register has no such school */
    School school(String schoolCode);

    /** The class sections of a year, by school and name. */
    List<ClassSection> classSections(SchoolYear year);

    ClassSection classSection(String schoolCode, SchoolYear year, String name);

    /** A class list in the school's own order. */
    List<Enrolment> classList(ClassSection section);

    /** Every place that these students had or have in a class list, oldest first. */
    List<Enrolment> enrolmentsOf(Collection<StudentId> students);

    List<Student> students(Collection<StudentId> students);

    /** Every school year's result in primary school, oldest first. */
    List<YearResult> resultsOf(Collection<StudentId> students);

    /** Every school year's result in lower and upper secondary school, oldest first. */
    List<SecondaryResult> secondaryResultsOf(Collection<StudentId> students);

    /** The registry lines of these students at one school. */
    List<RegistryEntry> registryEntriesOf(String schoolCode, Collection<StudentId> students);

    /** Every registry line of a school, by number. */
    List<RegistryEntry> registry(String schoolCode);

    List<Photo> photosOf(Collection<StudentId> students);
}
