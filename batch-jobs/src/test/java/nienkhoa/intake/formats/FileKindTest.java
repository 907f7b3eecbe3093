package nienkhoa.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.dat", "a.xlsx", "a.xls", "a.csv", "a.txt", "a.XLSX", "a.docx"})
    void readsContentWhateverTheName(String name) throws IOException {
        for (byte[] content : new byte[][] {xlsx(), xls(), text("a;b;c\nAn;2;3\n4;5;6\n"), html()}) {
            Path file = Files.write(folder.resolve(name), content);

            assertThat(new FileWorkbooks().looksLikeWorkbook(file)).isTrue();
            assertThat(ReadCells.outcome(file)).startsWith("{").contains("An");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "readme.txt, 'Đây là ghi chú, có dấu phẩy, nhiều dấu phẩy.\nDòng hai, cũng thế, ba.'",
        "ghi-chu.md, '# Ghi chú'",
        "thu.html, '<p>Kính gửi</p>'",
        "trong.dat, ''",
        "a.pdf, '%PDF-1.7'",
        "~$danh-sach.xlsx, 'khóa'",
        ".ds.xlsx, 'ẩn'"
    })
    void passesOverWhatIsNoTable(String name, String content) throws IOException {
        assertThat(new FileWorkbooks().looksLikeWorkbook(Files.write(folder.resolve(name), text(content))))
                .isFalse();
    }

    @Test
    void passesOverPicturesWordFilesAndOtherArchives() throws IOException {
        ZipBytes word = new ZipBytes().part("[Content_Types].xml", "<Types/>").part("word/document.xml", "<x/>");
        Files.write(folder.resolve("a.docx"), word.bytes());
        Files.write(folder.resolve("b.zip"), new ZipBytes().part("a.xlsx", "x").bytes());
        Files.write(folder.resolve("c.gif"), new byte[] {'G', 'I', 'F', '8', '9', 'a', 1, 0});

        for (String name : new String[] {"a.docx", "b.zip", "c.gif"}) {
            assertThat(new FileWorkbooks().looksLikeWorkbook(folder.resolve(name)))
                    .as(name)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"a.xlsx", "a.xls", "a.csv", "a.ods"})
    void namesWhatIsCalledTableAndIsNone(String name) throws IOException {
        for (byte[] content :
                new byte[][] {{}, {1, 0, 2, 0}, {'P', 'K', 5, 6}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}}) {
            Path file = Files.write(folder.resolve(name), content);

            assertThat(new FileWorkbooks().looksLikeWorkbook(file)).isTrue();
            assertThat(ReadCells.outcome(file)).isEqualTo("I001_UNREADABLE_WORKBOOK");
        }
    }

    @Test
    void saysWhatToDoWithSpreadsheetsOfOtherFormats() throws IOException {
        Path binary = new ZipBytes().part("xl/workbook.bin", "x").write(folder.resolve("a.xlsb"));
        Path open = new ZipBytes()
                .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .part("content.xml", "<x/>")
                .write(folder.resolve("b.ods"));
        Path archive =
                Files.write(folder.resolve("c.xls"), text("MIME-Version: 1.0\nContent-Type: multipart/related\n"));

        for (Path file : new Path[] {binary, open, archive}) {
            assertThat(ReadCells.outcome(file)).as(file.toString()).isEqualTo("I018_OTHER_FORMAT");
        }
    }

    private static byte[] xlsx() throws IOException {
        return ZipBytes.workbook("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
                .bytes();
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("An");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] html() {
        return text("<html><body><table><tr><td>An</td></tr></table></body></html>");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
