package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows of an export that name a student by the same codes; however many rows there are, matching looks at them once.
 *
 * @param number from 1, in an order that does not depend on files
 * @param listed whether they are rows of class lists
 * @param rejected whether the rows do not count, so that they prove nothing about others
 * @param school code of the school; empty if it does not matter or is not known
 * @param person name and birth date, of rows of class lists and rows without any code
 * @param file of the first of the rows
 */
public record Sighting(
        int number,
        boolean listed,
        boolean rejected,
        String identityNumber,
        String moetCode,
        String localCode,
        String school,
        PersonKey person,
        int file,
        int sheet,
        int row) {

    private static final char BETWEEN = '\u001F';

    /** What rows of one sighting have in common; empty for rows about the school. */
    public static String key(Fact fact) {
        if (fact.kind().isOfSchool()) {
            return "";
        }
        boolean needsPerson = fact.kind() == FactKind.CLASS_LIST || !hasCode(fact);
        return String.join(
                String.valueOf(BETWEEN),
                fact.kind() == FactKind.CLASS_LIST ? "L" : "",
                fact.rejected() ? "R" : "",
                fact.identityNumber(),
                fact.moetCode(),
                fact.value("localCode").toUpperCase(Locale.ROOT),
                needsPerson ? person(fact).toString() : "");
    }

    private static boolean hasCode(Fact fact) {
        return !fact.identityNumber().isEmpty()
                || !fact.moetCode().isEmpty()
                || !fact.value("localCode").isEmpty();
    }

    static PersonKey person(Fact fact) {
        return new PersonKey(HeaderKey.of(fact.value("name")), fact.value("birthDate"));
    }

    /** Whether it matters of which school the row is: not if a code of the ministry or an identity number says it all. */
    public static boolean isOfOneSchool(Fact fact) {
        return fact.kind() == FactKind.CLASS_LIST
                || !hasCode(fact)
                || !fact.value("localCode").isEmpty();
    }

    /** @param key as made by {@link #key(Fact)} */
    public static Sighting parse(
            int number, String key, String school, boolean readable, int file, int sheet, int row) {
        String[] parts = key.split(String.valueOf(BETWEEN), -1);
        return new Sighting(
                number,
                !parts[0].isEmpty(),
                !parts[1].isEmpty() || !readable,
                parts[2],
                parts[3],
                parts[4],
                school,
                PersonKey.parse(parts[5]),
                file,
                sheet,
                row);
    }

    /** In the order in which they are believed. A school's own code is none where the school is not known. */
    List<StudentKey> keys() {
        List<StudentKey> keys = new ArrayList<>(3);
        if (!identityNumber.isEmpty()) {
            keys.add(new StudentKey(StudentKey.Kind.IDENTITY, identityNumber));
        }
        if (!moetCode.isEmpty()) {
            keys.add(new StudentKey(StudentKey.Kind.MOET, moetCode));
        }
        if (!localCode.isEmpty() && !school.isEmpty()) {
            keys.add(StudentKey.local(school, localCode));
        }
        return keys;
    }

    /** All keys by which the register may know the student. */
    public List<StudentKey> allKeys() {
        List<StudentKey> keys = keys();
        return keys.isEmpty() ? List.of(nameKey()) : keys;
    }

    /** The key by which a person can say whose rows without any code are. */
    StudentKey nameKey() {
        return new StudentKey(StudentKey.Kind.NAME, school + "/" + person);
    }
}
