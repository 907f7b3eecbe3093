package nienkhoa.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the name and birth date that results, comments and the side file write beside a code with those of the class
 * lists. Two spellings of one name are one; see {@link HeaderKey}.
 */
final class NameCheck {

    private final StudentRows rows;
    private final List<Fact> lists;
    private final Set<String> told = new HashSet<>();

    NameCheck(StudentRows rows) {
        this.rows = rows;
        this.lists = rows.of(FactKind.CLASS_LIST);
    }

    void run() {
        if (lists.isEmpty()) {
            return;
        }
        for (Fact row : rows.all()) {
            if (row.kind() != FactKind.CLASS_LIST) {
                compare(row, "name", "I139_NAME_DIFFERS");
                compare(row, "birthDate", "I140_BIRTH_DATE_DIFFERS");
            }
        }
    }

    /** The list of the row's own year is the one that it should agree with; one difference is told once a file. */
    private void compare(Fact row, String field, String code) {
        String value = row.value(field);
        if (value.isEmpty() || lists.stream().anyMatch(list -> isSame(list.value(field), value))) {
            return;
        }
        Fact list = lists.stream()
                .filter(candidate -> candidate.schoolYear() == row.schoolYear())
                .findFirst()
                .orElse(lists.get(lists.size() - 1));
        if (!list.value(field).isEmpty() && told.add(row.file() + "/" + value)) {
            rows.warn(row, code, field, value, rows.at(list, field));
        }
    }

    private static boolean isSame(String listed, String value) {
        return listed.equals(value) || HeaderKey.of(listed).equals(HeaderKey.of(value));
    }
}
