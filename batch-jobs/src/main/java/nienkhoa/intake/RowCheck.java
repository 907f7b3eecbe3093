package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that look at more than one cell of a row. */
final class RowCheck {

    private static final List<String> OVERALL = List.of("overall.HTXS", "overall.HTT", "overall.HT", "overall.CHT");

    private RowCheck() {}

    /**
     * What is wrong with a row beyond its single cells.
     *
     * @param values by field; only what could be read
     */
    static List<Problem> problems(FactKind kind, Map<String, String> values) {
        List<Problem> problems = new ArrayList<>(0);
        switch (kind) {
            case CLASS_LIST, RESULT, SUBJECT_MARKS, SECONDARY_RESULT, PORTAL_RESULT -> className(values, problems);
            case COMMENT, COMPETENCE_COMMENT -> time(values, problems);
            default -> {}
        }
        if (kind == FactKind.RESULT) {
            overall(values, problems);
        }
        return problems;
    }

    private static void className(Map<String, String> values, List<Problem> problems) {
        if (!values.containsKey("className")) {
            problems.add(new Problem("I014_UNKNOWN_CLASS", "className", List.of()));
        }
    }

    private static void time(Map<String, String> values, List<Problem> problems) {
        if (!values.containsKey("time")) {
            problems.add(new Problem("I015_UNKNOWN_TIME", "time", List.of()));
        }
    }

    /** One tick exactly, for everybody who was assessed at the end of the year. */
    private static void overall(Map<String, String> values, List<Problem> problems) {
        if (!"END_2".equals(values.get("time")) || !isAssessed(values)) {
            return;
        }
        long ticks = OVERALL.stream().filter(values::containsKey).count();
        if (ticks != 1) {
            problems.add(new Problem("I011_NOT_ONE_TICK", OVERALL.get(0), List.of(String.valueOf(ticks))));
        }
    }

    /** Whether a row of results says anything at all; students who left in mid-year have empty rows. */
    static boolean isAssessed(Map<String, String> values) {
        return values.keySet().stream()
                .anyMatch(field ->
                        field.startsWith("level.") || field.startsWith("quality.") || field.startsWith("competence."));
    }

    /** @param field whose cell the finding names */
    record Problem(String code, String field, List<String> args) {}
}
