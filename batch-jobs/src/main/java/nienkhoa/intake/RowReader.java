package nienkhoa.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.Layout.ValueType;
import nienkhoa.intake.SheetShape.Placed;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.StudentId;

/** Turns the rows of one recognised sheet into facts, or says all that is wrong with them. */
final class RowReader {

    private final CellReader cells;
    private final SheetContext context;
    private final SheetShape shape;
    private final TableRows table;

    RowReader(CellReader cells, SheetContext context) {
        this.cells = cells;
        this.context = context;
        this.shape = context.place().shape();
        this.table = new TableRows(shape);
    }

    /**
     * The facts of a row, one unless the layout has parts; none for blank rows and for notes, totals and signatures below
     * the table.
     */
    List<ReadRow> read(RawRow row) {
        if (!table.isData(row)) {
            return List.of();
        }
        Reading reading = new Reading(row);
        for (Placed placed : shape.columns()) {
            reading.cell(placed);
        }
        reading.fromTitles();
        return reading.results();
    }

    /** Whether a row below the header is worth comparing with headers. */
    boolean mayBeHeader(RawRow row) {
        return table.mayBeHeader(row);
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
            if (!text.isEmpty() && placed.column().type() == ValueType.CHOICE) {
                values.put(placed.column().field() + "." + text, "x");
            } else if (!text.isEmpty()) {
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
            context.semester().ifPresent(semester -> values.putIfAbsent("semester", semester));
        }

        /** What the layout adds, then one result, or one a part. */
        List<ReadRow> results() {
            Layout.Sheet sheet = shape.sheet();
            if (sheet.isPlain()) {
                return List.of(result(values));
            }
            sheet.joined().forEach(this::join);
            sheet.defaults().forEach(values::putIfAbsent);
            identified(sheet.identifiedBy());
            if (sheet.parts().isEmpty()) {
                return List.of(result(values));
            }
            List<ReadRow> results = new ArrayList<>();
            new RowParts(sheet, values).each(part -> {
                results.add(result(part));
                found.clear();
            });
            return results;
        }

        private void join(Layout.Joined joined) {
            String text = "";
            for (String part : joined.of()) {
                String value = values.getOrDefault(part, "");
                values.remove(part);
                if (!text.contains(value)) {
                    text = text.isEmpty() ? value : text + joined.with() + value;
                }
            }
            if (!text.isEmpty()) {
                values.put(joined.field(), text);
            }
        }

        private void identified(List<String> fields) {
            if (!fields.isEmpty() && !rejected && fields.stream().noneMatch(values::containsKey)) {
                List<Placed> columns = shape.columns().stream()
                        .filter(placed -> fields.contains(placed.column().field()))
                        .toList();
                String labels =
                        columns.stream().map(placed -> placed.column().label()).collect(Collectors.joining(" / "));
                find("I060_NO_STUDENT_CODE", Severity.REJECT, columns.get(0), List.of(labels));
            }
        }

        private void check(Map<String, String> values) {
            for (RowCheck.Problem problem : RowCheck.problems(shape.sheet().kind(), values)) {
                int column = shape.indexOf(problem.field());
                String cell = column < 0 ? String.valueOf(row.number()) : CellAddress.of(column, row.number());
                find(problem.code(), Severity.REJECT, cell, "", problem.args());
            }
        }

        private ReadRow result(Map<String, String> values) {
            check(values);
            Fact fact = fact(values);
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

        private Fact fact(Map<String, String> values) {
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
