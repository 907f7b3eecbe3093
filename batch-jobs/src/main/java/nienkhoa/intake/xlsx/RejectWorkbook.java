package nienkhoa.intake.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.intake.ChangeRule;
import nienkhoa.intake.FindingsReport;
import nienkhoa.intake.HarmlessText;
import nienkhoa.intake.IntakeResult;
import nienkhoa.intake.RejectedRows;
import nienkhoa.intake.difference.DifferenceReport;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The workbook for people: a summary, one line a finding with its cell, its reason and what to do, and copies of the
 * rejected rows in which they are corrected.
 */
public final class RejectWorkbook implements FindingsReport {

    private static final String STAGE = "intake";
    private static final List<String> COLUMNS =
            List.of("code", "severity", "file", "sheet", "cell", "student", "value", "sentence", "do");
    private static final double[] WIDTHS = {26, 12, 34, 18, 8, 18, 22, 70, 70};

    /** Written to the disk together. */
    private static final int ROWS_TOGETHER = 500;

    /** Findings of one code told in the summary by the sentence of the first. */
    private static final int SENTENCE = 2;

    private final Messages messages;

    public RejectWorkbook(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void write(Path file, IntakeResult result, RejectedRows rows) {
        Path timed = file.resolveSibling(file.getFileName() + ".timed");
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(timed));
                    Workbook workbook = new Workbook(out, "Nien Khoa", "1.0")) {
                List<RejectedRows.Copy> copies = rows.copies();
                summary(workbook.newWorksheet(text("workbook.summary")), result, copies.size(), rows.left());
                findings(workbook.newWorksheet(text("workbook.findings")), result.findings());
                CopySheets sheets = new CopySheets(workbook, messages);
                for (RejectedRows.Copy copy : copies) {
                    sheets.write(copy);
                }
            }
            TimelessWorkbook.copy(timed, unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            Files.delete(timed);
        } catch (IOException e) {
            throw new UncheckedIOException("workbook of findings " + file, e);
        }
    }

    @Override
    public DifferenceReport difference(Path file) {
        return new DifferenceWorkbook(messages, file);
    }

    private String text(String key, Object... args) {
        return messages.text(STAGE, key, args);
    }

    private void summary(Worksheet sheet, IntakeResult result, int copies, long left) throws IOException {
        sheet.width(0, 44);
        sheet.width(1, 14);
        sheet.width(SENTENCE, 110);
        sheet.hideColumn(SENTENCE + 1);
        int row = 0;
        sheet.value(row, 0, text("workbook.title"));
        sheet.value(row, SENTENCE + 1, RejectedRows.REPORT_MARK);
        sheet.style(row++, 0).bold().fontSize(14).set();
        for (Map.Entry<String, Long> line : counts(result.counts()).entrySet()) {
            sheet.value(row, 0, text("workbook." + line.getKey()));
            sheet.value(row++, 1, line.getValue());
        }
        row = changes(sheet, row, result.counts().changes());
        row = next(sheet, row + 1, copies, left);
        byCode(sheet, row + 1, result);
        sheet.finish();
    }

    private static Map<String, Long> counts(IntakeResult.Counts counts) {
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("files", counts.files());
        lines.put("sheets", counts.sheets());
        lines.put("rows.accepted", counts.rowsAccepted());
        lines.put("rows.unchanged", counts.rowsUnchanged());
        lines.put("rows.rejected", counts.rowsRejected());
        lines.put("students", counts.students());
        lines.put("findings", counts.findings());
        return lines;
    }

    /** How values came to differ from their cells, by rule; nothing if none does. */
    private int changes(Worksheet sheet, int from, Map<ChangeRule, Long> changes) {
        int row = from;
        if (!changes.isEmpty()) {
            sheet.value(++row, 0, text("workbook.changes"));
            sheet.style(row++, 0).bold().set();
        }
        for (Map.Entry<ChangeRule, Long> change : new TreeMap<>(changes).entrySet()) {
            sheet.value(row, 0, text("workbook.change." + change.getKey()));
            sheet.value(row++, 1, change.getValue());
        }
        return row;
    }

    /** What to do next. */
    private int next(Worksheet sheet, int from, int copies, long left) {
        int row = from;
        sheet.value(row, 0, text("workbook.next"));
        sheet.style(row++, 0).bold().set();
        List<String> steps = copies > 0
                ? List.of("next.correct", "next.origin", "next.delete", "next.beside", "next.alone")
                : List.of("next.export");
        for (String step : steps) {
            sheet.value(row++, 0, text("workbook." + step));
        }
        if (left > 0) {
            sheet.value(row++, 0, text("workbook.next.left", String.valueOf(left)));
        }
        return row;
    }

    private void byCode(Worksheet sheet, int from, IntakeResult result) {
        Map<String, Finding> examples = new TreeMap<>();
        result.findings().forEach(finding -> examples.putIfAbsent(finding.code(), finding));
        int row = from;
        sheet.value(row, 0, text("workbook.column.code"));
        sheet.value(row, 1, text("workbook.count"));
        sheet.value(row, SENTENCE, text("workbook.column.sentence"));
        sheet.range(row, 0, row++, SENTENCE).style().bold().set();
        for (Map.Entry<String, Long> code : new TreeMap<>(result.byCode()).entrySet()) {
            sheet.value(row, 0, code.getKey());
            sheet.value(row, 1, code.getValue());
            Finding example = examples.get(code.getKey());
            if (example != null) {
                sheet.value(row, SENTENCE, HarmlessText.of(messages.of(STAGE, example)));
            }
            row++;
        }
    }

    private void findings(Worksheet sheet, List<Finding> findings) throws IOException {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, text("workbook.column." + COLUMNS.get(column)));
            sheet.style(0, column).bold().wrapText(true).set();
            sheet.width(column, WIDTHS[column]);
        }
        sheet.value(0, COLUMNS.size(), RejectedRows.REPORT_MARK);
        sheet.hideColumn(COLUMNS.size());
        sheet.freezePane(0, 1);
        int row = 1;
        for (Finding finding : findings) {
            line(sheet, row++, finding);
            if (row % ROWS_TOGETHER == 0) {
                sheet.flush();
            }
        }
        sheet.setAutoFilter(0, 0, Math.max(1, row - 1), COLUMNS.size() - 1);
        sheet.finish();
    }

    private void line(Worksheet sheet, int row, Finding finding) {
        Finding.Place place = finding.place();
        List<String> cells = List.of(
                finding.code(),
                text("workbook.severity." + finding.severity()),
                place.file(),
                place.sheet(),
                place.cell(),
                place.subject(),
                finding.value(),
                messages.of(STAGE, finding),
                text(finding.code() + ".do"));
        for (int column = 0; column < cells.size(); column++) {
            // Not among the shared strings, which stay in memory until the end.
            sheet.inlineString(row, column, HarmlessText.of(cells.get(column)));
        }
        sheet.range(row, 7, row, 8).style().wrapText(true).set();
    }
}
