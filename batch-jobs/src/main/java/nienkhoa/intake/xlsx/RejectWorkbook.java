package nienkhoa.intake.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nienkhoa.intake.FindingsReport;
import nienkhoa.intake.IntakeResult;
import nienkhoa.intake.difference.DifferenceReport;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The workbook of findings: a summary, then one line a finding with its cell, its reason and what to do. */
public final class RejectWorkbook implements FindingsReport {

    private static final String STAGE = "intake";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final List<String> COLUMNS =
            List.of("code", "severity", "file", "sheet", "cell", "student", "value", "sentence", "do");
    private static final double[] WIDTHS = {26, 12, 34, 18, 8, 18, 22, 70, 70};

    private final Messages messages;

    public RejectWorkbook(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void write(Path file, IntakeResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Workbook workbook = new Workbook(bytes, "Nien Khoa", "1.0");
            summary(workbook.newWorksheet(text("workbook.summary")), result);
            findings(workbook.newWorksheet(text("workbook.findings")), result.findings());
            workbook.finish();
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            Files.write(unfinished, withoutTime(bytes.toByteArray()));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
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

    private void summary(Worksheet sheet, IntakeResult result) throws IOException {
        int row = 0;
        sheet.value(row, 0, text("workbook.title"));
        sheet.style(row++, 0).bold().fontSize(14).set();
        IntakeResult.Counts counts = result.counts();
        Map<String, Long> lines = new LinkedHashMap<>();
        lines.put("files", counts.files());
        lines.put("sheets", counts.sheets());
        lines.put("rows.accepted", counts.rowsAccepted());
        lines.put("rows.unchanged", counts.rowsUnchanged());
        lines.put("rows.rejected", counts.rowsRejected());
        lines.put("students", counts.students());
        lines.put("findings", counts.findings());
        for (Map.Entry<String, Long> line : lines.entrySet()) {
            sheet.value(row, 0, text("workbook." + line.getKey()));
            sheet.value(row++, 1, line.getValue());
        }
        row++;
        for (Map.Entry<String, Long> code : new TreeMap<>(result.byCode()).entrySet()) {
            sheet.value(row, 0, code.getKey());
            sheet.value(row++, 1, code.getValue());
        }
        sheet.width(0, 44);
        sheet.width(1, 14);
        sheet.finish();
    }

    private void findings(Worksheet sheet, List<Finding> findings) throws IOException {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, text("workbook.column." + COLUMNS.get(column)));
            sheet.style(0, column).bold().wrapText(true).set();
            sheet.width(column, WIDTHS[column]);
        }
        sheet.freezePane(0, 1);
        int row = 1;
        for (Finding finding : findings) {
            line(sheet, row++, finding);
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
            sheet.value(row, column, harmless(cells.get(column)));
        }
        sheet.range(row, 7, row, 8).style().wrapText(true).set();
    }

    /** Text that a spreadsheet would take for a formula, once someone edits the cell, gets an apostrophe before it. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Quirk: fastexcel writes the time of writing into the file and into every entry of it. */
    private static byte[] withoutTime(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(workbook.length);
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                out.putNextEntry(copy);
                out.write(content(entry.getName(), in.getInputStream(entry).readAllBytes()));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(String name, byte[] content) {
        if (!name.equals("docProps/core.xml")) {
            return content;
        }
        String properties = new String(content, StandardCharsets.UTF_8);
        return properties
                .replaceAll("<dcterms:created.*?</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
