package nienkhoa.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import org.apache.commons.codec.binary.Base64OutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.apache.logging.log4j.LogManager;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.codehaus.stax2.XMLInputFactory2;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that would flood the memory of whoever keeps them, read by a program that has little. */
class HugeFilesTest {

    /** One class of each library that readers of files use: their places are the class path of the program. */
    private static final List<Class<?>> NEEDED = List.of(
            Reader.class,
            FileWorkbooks.class,
            InputFactoryImpl.class,
            XMLInputFactory2.class,
            CSVFormat.class,
            IOUtils.class,
            Base64OutputStream.class,
            Jsoup.class,
            POIFSFileSystem.class,
            LogManager.class);

    @TempDir
    private Path folder;

    @Test
    void passesOverMillionEmptyStyledRows() throws Exception {
        Path file = sheet(rows -> {
            for (int i = 1; i <= 1_000_000; i++) {
                rows.write("<row r=\"" + i + "\" s=\"1\"><c r=\"A" + i + "\" s=\"3\"/><c r=\"B" + i
                        + "\" s=\"3\"/></row>");
            }
        });

        assertThat(readWith("48m", file)).isEqualTo("0 rows");
    }

    @Test
    void readsMillionRowsByStreaming() throws Exception {
        Path file = sheet(rows -> {
            for (int i = 1; i <= 1_000_000; i++) {
                rows.write("<row r=\"" + i + "\"><c r=\"A" + i + "\"><v>" + (i * 7919L % 1_000_003) + "</v></c></row>");
            }
        });

        assertThat(readWith("48m", file)).isEqualTo("1000000 rows");
    }

    @Test
    void readsRowsOfAllColumns() throws Exception {
        Path file = sheet(rows -> {
            for (int i = 1; i <= 20; i++) {
                rows.write("<row r='" + i + "'>" + "<c><v>1</v></c>".repeat(16_384) + "</row>");
            }
        });

        assertThat(readWith("48m", file)).isEqualTo("20 rows");
    }

    @Test
    void refusesSheetOfFiveGigabytes() throws Exception {
        String empty = "<c s='1'/>".repeat(16_000);
        Path file = fiveGigabytes("<row>" + empty + "</row>");

        assertThat(Files.size(file)).isLessThan(40L << 20);
        assertThat(readWith("48m", file)).isEqualTo("I022_TOO_LARGE");
    }

    /** A workbook whose sheet repeats one packed block until it is 5 GB. */
    private Path fiveGigabytes(String row) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(row.repeat((1 << 20) / row.length() + 1).getBytes(StandardCharsets.UTF_8));
        byte[] packed = new byte[1 << 20];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
        byte[] head = raw("<worksheet><sheetData>");
        int blocks = 5_000;
        ZipBytes small = ZipBytes.workbook("");
        Path file = folder.resolve("a.xlsx");
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file.toFile())) {
            for (var part : small.parts.entrySet()) {
                if (!part.getKey().endsWith("sheet1.xml")) {
                    zip.putArchiveEntry(new ZipArchiveEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeArchiveEntry();
                }
            }
            ZipArchiveEntry sheet = new ZipArchiveEntry("xl/worksheets/sheet1.xml");
            sheet.setMethod(ZipArchiveEntry.DEFLATED);
            sheet.setSize(5L << 30);
            sheet.setCompressedSize(head.length + (long) blocks * length);
            sheet.setCrc(0);
            List<InputStream> content = new ArrayList<>();
            content.add(new ByteArrayInputStream(head));
            for (int i = 0; i < blocks; i++) {
                content.add(new ByteArrayInputStream(packed, 0, length));
            }
            zip.addRawArchiveEntry(sheet, new SequenceInputStream(Collections.enumeration(content)));
        }
        return file;
    }

    private static byte[] raw(String text) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        byte[] packed = new byte[1 << 10];
        return Arrays.copyOf(packed, deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH));
    }

    @Test
    void refusesSharedTextsThatWouldFillTheMemory() throws Exception {
        Path file = ZipBytes.workbook("").write(folder.resolve("a.xlsx"), "xl/sharedStrings.xml", out -> {
            write(out, "<sst>");
            for (int i = 0; i < 3_000_000; i++) {
                write(out, "<si><t>" + (i * 7919L % 100_003) + "</t></si>");
            }
            write(out, "</sst>");
        });

        assertThat(readWith("300m", file)).isEqualTo("I022_TOO_LARGE");
    }

    @Test
    void readsLongTextFilesByStreamingAndRefusesOneRecordWithoutEnd() throws Exception {
        Path rows = folder.resolve("a.csv");
        Path record = folder.resolve("b.csv");
        try (OutputStream out = Files.newOutputStream(rows)) {
            for (int i = 0; i < 500_000; i++) {
                write(out, i + ";Nguyễn Văn An;12/05/2013;Nam\n");
            }
        }
        try (OutputStream out = Files.newOutputStream(record)) {
            write(out, "a;b\n1;\"");
            for (int i = 0; i < 100; i++) {
                write(out, "chữ ".repeat(1 << 15) + "\n");
            }
        }

        assertThat(readWith("48m", rows, record)).isEqualTo("500000 rows, I048_TOO_MUCH_CONTENT");
    }

    @Test
    void readsWebPagesByStreamingUpToTheirLimit() throws Exception {
        Path page = folder.resolve("a.xls");
        Path deep = folder.resolve("b.xls");
        Path large = folder.resolve("c.xls");
        Path crowded = folder.resolve("d.xls");
        Files.writeString(page, "<table>" + "<tr><td>An<td>Nam</tr>".repeat(300_000) + "</table>");
        Files.writeString(deep, "<table><tr><td>" + "<div>".repeat(1_000_000));
        Files.writeString(large, "<table>" + "<tr><td>" + "An ".repeat(6 << 20));
        Files.writeString(crowded, "<table><tr><td>" + "<b></b>".repeat(2_000_000) + "<td>An</tr></table>");

        assertThat(readWith("128m", page, deep, large, crowded))
                .isEqualTo("300000 rows" + ", I048_TOO_MUCH_CONTENT".repeat(3));
    }

    private Path sheet(Filling filling) throws IOException {
        return ZipBytes.workbook("").write(folder.resolve("a.xlsx"), "xl/worksheets/sheet1.xml", out -> {
            write(out, "<worksheet><sheetData>");
            filling.fill(text -> write(out, text));
            write(out, "</sheetData></worksheet>");
        });
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Filling {
        void fill(Writing rows) throws IOException;
    }

    private interface Writing {
        void write(String text) throws IOException;
    }

    /** What a program of its own, with so much heap, says about the files. */
    private static String readWith(String heap, Path... files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                NEEDED.stream().map(HugeFilesTest::place).distinct().collect(Collectors.joining(File.pathSeparator)),
                Reader.class.getName()));
        for (Path file : files) {
            command.add(file.toString());
        }
        Path output = files[0].resolveSibling("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output).strip().replace("\n", ", ");
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads every cell of the files. */
    static final class Reader {

        @SuppressWarnings("SystemOut")
        public static void main(String[] files) {
            for (String file : files) {
                int[] rows = {0};
                try {
                    new FileWorkbooks().read(Path.of(file), (index, name, dates1904) -> counting(rows));
                    System.out.println(rows[0] + " rows");
                } catch (UnreadableWorkbook e) {
                    System.out.println(e.code());
                }
            }
        }

        private static RowVisitor counting(int[] rows) {
            return new RowVisitor() {
                @Override
                public boolean row(RawRow row) {
                    rows[0]++;
                    for (int i = 0; i < row.size(); i++) {
                        row.text(i);
                    }
                    return true;
                }

                @Override
                public void end() {}
            };
        }
    }
}
