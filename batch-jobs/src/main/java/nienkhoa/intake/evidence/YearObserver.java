package nienkhoa.intake.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import nienkhoa.model.SchoolYear;

/** Gathers evidence from all threads while an export is read: a few numbers a class. */
public final class YearObserver {

    /** A median of fewer students says little. */
    private static final int FEWEST_STUDENTS = 5;

    /** A child is six in the calendar year in which it enters grade 1 (Law on Education 43/2019/QH14, article 28; recalled). */
    private static final int AGE_BEFORE_GRADE_1 = 5;

    /** The share of students that has to stand behind what a kind of evidence says. */
    private static final double AGREEMENT = 2.0 / 3;

    /** A school year begins on 5 September at the latest and prepares itself from August on. */
    private static final int FIRST_MONTH = 8;

    private final Map<Integer, Map<String, TreeMap<Integer, Long>>> agesByYearAndClass = new TreeMap<>();
    private final TreeMap<LocalDate, Long> dates = new TreeMap<>();
    private final TreeMap<Integer, Long> filesByYear = new TreeMap<>();

    /**
     * A student in a class list.
     *
     * @param year first calendar year of the list's school year
     * @param section anything that names the class in the export
     * @param grade 1 to 12; others are passed over
     */
    public synchronized void listed(int year, String section, int grade, int birthYear) {
        if (year > 0 && grade >= 1 && grade <= 12) {
            agesByYearAndClass
                    .computeIfAbsent(year, none -> new TreeMap<>())
                    .computeIfAbsent(section, none -> new TreeMap<>())
                    .merge(birthYear + AGE_BEFORE_GRADE_1 + grade, 1L, Long::sum);
        }
    }

    /** A day on which a student came or left. */
    public synchronized void date(LocalDate day) {
        dates.merge(day, 1L, Long::sum);
    }

    /** When a workbook was last saved. */
    public synchronized void savedOn(LocalDate day) {
        filesByYear.merge(schoolYear(day), 1L, Long::sum);
    }

    private static int schoolYear(LocalDate day) {
        return day.getMonthValue() >= FIRST_MONTH ? day.getYear() : day.getYear() - 1;
    }

    /**
     * Weighs all that was seen.
     *
     * @param titled school years that titles and columns name, with the number of rows
     * @param gradeSteps by how many grades students are above their grade of the school year before, with their number
     * @param today dates after it are mistakes of writing and are passed over
     */
    public synchronized DataYear judge(
            SchoolYear asked, Map<SchoolYear, Long> titled, Map<Integer, Long> gradeSteps, LocalDate today) {
        List<Evidence> evidence = new ArrayList<>();
        titled.forEach((year, rows) -> evidence.add(new Evidence(Evidence.Kind.TITLES, year, rows)));
        mode(filesByYear).ifPresent(most -> add(evidence, Evidence.Kind.FILES, most.getKey(), most.getValue()));
        Optional<Entry<LocalDate, Long>> latest = Optional.ofNullable(dates.floorEntry(today));
        latest.ifPresent(last -> add(evidence, Evidence.Kind.DATES, schoolYear(last.getKey()), last.getValue()));
        ages(asked).ifPresent(evidence::add);
        agreed(new TreeMap<>(gradeSteps))
                .ifPresent(step ->
                        add(evidence, Evidence.Kind.GRADES, asked.start() - 1 + step.getKey(), step.getValue()));
        SchoolYear believed = titled.isEmpty() || titled.containsKey(asked) ? asked : new TreeMap<>(titled).lastKey();
        return new DataYear(asked, seems(believed, evidence), latest.map(Entry::getKey), evidence);
    }

    private static void add(List<Evidence> evidence, Evidence.Kind kind, int year, long count) {
        if (year >= 1900 && year <= 2199) {
            evidence.add(new Evidence(kind, new SchoolYear(year), count));
        }
    }

    /** The school year in which the students of the year's classes would be as old as their grades want. */
    private Optional<Evidence> ages(SchoolYear asked) {
        TreeMap<Integer, Long> medians = new TreeMap<>();
        agesByYearAndClass.getOrDefault(asked.start(), Map.of()).values().forEach(ages -> {
            long students = sum(ages);
            if (students >= FEWEST_STUDENTS) {
                medians.merge(median(ages, students), students, Long::sum);
            }
        });
        List<Evidence> found = new ArrayList<>();
        agreed(medians).ifPresent(most -> add(found, Evidence.Kind.AGES, most.getKey(), most.getValue()));
        return found.stream().findFirst();
    }

    private static int median(SortedMap<Integer, Long> counts, long all) {
        long seen = 0;
        for (Entry<Integer, Long> count : counts.entrySet()) {
            seen += count.getValue();
            if (2 * seen >= all) {
                return count.getKey();
            }
        }
        throw new IllegalStateException("nothing counted");
    }

    /** What most say, if enough say it. */
    private static Optional<Entry<Integer, Long>> agreed(SortedMap<Integer, Long> counts) {
        long all = sum(counts);
        return mode(counts).filter(most -> all >= FEWEST_STUDENTS && most.getValue() >= AGREEMENT * all);
    }

    private static Optional<Entry<Integer, Long>> mode(SortedMap<Integer, Long> counts) {
        return counts.entrySet().stream()
                .max(Entry.<Integer, Long>comparingByValue().thenComparing(Entry.comparingByKey()));
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is titled is believed unless another year has more weight, and more than one weak kind has. */
    private static SchoolYear seems(SchoolYear believed, List<Evidence> evidence) {
        ToLongFunction<SchoolYear> weight = year -> evidence.stream()
                .filter(each -> each.says().equals(year))
                .mapToLong(each -> each.kind().weight())
                .sum();
        return evidence.stream()
                .map(Evidence::says)
                .filter(year -> weight.applyAsLong(year) >= Evidence.Kind.AGES.weight())
                .filter(year -> weight.applyAsLong(year) > weight.applyAsLong(believed))
                .max(Comparator.comparingLong(weight).thenComparing(year -> year))
                .orElse(believed);
    }
}
