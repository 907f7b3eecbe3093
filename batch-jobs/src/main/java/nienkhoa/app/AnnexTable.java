package nienkhoa.app;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Reads the annex of a circular out of a table: the columns STT, nội dung and thời hạn, wherever they stand. */
final class AnnexTable {

    private final Path file;
    private final List<Line> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean headed;

    private AnnexTable(Path file) {
        this.file = file;
    }

    /** A line of the annex. */
    record Line(String sheet, int row, String item, String content, String period) {}

    record Read(List<Line> lines, List<Finding> findings) {}

    /** @throws Problem if the file is no table or no sheet has the header */
    static Read read(Path file) {
        AnnexTable table = new AnnexTable(file);
        try {
            new FileWorkbooks().read(file, (index, name, dates1904) -> table.new Sheet(name));
        } catch (UnreadableWorkbook e) {
            throw HomeRules.problem("K540_NO_TABLE", file.toString());
        }
        if (!table.headed) {
            throw HomeRules.problem("K541_NO_HEADER", file.toString());
        }
        return new Read(table.lines, table.findings);
    }

    /** For comparing words: lower case, without marks. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }

    private final class Sheet implements Workbooks.RowVisitor {

        private final String name;
        private int item = -1;
        private int content = -1;
        private int period = -1;

        Sheet(String name) {
            this.name = name;
        }

        @Override
        public boolean row(RawRow row) {
            if (period < 0) {
                header(row);
            } else if (!row.isBlank()) {
                line(row);
            }
            return true;
        }

        private void header(RawRow row) {
            int foundItem = find(row, "stt", "so tt", "so thu tu");
            int foundContent = find(row, "noi dung", "ten", "nhom");
            int foundPeriod = find(row, "thoi han", "thhl", "thbq");
            if (foundItem >= 0 && foundContent >= 0 && foundPeriod >= 0) {
                item = foundItem;
                content = foundContent;
                period = foundPeriod;
                headed = true;
            }
        }

        private int find(RawRow row, String... beginnings) {
            for (String beginning : beginnings) {
                for (int column = 0; column < row.size(); column++) {
                    if (plain(row.text(column)).startsWith(beginning)) {
                        return column;
                    }
                }
            }
            return -1;
        }

        private void line(RawRow row) {
            String stt = row.text(item).strip();
            String text = row.text(content).strip();
            String kept = row.text(period).strip();
            if (kept.isEmpty() && (stt.isEmpty() || !stt.matches("\\d.*"))) {
                return; // the heading of a group
            }
            if (stt.isEmpty()) {
                fault("K542_NO_ITEM", row.number(), item);
            } else if (text.isEmpty()) {
                fault("K543_NO_CONTENT", row.number(), content);
            } else if (Periods.yaml(kept, "WORK_END").isEmpty()) {
                fault("K544_BAD_PERIOD", row.number(), period);
            } else {
                lines.add(new Line(name, row.number(), stt, text, kept));
            }
        }

        private void fault(String code, int row, int column) {
            String cell = column(column) + row;
            List<String> args = List.of(String.valueOf(file.getFileName()), name, cell);
            findings.add(new Finding(code, Severity.REJECT, Place.ofCell(file.toString(), name, cell), "", args));
        }

        private static String column(int column) {
            return column < 26
                    ? String.valueOf((char) ('A' + column))
                    : column(column / 26 - 1) + column(column % 26);
        }

        @Override
        public void end() {}
    }
}
