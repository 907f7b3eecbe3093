package nienkhoa.intake.assessment;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subject or educational activity in a span of grades.
 *
 * @param name for sentences
 * @param grades first and last
 * @param testedFrom first grade with a test at the end of the year (primary only); null: never
 * @param periods a year; null: not known
 * @param optional whether a class may go without it
 * @param parts codes that stand in its place together; empty if it has no parts
 */
public record Subject(
        String code,
        String name,
        List<Integer> grades,
        Kind kind,
        @Nullable Integer testedFrom,
        @Nullable Integer periods,
        @Nullable Boolean optional,
        List<String> parts,
        Certainty mark,
        String source) {

    /** How a subject is assessed. */
    public enum Kind {
        /** T, H or C, with a whole mark where there is a test (primary). */
        LEVEL,
        /** Marks 0 to 10. */
        SCORE,
        /** Đ or CĐ. */
        COMMENT
    }

    public Subject {
        grades = List.copyOf(grades);
        parts = List.copyOf(Objects.requireNonNullElse(parts, List.of()));
    }

    boolean isOf(int grade) {
        return grade >= grades.get(0) && grade <= grades.get(1);
    }

    public boolean isOptional() {
        return Boolean.TRUE.equals(optional);
    }

    /** Whether one of the codes is the subject's, or all its parts are among them. */
    public boolean isIn(Set<String> codes) {
        return codes.contains(code) || (!parts.isEmpty() && codes.containsAll(parts));
    }

    /** Whether there is a test at the end of the year. */
    public boolean isTested(int grade) {
        return testedFrom != null && grade >= testedFrom;
    }
}
