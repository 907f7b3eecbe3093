package nienkhoa.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks made to harm whoever reads them. */
class HostileXlsxTest {

    private static final String ONE_CELL = "<row r='1'><c r='A1'><v>1</v></c></row>";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/sharedStrings.xml",
                "xl/worksheets/sheet1.xml"
            })
    void refusesDocumentTypeInEveryPartAndOpensNothing(String part) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "BÍ MẬT");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String net = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            String[] types = {
                "<!DOCTYPE x>",
                "<!DOCTYPE x SYSTEM '" + net + "'>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
                "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + net + "'> %p;]>",
                "<!DOCTYPE x [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
            };
            for (String type : types) {
                ZipBytes zip = ZipBytes.workbook("<row r='1'><c r='A1' t='inlineStr'><is><t>&e;</t></is></c></row>");
                String content = new String(zip.parts.get(part), StandardCharsets.UTF_8);

                String outcome =
                        ReadCells.outcome(zip.part(part, type + content).write(folder.resolve("a.xlsx")));

                assertThat(outcome).as(type).isEqualTo("I001_UNREADABLE_WORKBOOK");
            }
            assertThat(wasAsked(server)).isFalse();
        }
    }

    private static boolean wasAsked(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void refusesEntitiesThatNothingDeclares() throws Exception {
        Path file = ZipBytes.workbook("<row r='1'><c r='A1' t='inlineStr'><is><t>a&e;b</t></is></c></row>")
                .write(folder.resolve("a.xlsx"));

        assertThat(ReadCells.outcome(file)).isEqualTo("I001_UNREADABLE_WORKBOOK");
    }

    @Test
    void refusesTwoPartsOfOneName() throws Exception {
        byte[] zip = ZipBytes.workbook(ONE_CELL)
                .part("xl/worksheets/sheet2.xml", ZipBytes.sheet("<row r='1'><c r='A1'><v>2</v></c></row>"))
                .bytes();
        String twice = new String(zip, StandardCharsets.ISO_8859_1).replace("sheet2.xml", "SHEET1.xml");

        Path file = Files.write(folder.resolve("a.xlsx"), twice.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(ReadCells.outcome(file)).isEqualTo("I001_UNREADABLE_WORKBOOK");
    }

    @Test
    void writesNothingForPartsWhoseNamesLeadElsewhere() throws Exception {
        Path inside = Files.createDirectories(folder.resolve("a/b/c"));
        Path file = ZipBytes.workbook(ONE_CELL)
                .part("../../evil.txt", "evil")
                .part("/etc/evil.txt", "evil")
                .part("C:\\evil.txt", "evil")
                .write(inside.resolve("a.xlsx"));

        assertThat(ReadCells.outcome(file)).isEqualTo("{A1=1}");
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).containsExactly(file);
        }
    }

    @Test
    void readsNoFileThatARelationPointsTo() throws Exception {
        Path file = ZipBytes.workbook(ONE_CELL)
                .replace("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../../../../../etc/hostname")
                .write(folder.resolve("a.xlsx"));

        assertThat(ReadCells.outcome(file)).isEqualTo("I001_UNREADABLE_WORKBOOK");
    }

    @Test
    void leavesWorkbooksInsideAloneHoweverDeep() throws Exception {
        byte[] inner = ZipBytes.workbook(ONE_CELL).bytes();
        for (int i = 0; i < 20; i++) {
            ZipBytes outer = ZipBytes.workbook(ONE_CELL);
            outer.parts.put("xl/embeddings/inner.xlsx", inner);
            inner = outer.bytes();
        }

        assertThat(ReadCells.outcome(Files.write(folder.resolve("a.xlsx"), inner)))
                .isEqualTo("{A1=1}");
    }

    @ParameterizedTest
    @CsvSource({"20000, {A1=1}", "20001, I022_TOO_LARGE"})
    void countsPartsBeforeItOpensThem(int count, String outcome) throws Exception {
        ZipBytes zip = ZipBytes.workbook(ONE_CELL);
        for (int i = zip.parts.size(); i < count; i++) {
            zip.parts.put("xl/media/" + i, new byte[0]);
        }

        assertThat(ReadCells.outcome(zip.write(folder.resolve("a.xlsx")))).isEqualTo(outcome);
    }

    /** One sheet of 2 MB is harmless; the same one named a hundred times is not. */
    @ParameterizedTest
    @CsvSource({"20, false", "100, true"})
    void addsUpWhatSheetsUnpackTo(int sheets, boolean refused) throws Exception {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < sheets; i++) {
            list.append("<sheet name='").append(i).append("' sheetId='1' r:id='s1'/>");
        }
        Path file = ZipBytes.workbook(ONE_CELL + " ".repeat(2 << 20))
                .replace("xl/workbook.xml", "<sheet name='Lớp 5A' sheetId='1' r:id='s1'/>", list.toString())
                .write(folder.resolve("a.xlsx"));

        assertThat(ReadCells.outcome(file).equals("I022_TOO_LARGE")).isEqualTo(refused);
    }

    /** What comes between two rows stays in memory: an attribute, a comment, a row without an end. */
    @ParameterizedTest
    @ValueSource(strings = {"<row r='1' x='", "<!--", "<row r='1'><c r='A1' t='inlineStr'><is><t>", "<row r='1'>"})
    void refusesRowsThatNeverEnd(String start) throws Exception {
        byte[] block =
                (start.equals("<row r='1'>") ? "<c/>" : "abcd").repeat(1 << 18).getBytes(StandardCharsets.UTF_8);

        Path file = ZipBytes.workbook("").write(folder.resolve("a.xlsx"), "xl/worksheets/sheet1.xml", out -> {
            out.write(("<worksheet><sheetData>" + start).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 40; i++) {
                out.write(block);
            }
        });

        assertThat(ReadCells.outcome(file)).isIn("I022_TOO_LARGE", "I001_UNREADABLE_WORKBOOK");
    }
}
