package nienkhoa.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year, named by its two calendar years.
 *
 * @param start the first calendar year, for example 2023 for 2023-2024; 1900 to 2199
 */
public record SchoolYear(int start) implements Comparable<SchoolYear> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})\\s*[-–—/]\\s*(\\d{4})");

    /** @throws IllegalArgumentException if {@code start} is not a plausible year */
    public SchoolYear {
        if (start < 1900 || start > 2199) {
            throw new IllegalArgumentException("not a school year: " + start);
        }
    }

    /** The first school year written anywhere in the text ({@code 2023-2024}, {@code 2023 – 2024}); empty if none is. */
    public static Optional<SchoolYear> findIn(String text) {
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            int first = Integer.parseInt(written.group(1));
            if (Integer.parseInt(written.group(2)) == first + 1 && first >= 1900 && first <= 2199) {
                return Optional.of(new SchoolYear(first));
            }
        }
        return Optional.empty();
    }

    /** The school year {@code years} later; earlier if negative. */
    public SchoolYear plus(int years) {
        return new SchoolYear(start + years);
    }

    /** The calendar year in which the school year ends, the year from which retention is counted. */
    public int end() {
        return start + 1;
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(start, other.start);
    }

    /** As files and folders name it: {@code 2023-2024}. */
    @Override
    public String toString() {
        return start + "-" + end();
    }
}
