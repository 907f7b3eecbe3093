package nienkhoa.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether rows outside of the class lists speak of the person whom the class lists know by the same code. */
final class PersonCheck {

    private final StudentRows rows;

    PersonCheck(StudentRows rows) {
        this.rows = rows;
    }

    /** Another name and another birth date is another person; one of them alone may be a slip of the pen. */
    void run() {
        List<Fact> lists = rows.of(FactKind.CLASS_LIST);
        if (lists.isEmpty()) {
            return;
        }
        Set<String> names = lists.stream().map(list -> list.value("name")).collect(Collectors.toSet());
        Set<String> births = lists.stream().map(PersonCheck::birth).collect(Collectors.toSet());
        for (Fact row : rows.all()) {
            boolean ofPerson = row.kind() != FactKind.CLASS_LIST && row.kind() != FactKind.PHOTO;
            if (ofPerson) {
                check(row, names, births, lists.get(0));
            }
        }
    }

    private void check(Fact row, Set<String> names, Set<String> births, Fact list) {
        boolean otherName = isOtherName(row.value("name"), names);
        String birth = birth(row);
        boolean otherDay = !birth.isEmpty() && !births.contains(birth);
        if (otherName || otherDay) {
            tell(row, otherName, otherDay, rows.at(list, otherName ? "name" : "birthDate"));
        }
    }

    private void tell(Fact row, boolean otherName, boolean otherDay, String at) {
        if (otherName && otherDay) {
            rows.reject(row, "I185_ROW_OF_OTHER_PERSON", "name", row.value("name"), at);
        } else if (otherName) {
            rows.warn(row, "I184_NAME_DIFFERS", "name", row.value("name"), at);
        } else {
            rows.warn(row, "I195_BIRTH_DATE_DIFFERS", "birthDate", birth(row), at);
        }
    }

    private static boolean isOtherName(String name, Set<String> names) {
        return !name.isEmpty()
                && !names.contains(name)
                && names.stream().noneMatch(other -> HeaderKey.of(name).equals(HeaderKey.of(other)));
    }

    private static String birth(Fact row) {
        String text = row.value("birthDateText");
        return text.isEmpty() ? row.value("birthDate") : row.value("birthDate") + text;
    }
}
