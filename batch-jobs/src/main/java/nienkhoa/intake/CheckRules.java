package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What rows and photos are checked against: {@code intake/checks.yaml}, with its sources. */
record CheckRules(Age age, Identity identity, Outcome outcome, Photo photo) {

    private static final String RESOURCE = "/intake/checks.yaml";
    private static final CheckRules BUNDLED = read();

    static CheckRules bundled() {
        return BUNDLED;
    }

    private static CheckRules read() {
        try (InputStream yaml = CheckRules.class.getResourceAsStream(RESOURCE)) {
            return YAMLMapper.builder().build().readValue(yaml, CheckRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /**
     * Ages in the calendar year in which the school year begins.
     *
     * @param aboveGrade age less grade of those who began in time
     * @param younger years
     * @param older years
     */
    record Age(int aboveGrade, int younger, int older) {

        boolean isUsual(int grade, int age) {
            return age >= youngest(grade) && age <= oldest(grade);
        }

        int youngest(int grade) {
            return grade + aboveGrade - younger;
        }

        int oldest(int grade) {
            return grade + aboveGrade + older;
        }
    }

    /** @param firstCentury of which the digits 0 (men) and 1 (women) tell; the next has 2 and 3 */
    record Identity(int firstCentury, Set<String> provinces) {

        private static final int CENTURY = 100;

        boolean namesProvince(String number) {
            return provinces.contains(number.substring(0, 3));
        }

        String gender(String number) {
            return digit(number) % 2 == 0 ? "Nam" : "Nữ";
        }

        int birthYear(String number) {
            return firstCentury + digit(number) / 2 * CENTURY + Integer.parseInt(number.substring(4, 6));
        }

        private static int digit(String number) {
            return number.charAt(3) - '0';
        }
    }

    /** How the outcome of a year begins, for those who go up and those who do not. */
    record Outcome(List<String> promoted, List<String> notPromoted) {

        boolean isPromoted(String outcome) {
            return begins(outcome, promoted);
        }

        boolean isNotPromoted(String outcome) {
            return begins(outcome, notPromoted);
        }

        private static boolean begins(String outcome, List<String> begins) {
            String key = HeaderKey.of(outcome);
            return begins.stream().map(HeaderKey::of).anyMatch(key::startsWith);
        }
    }

    /** Limits of 3×4 photos. */
    record Photo(int minWidthPx, int minHeightPx, int shapeTolerancePercent, long maxPixels, long maxBytes) {

        private static final int PERCENT = 100;

        boolean isLargeEnough(int widthPx, int heightPx) {
            return widthPx >= minWidthPx && heightPx >= minHeightPx;
        }

        /** Whether the sides are as 3:4, within the tolerance. */
        boolean isOfShape(int widthPx, int heightPx) {
            return Math.abs(4L * widthPx - 3L * heightPx) * PERCENT <= 3L * heightPx * shapeTolerancePercent;
        }
    }
}
