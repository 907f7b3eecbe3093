package nienkhoa.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Cohort;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.testing.Students;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a student registry says about the class in which a student came. */
class RegistryDataTest {

    private static final StudentId STUDENT = Students.AN;
    private static final String SCHOOL = "31313401";
    private static final Cohort COHORT = Cohort.of(new SchoolYear(2023), 5);

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            # entered,  class, why
            2019-09-05, 1A,    the day on which the school year begins
            2021-02-15, 2A,    in the second half of a school year
            2021-05-31, 2A,    the last day of a school year
            2021-06-01, 3A,    in summer it is the year that then begins
            2018-09-05, '',    the register has no class of that year
            """)
    void tellsTheClassOfTheSchoolYearOfEntry(LocalDate entered, String className, String why) {
        assertThat(entryClass(entered)).isEqualTo(className);
    }

    @Test
    void tellsNoClassWithoutTheDayOfEntry() {
        assertThat(entryClass(null)).isEqualTo("");
    }

    /** Old records know no day; what they know is not lost and not made up to a day. */
    @Test
    void tellsABirthDateAsFarAsItIsKnown() {
        assertThat(entry(Students.born(LocalDate.of(2013, 5, 12), ""), null).get("birthDate"))
                .isEqualTo("2013-05-12");
        assertThat(entry(Students.born(null, "2012"), null).get("birthDate")).isEqualTo("2012");
        assertThat(entry(Students.born(null, ""), null).get("birthDate")).isNull();
    }

    private Object entryClass(@Nullable LocalDate entered) {
        return entry(Students.born(LocalDate.of(2013, 5, 12), ""), entered).get("entryClass");
    }

    private Map<?, ?> entry(Student student, @Nullable LocalDate entered) {
        RegisterOnPaper register = new RegisterOnPaper();
        register.schools.add(school());
        register.students.add(student);
        for (int grade = 1; grade <= 5; grade++) {
            SchoolYear year = new SchoolYear(2018 + grade);
            register.sections.add(new ClassSection(SCHOOL, year, grade + "A", grade, ""));
            register.enrolments.add(new Enrolment(STUDENT, SCHOOL, year, grade + "A", 1, Status.STUDYING));
        }
        RegistryEntry line = new RegistryEntry(STUDENT, SCHOOL, COHORT, "1", entered, "", "", null, "", "", List.of());
        UnitData unit = UnitData.read(register, SCHOOL, List.of(STUDENT));
        Map<String, Object> json = new RegistryData(unit, YearEndPapers.bundled(), COHORT)
                .json(List.of(line), Map.of(), LocalDate.of(2024, 5, 31));
        return (Map<?, ?>) ((List<?>) json.get("entries")).get(0);
    }

    private static School school() {
        School.Name name = new School.Name(
                null, null, "Trường Tiểu học Hoa Sen", "", "Phường Sen", null, "Hải Phòng", "Hải Phòng");
        return new School(SCHOOL, List.of(COHORT.level()), List.of(name), List.of(), List.of());
    }
}
