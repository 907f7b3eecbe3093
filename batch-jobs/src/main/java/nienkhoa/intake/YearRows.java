package nienkhoa.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows of which one student's result of one school year is made; it is entered whole or not at all. */
final class YearRows {

    private final StudentRows rows;
    private final String school;
    private final int year;
    private final String className;
    private final Predicate<FactKind> kinds;

    /**
     * @param className the class in which the student finishes the year, or was last
     * @param kinds of the rows that make up the result
     */
    YearRows(StudentRows rows, String school, int year, String className, Predicate<FactKind> kinds) {
        this.rows = rows;
        this.school = school;
        this.year = year;
        this.className = className;
        this.kinds = kinds;
    }

    /** The rows about the year, of a kind; those of the last class come last. */
    List<Fact> of(FactKind kind) {
        List<Fact> found = rows.of(
                kind, fact -> fact.schoolYear() == year && rows.school(fact).equals(school));
        return found.size() < 2
                ? found
                : found.stream()
                        .sorted(Comparator.comparing(
                                (Fact fact) -> fact.className().equals(className)))
                        .toList();
    }

    private List<Fact> all() {
        return Stream.of(FactKind.values())
                .filter(kinds)
                .flatMap(kind -> of(kind).stream())
                .toList();
    }

    /** Whether there is something to join and nothing of it was rejected; else the other rows are rejected too. */
    boolean areWhole() {
        Optional<Fact> rejected = rows.rejected(school, year, kinds);
        if (rejected.isPresent()) {
            String at = rows.at(rejected.get(), "moetCode");
            all().forEach(row -> rows.reject(row, "I039_YEAR_RESULT_INCOMPLETE", "moetCode", row.moetCode(), at));
        }
        return !all().isEmpty();
    }
}
