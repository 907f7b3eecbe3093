package nienkhoa.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nienkhoa.model.Cohort;
import nienkhoa.model.Level;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.RegistryEntry.FormerYear;
import nienkhoa.model.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Joins a student's line in the registry of one school with the study years at other schools. */
final class RegistryAssembler {

    private final StudentRows rows;
    private final String school;

    RegistryAssembler(StudentRows rows, String school) {
        this.rows = rows;
        this.school = school;
    }

    /** One record a level; former years without any line in the registry are rejected. */
    List<RegisterRecord> records() {
        Map<Level, Fact> lines = lines();
        List<Fact> former =
                rows.of(FactKind.FORMER_YEAR, fact -> rows.school(fact).equals(school));
        if (lines.isEmpty()) {
            former.forEach(row -> rows.reject(row, "I034_NOT_IN_REGISTRY", "moetCode", row.moetCode()));
            return List.of();
        }
        List<RegisterRecord> records = new ArrayList<>();
        lines.forEach((level, line) -> {
            List<Fact> history = former.stream()
                    .filter(row -> level(row, lines) == level)
                    .sorted(Comparator.comparingInt(Fact::schoolYear))
                    .toList();
            records.add(RegisterRecord.of(entry(level, line, history), 1 + history.size()));
        });
        return records;
    }

    private Map<Level, Fact> lines() {
        Map<Level, Fact> lines = new EnumMap<>(Level.class);
        for (Fact row : rows.of(FactKind.REGISTRY, fact -> rows.school(fact).equals(school))) {
            Fact first = lines.putIfAbsent(Level.valueOf(row.value("level")), row);
            if (first != null) {
                rows.reject(row, "I028_DUPLICATE_ROW", "moetCode", row.moetCode(), rows.at(first, "moetCode"));
            }
        }
        return lines;
    }

    /** The registry line to which a former year belongs: of its own level, else the first one. */
    private static Level level(Fact former, Map<Level, Fact> lines) {
        int grade = ClassName.grade(former.className());
        Level own = grade > 0 ? Level.ofGrade(grade) : Level.PRIMARY;
        return lines.containsKey(own) ? own : lines.keySet().iterator().next();
    }

    private RegistryEntry entry(Level level, Fact line, List<Fact> history) {
        return new RegistryEntry(
                rows.id(),
                school,
                new Cohort(level, new SchoolYear(Integer.parseInt(line.value("cohort")))),
                line.value("number"),
                day(line.value("entryDate")),
                line.value("entryKind"),
                line.value("formerSchool"),
                day(line.value("leftOn")),
                line.value("leftReason"),
                line.value("note"),
                history.stream().map(RegistryAssembler::formerYear).toList());
    }

    private static FormerYear formerYear(Fact row) {
        return new FormerYear(
                new SchoolYear(row.schoolYear()),
                row.className(),
                row.value("schoolName"),
                row.value("registryNumber"),
                row.value("entered"));
    }

    private static @Nullable LocalDate day(String day) {
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
