package nienkhoa.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Level;
import nienkhoa.model.School;
import nienkhoa.model.School.Dated;
import nienkhoa.model.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * Joins the rows of school sheets, and what class lists say about classes, into schools and class sections. Several threads
 * may name classes and ask for grades at once; what class lists say is heard before.
 */
final class SchoolAssembler {

    private static final Comparator<Dated> BY_DATE =
            Comparator.comparing(Dated::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Map<String, List<Fact>> bySchool = new TreeMap<>();
    private final Map<String, ClassSection> sections = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> listedGrades = new HashMap<>();
    private final Map<String, Integer> sectionRows = new TreeMap<>();

    SchoolAssembler(List<Fact> schoolFacts, SchoolFolders folders) {
        for (Fact fact : schoolFacts) {
            Optional<String> school = folders.schoolOf(fact);
            if (school.isPresent() && !fact.rejected()) {
                bySchool.computeIfAbsent(school.get(), code -> new ArrayList<>())
                        .add(fact);
                section(school.get(), fact);
            }
        }
    }

    private void section(String school, Fact fact) {
        if (fact.kind() == FactKind.CLASS) {
            ClassSection section = new ClassSection(
                    school,
                    new SchoolYear(fact.schoolYear()),
                    fact.className(),
                    Integer.parseInt(fact.value("grade")),
                    fact.value("homeroomTeacher"));
            sections.put(section.key(), section);
            sectionRows.merge(section.key(), 1, Integer::sum);
        }
    }

    /** Hears what a student's rows in class lists say about the grades of classes; the first one that says it counts. */
    void listed(StudentRows student) {
        for (Fact row : student.of(FactKind.CLASS_LIST)) {
            String grade = row.value("grade");
            if (!grade.isEmpty()) {
                listedGrades.putIfAbsent(
                        key(student.school(row), row.schoolYear(), row.className()), Integer.valueOf(grade));
            }
        }
    }

    /** The grade of a class; 0 if neither the school sheet nor a class list nor the class's name says it. */
    int grade(String school, int year, String className) {
        String key = key(school, year, className);
        ClassSection section = sections.get(key);
        return section == null ? listedGrades.getOrDefault(key, ClassName.grade(className)) : section.grade();
    }

    private static String key(String school, int year, String className) {
        return school + "/" + new SchoolYear(year) + "/" + className;
    }

    /** A class that a class list names; the school sheet, if it has the class, knows more. */
    void named(String school, int year, String className) {
        int grade = grade(school, year, className);
        if (grade > 0) {
            sections.putIfAbsent(
                    key(school, year, className), new ClassSection(school, new SchoolYear(year), className, grade, ""));
        }
    }

    List<RegisterRecord> records() {
        List<RegisterRecord> records = new ArrayList<>();
        bySchool.forEach((code, facts) -> school(code, facts).ifPresent(records::add));
        sections.forEach((key, section) -> records.add(RegisterRecord.of(section, sectionRows.getOrDefault(key, 0))));
        return records;
    }

    private Optional<RegisterRecord> school(String code, List<Fact> facts) {
        List<Fact> names = of(facts, FactKind.SCHOOL);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Fact> superiors = of(facts, FactKind.SUPERIOR);
        List<Fact> principals = of(facts, FactKind.PRINCIPAL);
        School school = new School(
                code,
                levels(names),
                names.stream().map(SchoolAssembler::name).sorted(BY_DATE).toList(),
                superiors.stream()
                        .map(SchoolAssembler::superior)
                        .sorted(BY_DATE)
                        .toList(),
                principals.stream()
                        .map(SchoolAssembler::principal)
                        .sorted(BY_DATE)
                        .toList());
        return Optional.of(RegisterRecord.of(school, names.size() + superiors.size() + principals.size()));
    }

    /** Rows of one kind; the same row in two copies of a sheet counts once. */
    private static List<Fact> of(List<Fact> facts, FactKind kind) {
        Map<Map<String, String>, Fact> distinct = new LinkedHashMap<>();
        facts.stream().filter(fact -> fact.kind() == kind).forEach(fact -> distinct.putIfAbsent(fact.values(), fact));
        return List.copyOf(distinct.values());
    }

    private static List<Level> levels(List<Fact> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream(name.value("levels").split(";")))
                .map(Level::valueOf)
                .distinct()
                .sorted()
                .toList();
    }

    private static School.Name name(Fact fact) {
        String district = fact.value("district");
        String place = fact.value("place");
        return new School.Name(
                day(fact, "from"),
                day(fact, "until"),
                fact.value("name"),
                fact.value("address"),
                fact.value("commune"),
                district.isEmpty() ? null : district,
                fact.value("province"),
                place.isEmpty() ? fact.value("province") : place);
    }

    private static School.Superior superior(Fact fact) {
        return new School.Superior(
                day(fact, "from"),
                day(fact, "until"),
                School.Superior.Kind.valueOf(fact.value("superior")),
                fact.value("name"));
    }

    private static School.Principal principal(Fact fact) {
        return new School.Principal(day(fact, "from"), day(fact, "until"), fact.value("title"), fact.value("name"));
    }

    private static @Nullable LocalDate day(Fact fact, String field) {
        String day = fact.value(field);
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
