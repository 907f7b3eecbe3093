package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nienkhoa.intake.TakenExport.TakenFile;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.model.SchoolYear;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files end as a clean read or as a refusal with a code: never as another exception, never late.
 *
 * <p>{@code -Dfuzz.mutations=20000} tries more; {@code -Dfuzz.seed=…} others.
 */
class WorkbookFuzzTest {

    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 400);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_124);

    /** Every so many mutations one goes through the recognition of layouts and the reading of rows, too. */
    private static final int WHOLE_WAY_EVERY = 4;

    /** A reading takes milliseconds; this is for a machine that does much else. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String[] HOSTILE_TEXTS = {
        "",
        "<",
        "&#0;",
        "]]>",
        "<!DOCTYPE x>",
        "<row>",
        "</row>",
        "r='ZZZZ1'",
        "99999999999",
        "-1",
        "1E999999999",
        "\"",
        "t='s'",
        "<f>",
        "colspan=999",
        "<table>",
        "\u0000",
        "\uFFFE",
        "<![CDATA[",
        "rowspan=65534",
        ";;;;",
        "NaN",
        "<tr>",
        "<v>2147483647</v>"
    };

    @TempDir
    private Path folder;

    @Test
    void endsEveryDamagedFileWithCellsOrWithCode() throws IOException {
        List<byte[]> whole = wholeFiles();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < MUTATIONS; i++) {
            Random random = new Random(SEED + i);
            byte[] mutated = mutate(whole.get(i % whole.size()), random);
            Path file = Files.write(folder.resolve("a.xlsx"), mutated);

            String outcome = i % WHOLE_WAY_EVERY == 0 ? readWholeWay(file, i) : readCells(file, i);

            outcomes.merge(outcome, 1, Integer::sum);
        }
        assertThat(outcomes).containsKeys("read", "I001_UNREADABLE_WORKBOOK");
    }

    @Test
    void readsTheirWholeTwins() throws IOException {
        for (byte[] bytes : wholeFiles()) {
            assertThat(readCells(Files.write(folder.resolve("a.xlsx"), bytes), -1))
                    .isEqualTo("read");
        }
    }

    private String readCells(Path file, int mutation) {
        return timed(mutation, () -> {
            try {
                new FileWorkbooks().read(file, (index, name, dates1904) -> new EveryCell());
                return "read";
            } catch (UnreadableWorkbook e) {
                assertThat(e.code()).matches("I0\\d\\d_[A-Z0-9_]+");
                return e.code();
            }
        });
    }

    private String readWholeWay(Path file, int mutation) {
        return timed(mutation, () -> {
            FindingCollector findings = new FindingCollector(1_000);
            TakenExport export =
                    new TakenExport("", folder, folder, List.of(new TakenFile("a.xlsx", 1, "")), List.of());
            ExportFiles files = new ExportFiles(export, findings, new RejectedStudents(new SchoolYear(2023)));
            new WorkbookReader(new FileWorkbooks(), Layouts.bundled(), findings, files, Corrections.none())
                    .read(0, file, facts -> {});
            return files.isUnreadable(0) ? "I001_UNREADABLE_WORKBOOK" : "read";
        });
    }

    private static String timed(int mutation, Reading reading) {
        long start = System.nanoTime();
        try {
            return reading.read();
        } catch (RuntimeException | Error e) {
            throw new AssertionError("mutation " + mutation + " of seed " + SEED, e);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("mutation %d of seed %d", mutation, SEED)
                    .isLessThan(LONGEST);
        }
    }

    private List<byte[]> wholeFiles() throws IOException {
        Path export = TestExport.standard().write(folder.resolve("export"));
        byte[] list = Files.readAllBytes(export.resolve(TestExport.CLASS_LIST));
        return List.of(
                list,
                Files.readAllBytes(export.resolve(TestExport.RESULTS)),
                xls(),
                text(";", "", "", "\n").getBytes(StandardCharsets.UTF_8),
                text("</td><td>", "<table><tr><td>", "</table>", "</td></tr>\n<tr><td rowspan=1>")
                        .getBytes(StandardCharsets.UTF_8),
                xmlSpreadsheet().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String between, String before, String after, String line) {
        StringBuilder text = new StringBuilder(before);
        for (Object[] row : TestExport.standard().rows(TestExport.CLASS_LIST, "5A")) {
            text.append(String.join(
                            between, Arrays.stream(row).map(String::valueOf).toList()))
                    .append(line);
        }
        return text.append(after).toString();
    }

    private static String xmlSpreadsheet() {
        return "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet' "
                + "xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='5A'><Table>"
                + text(
                                "</Data></Cell><Cell><Data ss:Type='String'>",
                                "<Row><Cell ss:Index='1'><Data ss:Type='String'>",
                                "</Data></Cell></Row></Table></Worksheet></Workbook>",
                                "</Data></Cell></Row>\n<Row><Cell><Data ss:Type='String'>")
                        .replace("GD&ĐT", "GD&amp;ĐT");
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("5A");
            Object[][] rows = TestExport.standard().rows(TestExport.CLASS_LIST, "5A");
            for (int i = 0; i < rows.length; i++) {
                var row = sheet.createRow(i);
                for (int column = 0; column < rows[i].length; column++) {
                    if (rows[i][column] instanceof Number number) {
                        row.createCell(column).setCellValue(number.doubleValue());
                    } else {
                        row.createCell(column).setCellValue(String.valueOf(rows[i][column]));
                    }
                }
            }
            sheet.getRow(6).createCell(20).setCellFormula("CONCATENATE(\"a\",\"b\")");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] mutate(byte[] whole, Random random) throws IOException {
        if (whole[0] == 'P' && random.nextInt(4) > 0) {
            return mutateParts(whole, random);
        }
        byte[] bytes = whole;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = mutateBytes(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutateBytes(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> {
                for (int i = 1 + random.nextInt(8); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + random.nextInt(64)), (byte) random.nextInt());
            case 3 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(200)), new byte[0]);
            case 4 -> {
                String text = HOSTILE_TEXTS[random.nextInt(HOSTILE_TEXTS.length)];
                bytes = spliced(bytes, at, at, text.getBytes(StandardCharsets.UTF_8));
            }
            default -> {
                int end = Math.min(bytes.length, at + random.nextInt(400));
                bytes = spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int end, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(instead);
        out.write(bytes, end, bytes.length - end);
        return out.toByteArray();
    }

    /** The ZIP stays whole, so that the damage reaches the XML in it. */
    private static byte[] mutateParts(byte[] whole, Random random) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        List<String> names = new ArrayList<>(parts.keySet());
        String name = random.nextBoolean() ? "xl/worksheets/sheet1.xml" : names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> parts.remove(name);
            case 1 -> {
                byte[] content = parts.get(name);
                parts.put(name, parts.get(other));
                parts.put(other, content);
            }
            case 2, 3 -> parts.put(name, changedValue(parts.get(name), random));
            default -> parts.put(name, mutateBytes(parts.get(name), random));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Puts something hostile for one text or attribute value of the XML. */
    private static byte[] changedValue(byte[] xml, Random random) {
        String text = new String(xml, StandardCharsets.UTF_8);
        char mark = random.nextBoolean() ? '>' : '"';
        int from = text.indexOf(mark, random.nextInt(Math.max(1, text.length())));
        int end = from < 0 ? -1 : text.indexOf(mark == '>' ? '<' : '"', from + 1);
        String hostile = HOSTILE_TEXTS[random.nextInt(HOSTILE_TEXTS.length)];
        return end < 0
                ? xml
                : (text.substring(0, from + 1) + hostile + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private interface Reading {
        String read();
    }

    private static final class EveryCell implements RowVisitor {

        private int last;

        @Override
        public boolean row(RawRow row) {
            assertThat(row.number()).isGreaterThan(last);
            last = row.number();
            for (int i = 0; i <= row.size(); i++) {
                assertThat(row.text(i)).isNotNull();
                row.isNumber(i);
                row.fault(i);
            }
            return true;
        }

        @Override
        public void end() {}
    }
}
