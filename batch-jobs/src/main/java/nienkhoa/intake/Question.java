package nienkhoa.intake;

import java.util.List;

/**
 * Whether two are one person: only a person can say so.
 *
 * @param number by which people answer it, from 1
 * @param school code of the school of the row; empty if it does not matter
 * @param person name and birth date in the row
 * @param student id of the student whom the register knows, or of the first of two new ones
 * @param other id of the student who may be the same; empty if the row gives no student of its own
 * @param rowKeys all codes of the row
 * @param movedKeys the codes that would have passed to another person
 * @param place where the row stands, in words
 */
public record Question(
        int number,
        Kind kind,
        String school,
        PersonKey person,
        String student,
        String other,
        List<StudentKey> rowKeys,
        List<StudentKey> movedKeys,
        String place,
        Answer answer) {

    public Question {
        rowKeys = List.copyOf(rowKeys);
        movedKeys = List.copyOf(movedKeys);
    }

    /** What it is about. */
    public enum Kind {
        /** A row without any code that has the name and birth date of a student. */
        NO_CODE,
        /** A student with new codes who has the name and birth date of another one. */
        LOOKALIKE,
        /** A row whose codes belong to two students, or to somebody of another name. */
        CODES
    }

    /** What a person answered. */
    public enum Answer {
        OPEN,
        SAME,
        DIFFERENT
    }

    /** The key that leads a row without any code to a student, once a person has said so. */
    public StudentKey nameKey() {
        return new StudentKey(StudentKey.Kind.NAME, school + "/" + person);
    }

    /** What makes two questions one, whatever they are called and wherever they came up. */
    Question subject() {
        return new Question(0, kind, school, person, student, other, rowKeys, List.of(), "", Answer.OPEN);
    }

    Question numbered(int itsNumber) {
        return new Question(itsNumber, kind, school, person, student, other, rowKeys, movedKeys, place, answer);
    }
}
