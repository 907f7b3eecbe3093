package nienkhoa.intake;

import java.util.List;

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
        for (Fact row : rows.all()) {
            boolean ofPerson = row.kind() != FactKind.CLASS_LIST && row.kind() != FactKind.PHOTO;
            if (ofPerson) {
                check(row, lists);
            }
        }
    }

    private void check(Fact row, List<Fact> lists) {
        boolean otherName = !row.value("name").isEmpty()
                && lists.stream().noneMatch(list -> isSameName(row.value("name"), list.value("name")));
        boolean otherDay = !birth(row).isEmpty()
                && lists.stream().noneMatch(list -> birth(row).equals(birth(list)));
        if (otherName || otherDay) {
            tell(row, otherName, otherDay, rows.at(lists.get(0), otherName ? "name" : "birthDate"));
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

    private static boolean isSameName(String one, String other) {
        return one.equals(other) || HeaderKey.of(one).equals(HeaderKey.of(other));
    }

    private static String birth(Fact row) {
        String text = row.value("birthDateText");
        return text.isEmpty() ? row.value("birthDate") : row.value("birthDate") + text;
    }
}
