package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.model.Finding.Severity;

/** Checks that look at more than one cell of a row. */
final class RowCheck {

    private static final List<String> OVERALL = List.of("overall.HTXS", "overall.HTT", "overall.HT", "overall.CHT");
    private static final int YEAR_DIGITS = 4;

    private final CheckRules rules;
    private final FactKind kind;
    private final Optional<String> classOfSheet;

    /** @param classOfSheet the class that the sheet's title names */
    RowCheck(CheckRules rules, FactKind kind, Optional<String> classOfSheet) {
        this.rules = rules;
        this.kind = kind;
        this.classOfSheet = classOfSheet.filter(name -> !name.matches("\\d*"));
    }

    /**
     * What is wrong with a row beyond its single cells.
     *
     * @param values by field; only what could be read
     */
    List<Problem> problems(Map<String, String> values) {
        List<Problem> problems = new ArrayList<>(0);
        switch (kind) {
            case CLASS_LIST, RESULT, SUBJECT_MARKS, SECONDARY_RESULT, PORTAL_RESULT -> className(values, problems);
            case COMMENT, COMPETENCE_COMMENT -> time(values, problems);
            default -> {}
        }
        if (kind == FactKind.CLASS_LIST) {
            grade(values, problems);
            born(values, problems);
            identityNumber(values, problems);
        } else if (kind == FactKind.RESULT) {
            overall(values, problems);
            promotion(values, problems);
        }
        return problems;
    }

    private void className(Map<String, String> values, List<Problem> problems) {
        String name = values.get("className");
        if (name == null) {
            problems.add(Problem.rejecting("I014_UNKNOWN_CLASS", "className"));
        } else if (classOfSheet.isPresent() && !classOfSheet.get().equals(name)) {
            problems.add(Problem.warning("I179_CLASS_NOT_OF_SHEET", "className", name, name, classOfSheet.get()));
        }
    }

    private static void time(Map<String, String> values, List<Problem> problems) {
        if (!values.containsKey("time")) {
            problems.add(Problem.rejecting("I015_UNKNOWN_TIME", "time"));
        }
    }

    private static int grade(Map<String, String> values) {
        String grade = values.get("grade");
        return grade == null ? ClassName.grade(values.getOrDefault("className", "")) : Integer.parseInt(grade);
    }

    private static void grade(Map<String, String> values, List<Problem> problems) {
        int ofClass = ClassName.grade(values.getOrDefault("className", ""));
        if (ofClass > 0 && ofClass != grade(values)) {
            String grade = values.getOrDefault("grade", "");
            problems.add(Problem.warning(
                    "I178_GRADE_NOT_OF_CLASS", "grade", grade, values.getOrDefault("className", ""), grade));
        }
    }

    private void born(Map<String, String> values, List<Problem> problems) {
        int year = number(values, "schoolYear");
        int born = birthYear(values);
        if (born == 0 || year == 0) {
            return;
        }
        int grade = grade(values);
        int age = year - born;
        if (age < 0) {
            problems.add(Problem.rejecting("I173_BORN_AFTER_SCHOOL_YEAR", "birthDate", born(values)));
        } else if (grade > 0 && !rules.age().isUsual(grade, age)) {
            problems.add(Problem.warning(
                    "I174_UNUSUAL_AGE",
                    "birthDate",
                    born(values),
                    String.valueOf(age),
                    String.valueOf(grade),
                    String.valueOf(rules.age().youngest(grade)),
                    String.valueOf(rules.age().oldest(grade))));
        }
    }

    private static String born(Map<String, String> values) {
        return values.getOrDefault("birthDate", values.getOrDefault("birthDateText", ""));
    }

    /** 0 if it is not known. */
    private static int birthYear(Map<String, String> values) {
        String day = values.getOrDefault("birthDate", "");
        String text = values.getOrDefault("birthDateText", "");
        if (!day.isEmpty()) {
            return Integer.parseInt(day.substring(0, YEAR_DIGITS));
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text.substring(text.length() - YEAR_DIGITS));
    }

    private static int number(Map<String, String> values, String field) {
        return Integer.parseInt(values.getOrDefault(field, "0"));
    }

    private void identityNumber(Map<String, String> values, List<Problem> problems) {
        String number = values.get("identityNumber");
        if (number == null) {
            return;
        }
        CheckRules.Identity identity = rules.identity();
        if (!identity.namesProvince(number)) {
            problems.add(Problem.warning("I175_IDENTITY_PROVINCE", "identityNumber", number, number.substring(0, 3)));
        }
        String gender = values.getOrDefault("gender", "");
        if (!gender.isEmpty() && !gender.equals(identity.gender(number))) {
            problems.add(Problem.warning("I176_IDENTITY_GENDER", "identityNumber", number, gender));
        }
        int born = birthYear(values);
        if (born > 0 && born != identity.birthYear(number)) {
            problems.add(Problem.warning(
                    "I177_IDENTITY_BIRTH_YEAR", "identityNumber", number, String.valueOf(identity.birthYear(number))));
        }
    }

    /** One tick exactly, for everybody who was assessed at the end of the year. */
    private static void overall(Map<String, String> values, List<Problem> problems) {
        if (!"END_2".equals(values.get("time")) || !isAssessed(values)) {
            return;
        }
        long ticks = OVERALL.stream().filter(values::containsKey).count();
        if (ticks != 1) {
            problems.add(new Problem(
                    "I011_NOT_ONE_TICK", Severity.REJECT, OVERALL.get(0), "", List.of(String.valueOf(ticks))));
        }
    }

    /** Who completed the year's programme goes up. */
    private static void promotion(Map<String, String> values, List<Problem> problems) {
        boolean completed = OVERALL.stream().limit(OVERALL.size() - 1).anyMatch(values::containsKey);
        if (completed && values.containsKey("notPromoted")) {
            problems.add(Problem.warning("I183_COMPLETED_NOT_PROMOTED", "notPromoted", ""));
        }
    }

    /** Whether a row of results says anything at all; students who left in mid-year have empty rows. */
    static boolean isAssessed(Map<String, String> values) {
        for (String field : values.keySet()) {
            if (field.startsWith("level.") || field.startsWith("quality.") || field.startsWith("competence.")) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param field whose cell the finding names
     * @param value of the cell; empty if none is to blame
     */
    record Problem(String code, Severity severity, String field, String value, List<String> args) {

        static Problem rejecting(String code, String field) {
            return rejecting(code, field, "");
        }

        static Problem rejecting(String code, String field, String value) {
            return new Problem(code, Severity.REJECT, field, value, List.of());
        }

        static Problem warning(String code, String field, String value, String... args) {
            return new Problem(code, Severity.WARN, field, value, List.of(args));
        }
    }
}
