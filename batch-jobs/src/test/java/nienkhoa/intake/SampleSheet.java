package nienkhoa.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nienkhoa.intake.SheetShape.Outcome;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;

/**
 * One sheet as rows of text, read as intake reads a workbook.
 *
 * @param layout the folder that it lies in
 * @param name of the sheet
 */
record SampleSheet(String layout, String name, List<List<String>> rows) {

    /** What intake makes of the sheet. */
    record Reading(List<Fact> facts, List<Finding> findings) {

        /** One line a fact: kind, row, then its values by field. */
        List<String> lines() {
            return facts.stream()
                    .map(fact -> fact.kind() + "," + fact.row() + values(fact))
                    .toList();
        }

        /** The facts without regard to where they stand. */
        List<String> sayings() {
            return facts.stream().map(fact -> fact.kind() + values(fact)).toList();
        }

        private static String values(Fact fact) {
            return new TreeMap<>(fact.values())
                    .entrySet().stream()
                            .map(entry -> "," + quoted(entry.getKey() + "=" + entry.getValue()))
                            .collect(Collectors.joining());
        }

        private static String quoted(String text) {
            return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
        }
    }

    static SampleSheet parse(String layout, String name, String csv) {
        return new SampleSheet(layout, name, rows(csv));
    }

    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                cell.append(escaped ? "\"" : "");
                i += escaped ? 1 : 0;
                quoted = escaped == quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    SampleSheet with(List<List<String>> otherRows) {
        return new SampleSheet(layout, name, otherRows);
    }

    Outcome outcome(Layouts layouts) {
        HeaderSearch search = new HeaderSearch(new HeaderIndex(layouts), HeaderSearch.memory());
        for (int i = 0; i < rows.size(); i++) {
            var outcome = search.offer(new TextRow(i + 1, rows.get(i)));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        return search.end();
    }

    Reading read(Layouts layouts) {
        FindingCollector findings = new FindingCollector(1_000);
        TakenExport export = new TakenExport(
                "", Path.of("."), Path.of("."), List.of(new TakenExport.TakenFile("sample.csv", 0, "")), List.of());
        ExportFiles files = new ExportFiles(export, findings, new RejectedStudents(new SchoolYear(2023)));
        List<Fact> facts = new ArrayList<>();
        new WorkbookReader(new OneSheet(), layouts, findings, files, Corrections.none())
                .read(0, Path.of("sample.csv"), facts::addAll);
        return new Reading(facts, findings.all());
    }

    private final class OneSheet implements Workbooks {

        @Override
        public boolean looksLikeWorkbook(Path file) {
            return true;
        }

        @Override
        public void read(Path file, SheetVisitor visitor) {
            RowVisitor sheet = visitor.sheet(0, name, false);
            for (int i = 0; i < rows.size(); i++) {
                if (!sheet.row(new TextRow(i + 1, rows.get(i)))) {
                    break;
                }
            }
            sheet.end();
        }
    }

    /** A row of texts. */
    record TextRow(int number, List<String> cells) implements RawRow {

        @Override
        public int size() {
            return cells.size();
        }

        @Override
        public String text(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        @Override
        public boolean isNumber(int column) {
            return false;
        }

        @Override
        public boolean isError(int column) {
            return false;
        }
    }
}
