package nienkhoa.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsCellsOfEveryKindFromEverySheet() throws Exception {
        Path file = poi(book -> {
            Sheet sheet = book.createSheet("Lớp 5A");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("Nguyễn Thị Ánh");
            row.createCell(1).setCellValue(7.4);
            row.createCell(2).setCellValue(41_406);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellErrorValue((byte) 0x2A);
            row.createCell(300 - 50).setCellValue("xa");
            row.setZeroHeight(true);
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 6, 8));
            book.createSheet("Ẩn").createRow(65_535).createCell(255).setCellValue("cuối");
            book.setSheetHidden(1, true);
        });

        ReadCells read = ReadCells.of(file);

        assertThat(read.sheets).containsExactly("Lớp 5A", "Ẩn");
        assertThat(read.cells)
                .containsExactly(
                        entry("A3", "Nguyễn Thị Ánh"),
                        entry("B3", "7.4"),
                        entry("C3", "41406"),
                        entry("D3", "true"),
                        entry("E3", "#N/A"),
                        entry("IQ3", "xa"),
                        entry("Ẩn!IV65536", "cuối"));
        assertThat(read.numbers).containsExactly("B3", "C3");
        assertThat(read.faults).containsExactly(entry("E3", "I006_ERROR_CELL"));
        assertThat(read.dates1904).isFalse();
    }

    @Test
    void takesSavedResultsOfFormulas() throws Exception {
        Path file = poi(book -> {
            Row row = book.createSheet().createRow(0);
            String[] formulas = {"1+2", "CONCATENATE(\"A\",\"n\")", "1=1", "1/0"};
            for (int i = 0; i < formulas.length; i++) {
                row.createCell(i).setCellFormula(formulas[i]);
            }
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(4).setCellValue("sau");
        });

        ReadCells read = ReadCells.of(file);

        assertThat(read.cells)
                .containsExactly(
                        entry("A1", "3"),
                        entry("B1", "An"),
                        entry("C1", "true"),
                        entry("D1", "#DIV/0!"),
                        entry("E1", "sau"));
        assertThat(read.faults).containsExactly(entry("D1", "I006_ERROR_CELL"));
    }

    @Test
    void keepsSheetsApartFromChartsBetweenThem() throws Exception {
        Path file = poi(book -> {
            for (String name : new String[] {"a", "b", "c"}) {
                Sheet sheet = book.createSheet(name);
                sheet.createRow(0).createCell(0).setCellValue(name);
                sheet.createDrawingPatriarch();
            }
        });

        assertThat(ReadCells.of(file).cells).containsExactly(entry("A1", "a"), entry("b!A1", "b"), entry("c!A1", "c"));
    }

    @Test
    void passesOverEmptyStyledRows() throws Exception {
        Path file = poi(book -> {
            Sheet sheet = book.createSheet();
            for (int i = 0; i < 60_000; i++) {
                sheet.createRow(i).createCell(0).setCellStyle(book.getCellStyleAt(0));
            }
            sheet.createRow(60_000).createCell(0).setCellValue("An");
        });

        assertThat(ReadCells.outcome(file)).isEqualTo("{A60001=An}");
    }

    @Test
    void refusesSharedTextsThatAreCutOff() throws Exception {
        Path file = poi(book -> {
            Row row = book.createSheet().createRow(0);
            for (int i = 0; i < 5; i++) {
                row.createCell(i).setCellValue("Học sinh " + i);
            }
        });
        byte[] bytes = Files.readAllBytes(file);
        int text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(" \0s\0i\0n\0h\0");
        int sst = text;
        while ((bytes[sst] & 0xFF) != 0xFC || bytes[sst + 1] != 0) {
            sst--;
        }
        // Says that there are 9 texts, where there are 5.
        bytes[sst + 8] = 9;

        assertThat(ReadCells.outcome(Files.write(file, bytes))).isEqualTo("I001_UNREADABLE_WORKBOOK");
    }

    @Test
    void asksForPasswordToBeTakenOff() throws Exception {
        Biff8EncryptionKey.setCurrentUserPassword("mật khẩu");
        try {
            Path file =
                    poi(book -> book.createSheet().createRow(0).createCell(0).setCellValue("An"));
            Biff8EncryptionKey.setCurrentUserPassword(null);

            assertThat(ReadCells.outcome(file)).isEqualTo("I017_PASSWORD_PROTECTED");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void saysThatMacrosAreLeftAlone() throws Exception {
        Path file = poi(book -> book.createSheet().createRow(0).createCell(0).setCellValue("An"));
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), false)) {
            container.getRoot().createDirectory("_VBA_PROJECT_CUR");
            container.getRoot().createDirectory("MBD0001");
            container.writeFilesystem();
        }

        ReadCells read = ReadCells.of(file);

        assertThat(read.notices).containsExactly("I046_MACROS_IGNORED", "I047_EMBEDDED_IGNORED");
        assertThat(read.cells).hasSize(1);
    }

    @Test
    void refusesOlderExcelAndOtherContentOfTheSameContainer() throws Exception {
        Path excel95 = container("Book");
        Path word = container("WordDocument");
        Path excel4 = Files.write(folder.resolve("c.xls"), new byte[] {9, 4, 6, 0, 0, 0, 0x10, 0, 0, 0});

        assertThat(ReadCells.outcome(excel95)).isEqualTo("I018_OTHER_FORMAT");
        assertThat(ReadCells.outcome(excel4)).isEqualTo("I018_OTHER_FORMAT");
        assertThat(ReadCells.outcome(word)).isEqualTo("I001_UNREADABLE_WORKBOOK");
        assertThat(new FileWorkbooks().looksLikeWorkbook(Files.copy(word, folder.resolve("a.doc"))))
                .isFalse();
    }

    private Path container(String stream) throws IOException {
        Path file = folder.resolve(stream + ".xls");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), stream);
            container.writeFilesystem(out);
        }
        return file;
    }

    @Test
    void endsCleanlyWhereverTheFileIsCutOff() throws Exception {
        byte[] whole = Files.readAllBytes(
                poi(book -> book.createSheet().createRow(0).createCell(0).setCellValue("An")));

        for (int length = 0; length < whole.length; length += 97) {
            Path file = Files.write(folder.resolve("cut.xls"), Arrays.copyOf(whole, length));
            assertThat(ReadCells.outcome(file)).as("cut at %d", length).isIn("I001_UNREADABLE_WORKBOOK", "{A1=An}");
        }
    }

    @Test
    void refusesFilesBeyondTheirLimitAndReadsUpToIt() throws Exception {
        Path file = poi(book -> book.createSheet().createRow(0).createCell(0).setCellValue("An"));

        try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
            longer.setLength(XlsFile.MAX_BYTES);
            assertThat(ReadCells.outcome(file)).isEqualTo("{A1=An}");
            longer.setLength(XlsFile.MAX_BYTES + 1);
            assertThat(ReadCells.outcome(file)).isEqualTo("I048_TOO_MUCH_CONTENT");
        }
    }

    private Path poi(Filling filling) throws IOException {
        Path file = folder.resolve("poi.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            filling.fill(book);
            book.write(out);
            Files.write(file, out.toByteArray());
        }
        return file;
    }

    private interface Filling {
        void fill(HSSFWorkbook book) throws IOException;
    }
}
