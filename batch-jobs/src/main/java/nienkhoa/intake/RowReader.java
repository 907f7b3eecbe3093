package nienkhoa.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.Layout.ValueType;
import nienkhoa.intake.SheetShape.Placed;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;

/** Turns the rows of one recognised sheet into facts, or says all that is wrong with them. */
final class RowReader {

    /** A row with so many filled columns is meant as data even if it names no student. */
    private static final int MIN_CELLS_OF_DATA = 3;

    private static final Pattern TOTAL = Pattern.compile(
            "\\s*(tổng|cộng)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final CellReader cells;
    private final SheetContext context;
    private final SheetShape shape;

    RowReader(CellReader cells, SheetContext context) {
        this.cells = cells;
        this.context = context;
        this.shape = context.place().shape();
    }

    /** The fact of a row; empty for blank rows and for notes, totals and signatures below the table. */
    Optional<ReadRow> read(RawRow row) {
        if (!isData(row)) {
            return Optional.empty();
        }
        Reading reading = new Reading(row);
        for (Placed placed : shape.columns()) {
            reading.cell(placed);
        }
        reading.fromTitles();
        reading.check();
        return Optional.of(reading.result());
    }

    private boolean isData(RawRow row) {
        int filled = 0;
        for (Placed placed : shape.columns()) {
            String text = row.text(placed.index());
            if (filled == 0 && TOTAL.matcher(text).lookingAt()) {
                return false;
            }
            if (!text.isBlank()) {
                if (placed.column().type() == ValueType.MOET_CODE) {
                    return true;
                }
                filled++;
            }
        }
        return filled >= (context.ofSchool() ? 1 : MIN_CELLS_OF_DATA);
    }

    /** One row while it is read. */
    private final class Reading {

        private final RawRow row;
        private final Map<String, String> values = new HashMap<>();
        private final List<Finding> found = new ArrayList<>(0);
        private boolean rejected;

        Reading(RawRow row) {
            this.row = row;
        }

        void cell(Placed placed) {
            CellValue value = cells.read(placed.column(), row, placed.index(), context.dates1904());
            if (value instanceof CellValue.Good good) {
                put(placed, good.text());
            } else if (value instanceof CellValue.Restored restored) {
                put(placed, restored.text());
                find(
                        "I005_LEADING_ZERO_RESTORED",
                        Severity.WARN,
                        placed,
                        List.of(placed.column().label()));
            } else if (value instanceof CellValue.Bad bad) {
                find(bad.code(), Severity.REJECT, placed, bad.args());
            }
        }

        private void put(Placed placed, String text) {
            if (!text.isEmpty()) {
                values.put(placed.column().field(), text);
            } else if (placed.column().required() == Required.VALUE) {
                find(
                        "I004_MISSING_VALUE",
                        Severity.REJECT,
                        placed,
                        List.of(placed.column().label()));
            }
        }

        private void find(String code, Severity severity, Placed placed, List<String> args) {
            String cell = CellAddress.of(placed.index(), row.number());
            find(code, severity, cell, PlainText.of(row.text(placed.index())), args);
        }

        private void find(String code, Severity severity, String cell, String value, List<String> args) {
            Finding.Place place =
                    new Finding.Place(context.place().file(), context.place().sheet(), cell, "");
            found.add(new Finding(code, severity, place, value, args));
            rejected |= severity == Severity.REJECT;
        }

        void fromTitles() {
            if (context.schoolYear() > 0) {
                values.putIfAbsent("schoolYear", String.valueOf(context.schoolYear()));
            }
            context.className().ifPresent(name -> values.putIfAbsent("className", name));
            context.time().ifPresent(time -> values.putIfAbsent("time", time));
            context.subject().ifPresent(subject -> values.put("subject", subject));
        }

        void check() {
            for (RowCheck.Problem problem : RowCheck.problems(shape.sheet().kind(), values)) {
                int column = shape.indexOf(problem.field());
                String cell = column < 0 ? String.valueOf(row.number()) : CellAddress.of(column, row.number());
                find(problem.code(), Severity.REJECT, cell, "", problem.args());
            }
        }

        ReadRow result() {
            Fact fact = fact();
            String subject = found.isEmpty() ? "" : Matching.provisionalId(fact.moetCode(), fact.identityNumber());
            return new ReadRow(
                    fact, found.stream().map(finding -> about(subject, finding)).toList());
        }

        private static Finding about(String subject, Finding finding) {
            Finding.Place place = finding.place();
            return new Finding(
                    finding.code(),
                    finding.severity(),
                    new Finding.Place(place.file(), place.sheet(), place.cell(), subject),
                    finding.value(),
                    finding.args());
        }

        private Fact fact() {
            return new Fact(
                    context.file(),
                    context.sheet(),
                    row.number(),
                    shape.sheet().kind(),
                    Integer.parseInt(values.getOrDefault("schoolYear", "0")),
                    values.getOrDefault("className", ""),
                    values.getOrDefault("moetCode", ""),
                    values.getOrDefault("identityNumber", ""),
                    rejected,
                    values);
        }
    }

    /** @param findings all that is to be said about the row */
    record ReadRow(Fact fact, List<Finding> findings) {}
}
