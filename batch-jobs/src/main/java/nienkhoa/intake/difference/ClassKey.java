package nienkhoa.intake.difference;

import java.util.Comparator;

/**
 * The class section to which a difference belongs.
 *
 * @param year first calendar year of the school year; 0 for a difference of a whole school
 * @param className empty for a difference of a whole school
 */
public record ClassKey(String school, int year, String className) implements Comparable<ClassKey> {

    private static final Comparator<ClassKey> ORDER = Comparator.comparing(ClassKey::school)
            .thenComparingInt(ClassKey::year)
            .thenComparing(ClassKey::className);

    @Override
    public int compareTo(ClassKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code 31313401/2023-2024/5A}. */
    @Override
    public String toString() {
        return year == 0 ? school : school + "/" + year + "-" + (year + 1) + "/" + className;
    }
}
