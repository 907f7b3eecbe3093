package nienkhoa.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.model.Enrolment.Status;

/** Checks the rows of class lists about one student against one another. */
final class ClassListCheck {

    private final StudentRows rows;

    ClassListCheck(StudentRows rows) {
        this.rows = rows;
    }

    void run() {
        twoPersons();
        sameClassTwice();
        twoClasses();
    }

    /** Another name and another birth date is another person; one of them alone may be a correction. */
    private void twoPersons() {
        List<Fact> list = rows.of(FactKind.CLASS_LIST);
        for (Fact row : list) {
            Optional<Fact> other = list.stream()
                    .filter(candidate -> isOtherPerson(row, candidate))
                    .findFirst();
            other.ifPresent(person -> rows.reject(
                    row, "I025_SAME_CODE_TWO_PERSONS", "moetCode", row.moetCode(), rows.at(person, "moetCode")));
        }
        if (!list.isEmpty() && rows.of(FactKind.CLASS_LIST).size() < list.size()) {
            rows.of(FactKind.CLASS_LIST)
                    .forEach(row -> rows.reject(
                            row,
                            "I025_SAME_CODE_TWO_PERSONS",
                            "moetCode",
                            row.moetCode(),
                            rows.at(list.get(0), "moetCode")));
        }
    }

    static boolean isOtherPerson(Fact one, Fact other) {
        return !one.value("birthDate").equals(other.value("birthDate"))
                && !HeaderKey.of(one.value("name")).equals(HeaderKey.of(other.value("name")));
    }

    private void sameClassTwice() {
        Map<String, Fact> seen = new HashMap<>();
        for (Fact row : rows.of(FactKind.CLASS_LIST)) {
            String place = rows.school(row) + "/" + row.schoolYear() + "/" + row.className();
            Fact first = seen.putIfAbsent(place, row);
            if (first != null) {
                rows.reject(row, "I028_DUPLICATE_ROW", "moetCode", row.moetCode(), rows.at(first, "moetCode"));
            }
        }
    }

    private void twoClasses() {
        Map<Integer, Fact> finishing = new HashMap<>();
        for (Fact row : rows.of(FactKind.CLASS_LIST, ClassListCheck::finishesYear)) {
            Fact other = finishing.putIfAbsent(row.schoolYear(), row);
            if (other != null) {
                rows.reject(row, "I027_TWO_CLASSES", "status", row.className(), rows.at(other, "status"));
                rows.reject(other, "I027_TWO_CLASSES", "status", other.className(), rows.at(row, "status"));
            }
        }
    }

    static boolean finishesYear(Fact row) {
        return Status.valueOf(row.value("status")).finishesYearHere();
    }
}
