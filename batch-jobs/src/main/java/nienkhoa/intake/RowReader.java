package nienkhoa.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.Layout.ValueType;
import nienkhoa.intake.SheetShape.Placed;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.StudentId;

/** Turns the rows of one recognised sheet into facts, or says all that is wrong with them. */
final class RowReader {

    /** A row with so many filled columns is meant as data even if it names no student. */
    private static final int MIN_CELLS_OF_DATA = 3;

    private static final String DAY = "2014-05-12";

    private static final Pattern TOTAL = Pattern.compile(
            "\\s*(tổng|cộng)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final CellReader cells;
    private final SheetContext context;
    private final SheetShape shape;
    private final LegacyEvidence evidence = new LegacyEvidence();
    private final RowCheck check;
    private final SheetCheck sheet;

    RowReader(CellReader cells, SheetContext context) {
        this.cells = cells;
        this.context = context;
        this.shape = context.place().shape();
        this.check = new RowCheck(CheckRules.bundled(), shape.sheet().kind(), context.className());
        this.sheet = new SheetCheck(context.place());
    }

    /** Rows above the header, which may say how many students there are. */
    void above(List<RawRow> rows) {
        rows.forEach(sheet::beside);
    }

    /** After the last row: what is to be said about the sheet as a whole. */
    List<Finding> end() {
        return sheet.end();
    }

    /** The fact of a row; empty for blank rows and for notes, totals and signatures below the table. */
    Optional<ReadRow> read(RawRow row) {
        if (!isData(row)) {
            sheet.beside(row);
            return Optional.empty();
        }
        Reading reading = new Reading(row);
        for (Placed placed : shape.columns()) {
            reading.cell(placed);
        }
        reading.fromTitles();
        reading.check();
        ReadRow read = reading.result();
        sheet.row(read.fact());
        return Optional.of(read);
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
        private final List<Change> changes = new ArrayList<>(0);
        private boolean rejected;

        Reading(RawRow row) {
            this.row = row;
        }

        void cell(Placed placed) {
            CellValue value = cells.read(placed.column(), row, placed.index(), context.dates1904(), evidence);
            if (value instanceof CellValue.Good good) {
                put(placed, good.text());
                change(placed, good.steps());
                if (!good.warning().isEmpty()) {
                    find(
                            good.warning(),
                            Severity.WARN,
                            placed,
                            List.of(placed.column().label()));
                }
            } else if (value instanceof CellValue.Bad bad) {
                find(bad.code(), Severity.REJECT, placed, bad.args());
            }
        }

        private void change(Placed placed, List<CellValue.Step> steps) {
            for (int i = 0; i < steps.size(); i++) {
                CellValue.Step step = steps.get(i);
                changes.add(new Change(
                        context.place().sheet(),
                        CellAddress.of(placed.index(), row.number()),
                        placed.column().field(),
                        i + 1,
                        step.rule(),
                        step.before(),
                        step.after()));
            }
        }

        /** A birth date that is not known to the day is another field, so that nobody takes it for a day. */
        private static String field(Column column, String text) {
            return column.type() == ValueType.BIRTH_DATE && text.length() < DAY.length()
                    ? column.field() + "Text"
                    : column.field();
        }

        private void put(Placed placed, String text) {
            if (!text.isEmpty()) {
                values.put(field(placed.column(), text), text);
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
            for (RowCheck.Problem problem : check.problems(values)) {
                int column = shape.indexOf(problem.field());
                String cell = column < 0 ? String.valueOf(row.number()) : CellAddress.of(column, row.number());
                find(problem.code(), problem.severity(), cell, problem.value(), problem.args());
            }
        }

        ReadRow result() {
            Fact fact = fact();
            String subject = found.isEmpty() || fact.moetCode().isEmpty()
                    ? ""
                    : StudentId.ofMoetCode(fact.moetCode()).value();
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
                    values,
                    changes);
        }
    }

    /** @param findings all that is to be said about the row */
    record ReadRow(Fact fact, List<Finding> findings) {}
}
