package nienkhoa.rendering.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import nienkhoa.data.CanonicalJson;
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
import nienkhoa.rendering.Register;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register's current revisions, read from {@code register_entry}. */
public final class PostgresRegister implements Register {

    private static final String BY_KEY = """
            select content from register_entry
            where current and kind = :kind and key = :key
            """;

    private static final String BY_YEAR = """
            select content from register_entry
            where current and kind = :kind and school_year = :year
            order by key
            """;

    private static final String BY_CLASS = """
            select content from register_entry
            where current and kind = :kind
              and school_code = :school and school_year = :year and class_name = :class
            order by key
            """;

    private static final String BY_STUDENTS = """
            select content from register_entry
            where current and kind = :kind and student_id = any(:students)
            order by key
            """;

    private static final String BY_SCHOOL = """
            select content from register_entry
            where current and kind = :kind and school_code = :school
            order by key
            """;

    private final JdbcClient jdbc;

    public PostgresRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public School school(String schoolCode) {
        return one("school", schoolCode, School.class);
    }

    @Override
    public List<ClassSection> classSections(SchoolYear year) {
        return jdbc
                .sql(BY_YEAR)
                .param("kind", "class-section")
                .param("year", year.start())
                .query(String.class)
                .list()
                .stream()
                .map(content -> CanonicalJson.read(content, ClassSection.class))
                .toList();
    }

    @Override
    public ClassSection classSection(String schoolCode, SchoolYear year, String name) {
        return one("class-section", schoolCode + "/" + year + "/" + name, ClassSection.class);
    }

    @Override
    public List<Enrolment> classList(ClassSection section) {
        return jdbc
                .sql(BY_CLASS)
                .param("kind", "enrolment")
                .param("school", section.schoolCode())
                .param("year", section.year().start())
                .param("class", section.name())
                .query(String.class)
                .list()
                .stream()
                .map(content -> CanonicalJson.read(content, Enrolment.class))
                .sorted(Comparator.comparingInt(Enrolment::ordinal).thenComparing(Enrolment::studentId))
                .toList();
    }

    @Override
    public List<Enrolment> enrolmentsOf(Collection<StudentId> students) {
        return sorted(
                ofStudents("enrolment", students, Enrolment.class),
                Comparator.comparing(Enrolment::year).thenComparing(Enrolment::className));
    }

    @Override
    public List<Student> students(Collection<StudentId> students) {
        return ofStudents("student", students, Student.class);
    }

    @Override
    public List<YearResult> resultsOf(Collection<StudentId> students) {
        return sorted(
                ofStudents("year-result", students, YearResult.class),
                Comparator.comparing(YearResult::year).thenComparing(YearResult::schoolCode));
    }

    @Override
    public List<SecondaryResult> secondaryResultsOf(Collection<StudentId> students) {
        return sorted(
                ofStudents("secondary-result", students, SecondaryResult.class),
                Comparator.comparing(SecondaryResult::year).thenComparing(SecondaryResult::schoolCode));
    }

    @Override
    public List<RegistryEntry> registryEntriesOf(String schoolCode, Collection<StudentId> students) {
        return ofStudents("registry-entry", students, RegistryEntry.class).stream()
                .filter(entry -> entry.schoolCode().equals(schoolCode))
                .toList();
    }

    @Override
    public List<RegistryEntry> registry(String schoolCode) {
        return jdbc
                .sql(BY_SCHOOL)
                .param("kind", "registry-entry")
                .param("school", schoolCode)
                .query(String.class)
                .list()
                .stream()
                .map(content -> CanonicalJson.read(content, RegistryEntry.class))
                .toList();
    }

    @Override
    public List<Photo> photosOf(Collection<StudentId> students) {
        return ofStudents("photo", students, Photo.class);
    }

    private <T> T one(String kind, String key, Class<T> type) {
        return jdbc.sql(BY_KEY)
                .param("kind", kind)
                .param("key", key)
                .query(String.class)
                .optional()
                .map(content -> CanonicalJson.read(content, type))
                .orElseThrow(() -> new IllegalStateException("the register has no " + kind + " " + key));
    }

    private <T> List<T> ofStudents(String kind, Collection<StudentId> students, Class<T> type) {
        String[] ids = students.stream().map(StudentId::value).distinct().toArray(String[]::new);
        return jdbc.sql(BY_STUDENTS).param("kind", kind).param("students", ids).query(String.class).list().stream()
                .map(content -> CanonicalJson.read(content, type))
                .toList();
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(order);
        return sorted;
    }
}
