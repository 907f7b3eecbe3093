package nienkhoa.intake;

import java.util.Comparator;
import java.util.Locale;

/**
 * One thing by which a student is known.
 *
 * @param value digits; {@code school/code} for {@link Kind#LOCAL}, {@code school/person} for {@link Kind#NAME}
 */
public record StudentKey(Kind kind, String value) implements Comparable<StudentKey> {

    private static final Comparator<StudentKey> ORDER =
            Comparator.comparing(StudentKey::kind).thenComparing(StudentKey::value);

    /** In the order in which they are believed. */
    public enum Kind {
        /** Số định danh cá nhân. */
        IDENTITY,
        /** Mã định danh Bộ GD&amp;ĐT. */
        MOET,
        /** The school's own code, mã học sinh. */
        LOCAL,
        /** Name and birth date in one school; only because a person said so. */
        NAME
    }

    static StudentKey local(String school, String code) {
        return new StudentKey(Kind.LOCAL, school + "/" + code.toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(StudentKey other) {
        return ORDER.compare(this, other);
    }
}
