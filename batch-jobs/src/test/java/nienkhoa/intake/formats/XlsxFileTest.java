package nienkhoa.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsHiddenRowsColumnsAndSheetsAsData() throws Exception {
        Path file = poi(book -> {
            Sheet sheet = book.createSheet("Ẩn");
            sheet.createRow(1).createCell(1).setCellValue("ẩn");
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(1, true);
            book.createSheet("Nhìn thấy").createRow(0).createCell(0).setCellValue("thấy");
            book.setSheetHidden(0, true);
            book.setActiveSheet(1);
        });

        ReadCells read = ReadCells.of(file);

        assertThat(read.sheets).containsExactly("Ẩn", "Nhìn thấy");
        assertThat(read.cells).containsExactly(entry("B2", "ẩn"), entry("Nhìn thấy!A1", "thấy"));
    }

    /** Seen once in 14,000 workbooks: packed data hold, by chance, what the end of a ZIP file begins with. */
    @Test
    void isNotMisledByPackedDataThatLookLikeTheEndOfTheFile() throws Exception {
        Path plain = poi(book -> book.createSheet().createRow(0).createCell(0).setCellValue("An"));
        byte[] lookAlike = new byte[64];
        Arrays.fill(lookAlike, (byte) 0xFF);
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, lookAlike, 0, 4);
        Path file = folder.resolve("tình cờ.xlsx");

        try (ZipFile from = new ZipFile(plain.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry part : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(part.getName()));
                from.getInputStream(part).transferTo(to);
            }
            to.setLevel(Deflater.NO_COMPRESSION);
            to.putNextEntry(new ZipEntry("xl/media/anh.bin"));
            to.write(lookAlike);
        }

        assertThat(ReadCells.of(file).cells).containsExactly(entry("A1", "An"));
    }

    @Test
    void readsTopLeftCellOfMergedOnesOnly() throws Exception {
        Path file = poi(book -> {
            Sheet sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Môn học");
            sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 3));
        });

        assertThat(ReadCells.of(file).cells).containsExactly(entry("A1", "Môn học"));
    }

    @Test
    void joinsRunsOfRichText() throws Exception {
        Path file = poi(book -> {
            XSSFRichTextString text = new XSSFRichTextString("Nguyễn ");
            text.append("Văn ", book.createFont());
            text.append("An");
            book.createSheet().createRow(0).createCell(0).setCellValue(text);
        });

        assertThat(ReadCells.of(file).cells).containsExactly(entry("A1", "Nguyễn Văn An"));
    }

    @Test
    void readsNoPronunciationNeitherSharedNorInline() throws Exception {
        String text = "<r><t>An</t></r><rPh sb='0' eb='1'><t>SAI</t></rPh><phoneticPr fontId='1'/>";
        Path file = ZipBytes.workbook("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is>" + text
                        + "</is></c></row>")
                .part("xl/sharedStrings.xml", "<sst><si>" + text + "</si></sst>")
                .write(folder.resolve("a.xlsx"));

        assertThat(ReadCells.of(file).cells).containsExactly(entry("A1", "An"), entry("B1", "An"));
    }

    @Test
    void restoresCharactersThatXmlForbids() throws Exception {
        Path file = workbook("<row r='1'><c r='A1' t='inlineStr'><is><t>Tổ 1_x000D_\nTổ 2</t></is></c></row>");

        assertThat(ReadCells.of(file).cells).containsExactly(entry("A1", "Tổ 1\r\nTổ 2"));
    }

    @Test
    void takesSavedResultsOfFormulasAndRunsNone() throws Exception {
        Path file = workbook("<row r='1'>"
                + "<c r='A1'><f>1+1</f><v>7.4000000000000004</v></c>"
                + "<c r='B1' t='str'><f>WEBSERVICE(\"http://127.0.0.1:1/\")</f><v>An</v></c>"
                + "<c r='C1' t='str'><f>HYPERLINK(\"file:///etc/passwd\",\"x\")</f><v>x</v></c>"
                + "<c r='D1' t='str'><f>cmd|' /C calc'!A0</f><v>y</v></c>"
                + "<c r='E1' t='b'><f>TRUE()</f><v>1</v></c>"
                + "<c r='F1' t='str'><f>\"\"</f><v></v></c>"
                + "<c r='G1'><f t='shared' si='9'/><v>5</v></c>"
                + "<c r='H1'><f t='shared' ref='H1:H2' si='0'>TABLE1+LOG10(ABCDEFG9)</f><v>6</v></c></row>"
                + "<row r='2'><c r='H2'><f t='shared' si='0'/><v>8</v></c></row>");

        ReadCells read = ReadCells.of(file);

        assertThat(read.cells)
                .containsExactly(
                        entry("A1", "7.4"),
                        entry("B1", "An"),
                        entry("C1", "x"),
                        entry("D1", "y"),
                        entry("E1", "true"),
                        entry("G1", "5"),
                        entry("H1", "6"),
                        entry("H2", "8"));
        assertThat(read.faults).isEmpty();
        assertThat(read.numbers).containsExactly("A1", "G1", "H1", "H2");
    }

    @Test
    void namesFormulasWithoutResultAndErrors() throws Exception {
        Path file = workbook("<row r='1'><c r='A1'><f>B1</f></c><c r='B1' t='e'><v>#N/A</v></c>"
                + "<c r='C1' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>");

        assertThat(ReadCells.of(file).faults)
                .containsExactly(
                        entry("A1", "I041_FORMULA_WITHOUT_VALUE"),
                        entry("B1", "I006_ERROR_CELL"),
                        entry("C1", "I006_ERROR_CELL"));
    }

    @Test
    void keepsNumbersWrittenAsTextAndTellsThemFromNumbers() throws Exception {
        Path file = workbook("<row r='1'><c r='A1' t='inlineStr'><is><t>0031</t></is></c><c r='B1'><v>31</v></c>"
                + "<c r='C1'><v>1.0E3</v></c><c r='D1' t='d'><v>2013-05-12</v></c></row>");

        ReadCells read = ReadCells.of(file);

        assertThat(read.cells.values()).containsExactly("0031", "31", "1000", "2013-05-12");
        assertThat(read.numbers).containsExactly("B1", "C1");
    }

    @Test
    void placesCellsWithoutAddressesAfterEachOther() throws Exception {
        Path file =
                workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row><c r='C2'><v>3</v></c><c><v>4</v></c></row>");

        assertThat(ReadCells.of(file).cells)
                .containsExactly(entry("A1", "1"), entry("B1", "2"), entry("C2", "3"), entry("D2", "4"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "true, true", "0, false"})
    void readsWhetherDaysCountFrom1904(String written, boolean expected) throws Exception {
        Path file = ZipBytes.workbook("")
                .replace("xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904='" + written + "'/>")
                .write(folder.resolve("a.xlsx"));

        assertThat(ReadCells.of(file).dates1904).isEqualTo(expected);
    }

    @Test
    void saysThatMacrosAndEmbeddedObjectsAreLeftAlone() throws Exception {
        Path file = ZipBytes.workbook("<row r='1'><c r='A1'><v>1</v></c></row>")
                .part("xl/vbaProject.bin", "macro")
                .part("xl/embeddings/oleObject1.bin", "object")
                .write(folder.resolve("a.xlsm"));

        ReadCells read = ReadCells.of(file);

        assertThat(read.notices).containsExactly("I046_MACROS_IGNORED", "I047_EMBEDDED_IGNORED");
        assertThat(read.cells).hasSize(1);
    }

    @Test
    void passesOverCommentsLinksAndExternalParts() throws Exception {
        Path file = poi(book -> {
            var cell = book.createSheet().createRow(0).createCell(0);
            cell.setCellValue("An");
            var link = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress("http://127.0.0.1:1/");
            cell.setHyperlink(link);
            var drawing = cell.getSheet().createDrawingPatriarch();
            var anchor = book.getCreationHelper().createClientAnchor();
            var comment = drawing.createCellComment(anchor);
            comment.setString(new XSSFRichTextString("ghi chú"));
            cell.setCellComment(comment);
        });

        assertThat(ReadCells.of(file).cells).containsExactly(entry("A1", "An"));
    }

    @Test
    void asksForPasswordToBeTakenOff() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mật khẩu");
            try (OutputStream locked = encryptor.getDataStream(container)) {
                locked.write(ZipBytes.workbook("").bytes());
            }
            container.writeFilesystem(out);
        }

        assertThat(ReadCells.outcome(file)).isEqualTo("I017_PASSWORD_PROTECTED");
        assertThat(new FileWorkbooks().looksLikeWorkbook(Files.copy(file, folder.resolve("a.docx"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='ZZZZZZZ1'><v>1</v></c></row>",
                "<row r='1'><c r='XFE1'><v>1</v></c></row>",
                "<row r='1'><c r='1'><v>1</v></c></row>",
                "<row r='1048577'><c><v>1</v></c></row>",
                "<row r='99999999999'><c><v>1</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>2</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>2000000000</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
                "<row r='1'><c r='A1'><v>một</v></c></row>",
                "<row r='1'><c r='A1' t='x'><v>1</v></c></row>",
                "<row r='1'><c r='A1' t='b'><v>2</v></c></row>",
                "<row r='1'><c r='A1'><v>1</v></row>"
            })
    void refusesWhatNoSpreadsheetWrites(String rows) throws Exception {
        assertThat(ReadCells.outcome(workbook(rows))).isEqualTo("I001_UNREADABLE_WORKBOOK");
    }

    @Test
    void readsTheLastCellThereCanBe() throws Exception {
        assertThat(ReadCells.outcome(workbook("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")))
                .isEqualTo("{XFD1048576=1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'><c r='A2'><v>1</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>",
                "<row r='1'><c r='A1'><v>1</v></c></row><row r='1'><c r='A1'><v>2</v></c></row>",
                "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>2</v></c></row>"
            })
    void refusesRowsAndCellsOutOfOrder(String rows) throws Exception {
        assertThat(ReadCells.outcome(workbook(rows))).isEqualTo("I040_CELLS_OUT_OF_ORDER");
    }

    @ParameterizedTest
    @CsvSource({"32767, ''", "32768, I042_CELL_TOO_LONG", "1000000, I042_CELL_TOO_LONG"})
    void namesCellsLongerThanExcelAllows(int length, String fault) throws Exception {
        String text = "ô".repeat(length);
        Path file = ZipBytes.workbook("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>" + text
                        + "</t></is></c><c r='C1' t='str'><v>" + text + "</v></c></row>")
                .part("xl/sharedStrings.xml", "<sst><si><t>" + text + "</t></si></sst>")
                .write(folder.resolve("a.xlsx"));

        ReadCells read = ReadCells.of(file);

        assertThat(read.cells.get("A1")).hasSize(fault.isEmpty() ? length : 101);
        for (String cell : new String[] {"A1", "B1", "C1"}) {
            assertThat(read.faults.getOrDefault(cell, "")).isEqualTo(fault);
        }
    }

    @Test
    void refusesFlippedBitByItsChecksum() throws Exception {
        byte[] bytes = stored("<row r='1'><c r='A1'><v>12345</v></c></row>");
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("12345");
        Path whole = Files.write(folder.resolve("a.xlsx"), bytes);
        assertThat(ReadCells.outcome(whole)).isEqualTo("{A1=12345}");

        bytes[at] = '9';

        assertThat(ReadCells.outcome(Files.write(whole, bytes))).isEqualTo("I001_UNREADABLE_WORKBOOK");
    }

    /** A workbook whose sheet is not packed. */
    private static byte[] stored(String rows) throws IOException {
        ZipBytes zip = ZipBytes.workbook(rows);
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new java.util.zip.ZipOutputStream(bytes)) {
            out.setLevel(0);
            for (var part : zip.parts.entrySet()) {
                out.putNextEntry(new java.util.zip.ZipEntry(part.getKey()));
                out.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void endsCleanlyWhereverTheFileIsCutOff() throws Exception {
        byte[] whole = ZipBytes.workbook("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
                .bytes();

        for (int length = 0; length < whole.length; length += 7) {
            Path file = Files.write(folder.resolve("a.xlsx"), java.util.Arrays.copyOf(whole, length));
            assertThat(ReadCells.outcome(file)).as("cut at %d", length).isEqualTo("I001_UNREADABLE_WORKBOOK");
        }
    }

    @Test
    void readsPartsNamedInOtherCaseOrWithBackslashes() throws Exception {
        ZipBytes zip = ZipBytes.workbook("<row r='1'><c r='A1'><v>1</v></c></row>");
        zip.parts.put("XL\\Worksheets\\Sheet1.XML", zip.parts.remove("xl/worksheets/sheet1.xml"));

        assertThat(ReadCells.outcome(zip.write(folder.resolve("a.xlsx")))).isEqualTo("{A1=1}");
    }

    private Path workbook(String rows) throws IOException {
        return ZipBytes.workbook(rows).write(folder.resolve("a.xlsx"));
    }

    private Path poi(Filling filling) throws IOException {
        Path file = folder.resolve("poi.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            filling.fill(book);
            book.write(out);
        }
        return file;
    }

    private interface Filling {
        void fill(XSSFWorkbook book) throws IOException;
    }
}
