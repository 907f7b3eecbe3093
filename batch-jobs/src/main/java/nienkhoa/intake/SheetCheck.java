package nienkhoa.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nienkhoa.intake.SheetShape.Placed;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;

/** Compares what a sheet says about itself with its rows: running numbers and totals. */
final class SheetCheck {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern STUDENTS =
            Pattern.compile("(?:tổng số|tổng cộng|cộng|sĩ số)\\s*(?:học sinh|hs)?\\s*:?\\s*(\\d{1,4})\\b.*", FLAGS);
    private static final Pattern TOTAL = Pattern.compile("(?:tổng|cộng)(?!\\p{L}).*", FLAGS);
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}(?:[.,]0+)?");

    private final SheetPlace place;
    private final List<Placed> tickColumns;
    private final List<Total> totals = new ArrayList<>(0);
    private final Map<String, Integer> ticks = new HashMap<>();
    private final Numbering numbering;
    private final Map<String, Finding> breaks = new HashMap<>();
    private int rows;
    private int finishing;

    /** @param numbering of the sheet, on from its tables above */
    SheetCheck(SheetPlace place, Numbering numbering) {
        this.place = place;
        this.numbering = numbering;
        numbering.table();
        this.tickColumns = place.shape().columns().stream()
                .filter(placed -> placed.column().codes().equals("tick"))
                .toList();
    }

    /** A number that the sheet gives for its rows; {@code field} is a tick's column, or empty for all students. */
    private record Total(String field, int number, String cell) {}

    /** A row that is not about a student: it may hold totals. */
    void beside(RawRow row) {
        if (place.shape().sheet().kind() != FactKind.CLASS_LIST
                && place.shape().sheet().kind() != FactKind.RESULT) {
            return;
        }
        boolean ofTicks = false;
        for (int i = 0; i < row.size(); i++) {
            String text = PlainText.of(row.text(i));
            Matcher students = STUDENTS.matcher(text);
            if (students.matches()) {
                totals.add(new Total("", Integer.parseInt(students.group(1)), CellAddress.of(i, row.number())));
            }
            ofTicks |= TOTAL.matcher(text).matches();
        }
        if (ofTicks) {
            tickColumns.forEach(placed -> total(row, placed));
        }
    }

    private void total(RawRow row, Placed placed) {
        String text = PlainText.of(row.text(placed.index()));
        if (COUNT.matcher(text).matches()) {
            int number = Integer.parseInt(text.split("[.,]", -1)[0]);
            totals.add(new Total(placed.column().field(), number, CellAddress.of(placed.index(), row.number())));
        }
    }

    void row(Fact fact) {
        rows++;
        for (Placed placed : tickColumns) {
            if (!fact.value(placed.column().field()).isEmpty()) {
                ticks.merge(placed.column().field(), 1, Integer::sum);
            }
        }
        String status = fact.value("status");
        finishing += status.isEmpty() || Status.valueOf(status).finishesYearHere() ? 1 : 0;
        if (fact.kind() == FactKind.CLASS_LIST && !fact.value("ordinal").isEmpty()) {
            ordinal(fact, Integer.parseInt(fact.value("ordinal")));
        }
    }

    /** The first break of a class is named. */
    private void ordinal(Fact fact, int number) {
        numbering
                .instead(fact.className(), number)
                .ifPresent(expected -> breaks.putIfAbsent(
                        fact.className(),
                        new Finding(
                                "I180_ORDINAL_BREAK",
                                Severity.WARN,
                                place.cell("ordinal", fact.row(), ""),
                                String.valueOf(number),
                                List.of(fact.className(), String.valueOf(expected)))));
    }

    List<Finding> end() {
        List<Finding> findings = new ArrayList<>(breaks.values());
        for (Total total : totals) {
            int counted = total.field().isEmpty() ? rows : ticks.getOrDefault(total.field(), 0);
            boolean fits = total.number() == counted || (total.field().isEmpty() && total.number() == finishing);
            if (!fits) {
                findings.add(new Finding(
                        "I181_TOTAL_DIFFERS",
                        Severity.WARN,
                        Finding.Place.ofCell(place.file(), place.sheet(), total.cell()),
                        String.valueOf(total.number()),
                        List.of(String.valueOf(total.number()), String.valueOf(counted))));
            }
        }
        return findings;
    }
}
