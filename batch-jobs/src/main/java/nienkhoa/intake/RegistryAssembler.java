package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nienkhoa.model.Cohort;
import nienkhoa.model.Level;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.RegistryEntry.FormerYear;
import nienkhoa.model.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * Joins a student's line in the registry of one school with the study years at other schools. The side file's line is
 * believed; the number and the day of entry that some class lists have fill what it leaves empty, or make the line where
 * there is none.
 */
final class RegistryAssembler {

    private final StudentRows rows;
    private final String school;
    private final SchoolAssembler schools;
    private final Map<Level, RegistryEntry> known = new EnumMap<>(Level.class);

    /** @param known lines that the register has, of any school */
    RegistryAssembler(StudentRows rows, String school, SchoolAssembler schools, List<RegistryEntry> known) {
        this.rows = rows;
        this.school = school;
        this.schools = schools;
        known.stream()
                .filter(entry -> entry.schoolCode().equals(school))
                .forEach(entry -> this.known.put(entry.cohort().level(), entry));
    }

    /** One record a level; former years without any line in the registry are rejected. */
    List<RegisterRecord> records() {
        Map<Level, Fact> lines = lines();
        Map<Level, List<Fact>> lists = lists();
        Set<Level> levels = new TreeSet<>(lines.keySet());
        levels.addAll(lists.keySet());
        List<Fact> former =
                rows.of(FactKind.FORMER_YEAR, fact -> rows.school(fact).equals(school));
        if (levels.isEmpty()) {
            former.forEach(row -> rows.reject(row, "I034_NOT_IN_REGISTRY", "moetCode", row.moetCode()));
            return List.of();
        }
        List<RegisterRecord> records = new ArrayList<>();
        for (Level level : levels) {
            List<Fact> history = former.stream()
                    .filter(row -> level(row, levels) == level)
                    .sorted(Comparator.comparingInt(Fact::schoolYear))
                    .toList();
            Fact line = lines.get(level);
            RegistryEntry entry = told(level, line, lists.getOrDefault(level, List.of()))
                    .entry(history.stream().map(RegistryAssembler::formerYear).toList());
            records.add(RegisterRecord.of(entry, (line == null ? 0 : 1) + history.size()));
        }
        return records;
    }

    private RegistryLine told(Level level, @Nullable Fact line, List<Fact> lists) {
        RegistryEntry before = known.get(level);
        Cohort cohort = line != null
                ? new Cohort(level, new SchoolYear(Integer.parseInt(line.value("cohort"))))
                : before != null ? before.cohort() : cohort(lists.get(lists.size() - 1));
        RegistryEntry unknown = new RegistryEntry(rows.id(), school, cohort, "", null, "", "", null, "", "", List.of());
        return new RegistryLine(rows, line, lists, before, unknown);
    }

    /** Who repeated a grade before the oldest list that tells something seems to be of a later cohort. */
    private Cohort cohort(Fact oldest) {
        return Cohort.of(
                new SchoolYear(oldest.schoolYear()), schools.grade(school, oldest.schoolYear(), oldest.className()));
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

    /** Rows of class lists that say something of the registry, the newest first. */
    private Map<Level, List<Fact>> lists() {
        Map<Level, List<Fact>> lists = new EnumMap<>(Level.class);
        rows.of(FactKind.CLASS_LIST, fact -> rows.school(fact).equals(school)).stream()
                .filter(row -> !(row.value(RegistryLine.NUMBER) + row.value(RegistryLine.ENTRY_DATE)).isEmpty())
                .sorted(Comparator.comparingInt(Fact::schoolYear).reversed())
                .forEach(row -> {
                    int grade = schools.grade(school, row.schoolYear(), row.className());
                    if (grade > 0) {
                        lists.computeIfAbsent(Level.ofGrade(grade), level -> new ArrayList<>())
                                .add(row);
                    }
                });
        return lists;
    }

    /** The registry line to which a former year belongs: of its own level, else the first one. */
    private static Level level(Fact former, Set<Level> levels) {
        int grade = ClassName.grade(former.className());
        Level own = grade > 0 ? Level.ofGrade(grade) : Level.PRIMARY;
        return levels.contains(own) ? own : levels.iterator().next();
    }

    private static FormerYear formerYear(Fact row) {
        return new FormerYear(
                new SchoolYear(row.schoolYear()),
                row.className(),
                row.value("schoolName"),
                row.value("registryNumber"),
                row.value("entered"));
    }
}
