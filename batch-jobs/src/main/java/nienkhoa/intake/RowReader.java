package nienkhoa.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.Layout.ValueType;
import nienkhoa.intake.SheetShape.Placed;
import nienkhoa.intake.WorkbookReader.Rows;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;

/** Turns the rows of one recognised sheet into facts, or says all that is wrong with them. */
final class RowReader implements Rows {

    private static final String DAY = "2014-05-12";

    private final CellReader cells;
    private final SheetContext context;
    private final SheetShape shape;
    private final TableRows table;
    private final LegacyEvidence evidence = new LegacyEvidence();
    private final RowCheck check;
    private final SheetCheck sheet;
    private final int room;

    RowReader(CellReader cells, SheetContext context, Numbering numbering) {
        this.cells = cells;
        this.context = context;
        this.shape = context.place().shape();
        this.table = new TableRows(shape);
        this.room = 2 * shape.columns().size();
        this.check = new RowCheck(CheckRules.bundled(), shape.sheet().kind(), context.className());
        this.sheet = new SheetCheck(context.place(), numbering);
    }

    @Override
    public void above(List<RawRow> rows) {
        rows.forEach(sheet::beside);
    }

    @Override
    public List<Finding> end() {
        return sheet.end();
    }

    /**
     * The facts of a row, one unless the layout has parts; none for blank rows and for notes, totals and signatures below
     * the table.
     */
    @Override
    public List<ReadRow> read(RawRow row) {
        if (!table.isData(row)) {
            sheet.beside(row);
            return List.of();
        }
        Reading reading = new Reading(row);
        for (Placed placed : shape.columns()) {
            reading.cell(placed);
        }
        reading.fromTitles();
        List<ReadRow> read = reading.results();
        sheet.row(read.get(0).fact());
        return read;
    }

    @Override
    public boolean mayBeHeader(RawRow row) {
        return table.mayBeHeader(row);
    }

    /** One row while it is read. */
    private final class Reading {

        private final RawRow row;
        private final Map<String, String> values = new HashMap<>(room);
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
            if (!text.isEmpty() && placed.column().type() == ValueType.CHOICE) {
                values.put(placed.column().field() + "." + text, "x");
            } else if (!text.isEmpty()) {
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
                changes.clear();
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
            boolean mayBeKnownByName = shape.sheet().kind() == FactKind.CLASS_LIST;
            if (!fields.isEmpty()
                    && !rejected
                    && !mayBeKnownByName
                    && fields.stream().noneMatch(values::containsKey)) {
                List<Placed> columns = shape.columns().stream()
                        .filter(placed -> fields.contains(placed.column().field()))
                        .toList();
                String labels =
                        columns.stream().map(placed -> placed.column().label()).collect(Collectors.joining(" / "));
                find("I060_NO_STUDENT_CODE", Severity.REJECT, columns.get(0), List.of(labels));
            }
        }

        private void check(Map<String, String> values) {
            for (RowCheck.Problem problem : check.problems(values)) {
                int column = shape.indexOf(problem.field());
                String cell = column < 0 ? String.valueOf(row.number()) : CellAddress.of(column, row.number());
                if (problem.severity() == Severity.WARN || !isRefused(cell)) {
                    find(problem.code(), problem.severity(), cell, problem.value(), problem.args());
                }
            }
        }

        /** What is missing because its cell was refused needs no second reason. */
        private boolean isRefused(String cell) {
            return found.stream()
                    .anyMatch(finding -> finding.severity() == Severity.REJECT
                            && finding.place().cell().equals(cell));
        }

        private ReadRow result(Map<String, String> values) {
            check(values);
            Fact fact = fact(values);
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
                    values,
                    List.copyOf(changes));
        }
    }

    /** @param findings all that is to be said about the row */
    record ReadRow(Fact fact, List<Finding> findings) {}
}
