package nienkhoa.sample;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What becomes of the other rows about a student when some are refused: a row needs a class list that names the student,
 * the result of a year is entered whole or not at all, and former years need a line in the registry.
 */
final class Consequences {

    private static final String BORN = "Ngày sinh";

    private final List<StudentRow> rows;

    /** @param rows all that intake can read about one code of the ministry */
    Consequences(List<StudentRow> rows) {
        this.rows = rows;
    }

    void tell() {
        strangers();
        birthDates();
        incompleteYears(RowKind::isOfYearResult);
        incompleteYears(RowKind::isOfSecondaryResult);
        if (rows.stream().noneMatch(row -> row.kind == RowKind.REGISTRY && row.stands())) {
            reject(row -> row.kind == RowKind.FORMER_YEAR, "I034_NOT_IN_REGISTRY");
        }
    }

    private void reject(Predicate<StudentRow> which, String code) {
        rows.stream().filter(StudentRow::stands).filter(which).toList().forEach(row -> row.reject(code));
    }

    private void strangers() {
        Set<Integer> listed = years(StudentRow::stands);
        Set<Integer> refused = years(StudentRow::isRefusedByItself);
        Predicate<StudentRow> stranger = row -> row.kind != RowKind.CLASS_LIST && !isIn(listed, row);
        reject(stranger.and(row -> isIn(refused, row)), "I035_CLASS_LIST_ROW_REJECTED");
        reject(stranger.and(row -> row.kind == RowKind.PHOTO), "I033_PHOTO_OF_NO_STUDENT");
        reject(stranger, "I029_NOT_IN_CLASS_LIST");
    }

    private void birthDates() {
        if (rows.stream().anyMatch(row -> row.isBornElsewhen() && row.stands())) {
            rows.stream()
                    .filter(row -> row.kind != RowKind.CLASS_LIST && row.stands() && row.has(BORN))
                    .filter(row -> !row.text(BORN).isEmpty())
                    .forEach(row -> row.warn("I195_BIRTH_DATE_DIFFERS", BORN));
        }
    }

    private Set<Integer> years(Predicate<StudentRow> which) {
        return rows.stream()
                .filter(row -> row.kind == RowKind.CLASS_LIST && which.test(row))
                .map(StudentRow::year)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows about a year need the class list of that year, the others that of any. */
    private static boolean isIn(Set<Integer> years, StudentRow row) {
        return row.kind.isOfYear() ? years.contains(row.year()) : !years.isEmpty();
    }

    private void incompleteYears(Predicate<RowKind> result) {
        Set<Integer> incomplete = rows.stream()
                .filter(row -> result.test(row.kind) && row.isRefusedByItself())
                .map(StudentRow::year)
                .collect(Collectors.toCollection(TreeSet::new));
        reject(row -> result.test(row.kind) && incomplete.contains(row.year()), "I039_YEAR_RESULT_INCOMPLETE");
    }
}
