package nienkhoa.intake.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import nienkhoa.intake.HarmlessText;
import nienkhoa.intake.difference.ClassDifference;
import nienkhoa.intake.difference.Counts;
import nienkhoa.intake.difference.Difference;
import nienkhoa.intake.difference.DifferenceLine;
import nienkhoa.intake.difference.DifferenceReport;
import nienkhoa.intake.difference.FieldWords;
import nienkhoa.intake.evidence.DataYear;
import nienkhoa.intake.evidence.YearWords;
import nienkhoa.language.Messages;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The workbook of a difference: the lines as they come, then a sheet of counts. Rows go to disk, not into memory. */
final class DifferenceWorkbook implements DifferenceReport {

    /** Excel's sheets end at 1,048,576 rows. */
    private static final int LINES_A_SHEET = 1_000_000;

    private static final int LINES_IN_MEMORY = 1_000;

    /** Excel refuses cells with more characters (32,767). */
    private static final int LONGEST_CELL = 32_000;

    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final List<String> COLUMNS =
            List.of("school", "year", "class", "student", "what", "field", "before", "after");
    private static final double[] WIDTHS = {14, 12, 10, 20, 14, 40, 40, 40};
    private static final List<String> COUNTS = List.of(
            "school",
            "year",
            "class",
            "registered",
            "added",
            "changed",
            "moved",
            "movedAway",
            "vanished",
            "notListed",
            "unchanged",
            "results.added",
            "results.changed",
            "results.vanished",
            "results.unchanged");

    private final Path file;
    private final Path growing;
    private final FieldWords words;
    private final YearWords years;
    private final OutputStream out;
    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int row;

    DifferenceWorkbook(Messages messages, Path file) {
        this.file = file;
        this.growing = file.resolveSibling(file.getFileName() + ".growing");
        this.words = new FieldWords(messages);
        this.years = new YearWords(messages);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.out = Files.newOutputStream(growing);
            this.workbook = new Workbook(out, "Nien Khoa", "1.0");
            this.sheet = newSheet();
        } catch (IOException e) {
            throw new UncheckedIOException("workbook of differences " + file, e);
        }
    }

    private Worksheet newSheet() {
        sheets++;
        String name = words.text("sheet.lines") + (sheets == 1 ? "" : " " + sheets);
        Worksheet started = workbook.newWorksheet(name);
        for (int column = 0; column < COLUMNS.size(); column++) {
            started.inlineString(0, column, words.text("column." + COLUMNS.get(column)));
            started.style(0, column).bold().set();
            started.width(column, WIDTHS[column]);
        }
        started.freezePane(0, 1);
        row = 0;
        return started;
    }

    @Override
    public void line(DifferenceLine line) throws IOException {
        if (row == LINES_A_SHEET) {
            sheet.finish();
            sheet = newSheet();
        }
        row++;
        cells(
                sheet,
                row,
                line.place().school(),
                year(line.place().year()),
                line.place().className(),
                line.student(),
                words.what(line.what()),
                words.field(line.field()),
                words.value(line.field(), line.before()),
                words.value(line.field(), line.after()));
        if (row % LINES_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private static String year(int start) {
        return start == 0 ? "" : start + "-" + (start + 1);
    }

    private static void cells(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            String cell = cells[column];
            String whole = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
            sheet.inlineString(row, column, HarmlessText.of(whole));
        }
    }

    @Override
    public void finish(Difference difference, DataYear year) throws IOException {
        sheet.finish();
        counts(difference, year);
        workbook.finish();
        out.close();
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        withoutTime(growing, unfinished);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void counts(Difference difference, DataYear year) throws IOException {
        Worksheet counts = workbook.newWorksheet(words.text("sheet.counts"));
        int line = 0;
        for (String note : Stream.concat(Stream.of(years.seems(year)), years.reasons(year).stream())
                .toList()) {
            cells(counts, line++, note);
        }
        line++;
        for (int column = 0; column < COUNTS.size(); column++) {
            counts.inlineString(line, column, words.text("column." + COUNTS.get(column)));
            counts.style(line, column).bold().wrapText(true).set();
            counts.width(column, 14);
        }
        for (ClassDifference each : difference.classes()) {
            line++;
            cells(
                    counts,
                    line,
                    each.place().school(),
                    year(each.place().year()),
                    each.place().className());
            numbers(counts, line, each);
        }
        counts.finish();
    }

    private static void numbers(Worksheet sheet, int row, ClassDifference each) {
        Counts students = each.students();
        Counts results = each.results();
        long[] numbers = {
            each.registered(),
            students.added(),
            students.changed(),
            students.moved(),
            each.movedAway(),
            students.vanished(),
            each.notListed(),
            students.unchanged(),
            results.added(),
            results.changed(),
            results.vanished(),
            results.unchanged()
        };
        for (int i = 0; i < numbers.length; i++) {
            sheet.value(row, 3 + i, numbers[i]);
        }
    }

    /** Quirk: fastexcel writes the time of writing into the file and into every entry of it. */
    private static void withoutTime(Path from, Path to) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
            Enumeration<? extends ZipEntry> entries = in.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                zip.putNextEntry(copy);
                try (InputStream content = in.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        zip.write(withoutTime(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
                    } else {
                        content.transferTo(zip);
                    }
                }
            }
        }
    }

    private static byte[] withoutTime(String properties) {
        return properties
                .replaceAll("<dcterms:created.*?</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(growing);
    }
}
