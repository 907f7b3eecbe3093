package nienkhoa.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import nienkhoa.intake.evidence.YearObserver;

/** What a row says about the school year that it is of, beside what its title says. */
final class RowEvidence {

    private static final String BIRTH_DATE = "birthDate";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int DAY_LENGTH = 10;
    private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}(-.*)?");

    private RowEvidence() {}

    static void gather(Fact row, YearObserver evidence) {
        if (row.kind() == FactKind.CLASS_LIST) {
            age(row, evidence);
            dates(row, evidence);
        } else if (row.kind() == FactKind.REGISTRY) {
            dates(row, evidence);
        }
    }

    private static void age(Fact row, YearObserver evidence) {
        String birth = row.value(BIRTH_DATE);
        String written = row.value("grade");
        int grade = written.matches("\\d{1,2}") ? Integer.parseInt(written) : ClassName.grade(row.className());
        if (YEAR_FIRST.matcher(birth).matches()) {
            String section = row.file() + "/" + row.className();
            evidence.listed(row.schoolYear(), section, grade, Integer.parseInt(birth.substring(0, 4)));
        }
    }

    private static void dates(Fact row, YearObserver evidence) {
        row.values().forEach((field, value) -> {
            if (value.length() == DAY_LENGTH
                    && !field.equals(BIRTH_DATE)
                    && DAY.matcher(value).matches()) {
                try {
                    evidence.date(LocalDate.parse(value));
                } catch (DateTimeException e) {
                    // no day of the calendar: the row's own check says so
                }
            }
        });
    }
}
