package nienkhoa.intake.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nienkhoa.intake.HarmlessText;
import nienkhoa.intake.RejectedRows;
import nienkhoa.intake.RejectedRows.CopiedRow;
import nienkhoa.intake.RejectedRows.HeadRow;
import nienkhoa.intake.RejectedRows.Mark;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Sheets with rejected rows: bad cells are coloured and carry a comment that says what is wrong and what to do. */
final class CopySheets {

    private static final String STAGE = "intake";

    /** Cells that a spreadsheet leaves as they are typed, with their leading zeros and equals signs. */
    private static final String TEXT = "@";

    private static final String REJECTED = "F8A5A5";
    private static final String WARNED = "FFE699";
    private static final String HEADER = "DDEBF7";
    private static final String ORIGIN = "EDEDED";
    private static final int LONGEST_NAME = 31;
    private static final int NUMBER_LENGTH = 4;
    private static final double WIDTH = 16;
    private static final double ORIGIN_WIDTH = 40;
    private static final int ROWS_TOGETHER = 500;

    /** More comments on one sheet make spreadsheets slow. */
    private static final int ROWS_OF_SHEET = 10_000;

    private static final int COMMENTS_SHARED = 10_000;

    private final Workbook workbook;
    private final Messages messages;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> comments = new HashMap<>();

    CopySheets(Workbook workbook, Messages messages) {
        this.workbook = workbook;
        this.messages = messages;
    }

    void write(RejectedRows.Copy copy) throws IOException {
        Rows rows = new Rows(copy);
        copy.rows(rows::write);
        rows.end();
    }

    /** A sheet with the head of its original. */
    private Worksheet begin(RejectedRows.Copy copy, int headRows) {
        Worksheet sheet = workbook.newWorksheet(name(copy.title()));
        for (int column = 0; column < copy.width(); column++) {
            sheet.width(column, WIDTH);
        }
        sheet.width(copy.width(), ORIGIN_WIDTH);
        sheet.freezePane(0, headRows);
        copy.head().forEach(row -> head(sheet, row));
        return sheet;
    }

    /** The layout's title, never the original sheet's name, with a number; as spreadsheets allow it. */
    private String name(String title) {
        String word = title.replaceFirst("[(;:].*", "")
                .replaceAll("[\\[\\]:*?/\\\\']", " ")
                .strip();
        int most = LONGEST_NAME - NUMBER_LENGTH;
        int lastSpace = word.lastIndexOf(' ', most);
        String shortened = word.length() <= most ? word : word.substring(0, lastSpace > 0 ? lastSpace : most);
        int number = numbers.merge(shortened.toLowerCase(Locale.ROOT), 1, Integer::sum);
        return shortened + " " + number;
    }

    private static void head(Worksheet sheet, HeadRow row) {
        for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cells().get(column);
            if (!cell.isEmpty()) {
                sheet.inlineString(row.number() - 1, column, HarmlessText.of(cell));
                sheet.style(row.number() - 1, column)
                        .bold()
                        .fillColor(HEADER)
                        .format(TEXT)
                        .set();
            }
        }
    }

    /** The rows of one copy, one after another, on as many sheets as they need. */
    private final class Rows {

        private final RejectedRows.Copy copy;
        private final int width;
        private final int first;
        private Worksheet sheet;
        private int next;

        Rows(RejectedRows.Copy copy) {
            this.copy = copy;
            this.width = copy.width();
            this.first = copy.head().stream().mapToInt(HeadRow::number).max().orElse(0);
            this.sheet = begin(copy, first);
            this.next = first;
        }

        void write(CopiedRow row) {
            if (next == first + ROWS_OF_SHEET) {
                end();
                sheet = begin(copy, first);
                next = first;
            }
            cells(row);
            row.marks().stream()
                    .collect(Collectors.groupingBy(Mark::column, TreeMap::new, Collectors.toList()))
                    .forEach((column, marks) ->
                            mark(column, marks.stream().map(Mark::finding).toList()));
            next++;
            if (next % ROWS_TOGETHER == 0) {
                disk(sheet::flush);
            }
        }

        void end() {
            disk(sheet::finish);
        }

        private void cells(CopiedRow row) {
            sheet.range(next, 0, next, Math.max(0, width - 1))
                    .style()
                    .format(TEXT)
                    .set();
            for (int column = 0; column < row.cells().size(); column++) {
                String cell = row.cells().get(column);
                if (!cell.isEmpty()) {
                    sheet.inlineString(next, column, HarmlessText.of(cell));
                }
            }
            sheet.inlineString(next, width, row.origin());
            sheet.style(next, width).fillColor(ORIGIN).format(TEXT).set();
        }

        private void mark(int column, List<Finding> findings) {
            boolean rejected = findings.stream().anyMatch(finding -> finding.severity() == Severity.REJECT);
            sheet.style(next, column)
                    .format(TEXT)
                    .fillColor(rejected ? REJECTED : WARNED)
                    .set();
            sheet.comment(next, column, comment(findings));
        }
    }

    /** Comments stay in memory to the end; most say the same as another one. */
    private String comment(List<Finding> findings) {
        String comment = findings.stream()
                .map(finding -> messages.of(STAGE, finding) + "\n→ " + messages.text(STAGE, finding.code() + ".do"))
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return comments.size() < COMMENTS_SHARED ? comments.computeIfAbsent(comment, same -> same) : comment;
    }

    private static void disk(DiskWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface DiskWork {
        void run() throws IOException;
    }
}
