package nienkhoa.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFilesTest {

    private static final String NAMES = "STT;Họ tên;Lớp\n1;Nguyễn Thị Ánh Đoàn;5A\n2;Lê Ước Ngỡ;5A\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, '\uFEFF'", "UTF-16LE, '\uFEFF'", "UTF-16BE, '\uFEFF'"})
    void readsUnicodeInItsForms(String charset, String mark) throws Exception {
        Path file = Files.write(folder.resolve("a.csv"), (mark + NAMES).getBytes(Charset.forName(charset)));

        ReadCells read = ReadCells.of(file);

        assertThat(read.sheets).containsExactly("a.csv");
        assertThat(read.cells)
                .containsEntry("A1", "STT")
                .containsEntry("B2", "Nguyễn Thị Ánh Đoàn")
                .containsEntry("B3", "Lê Ước Ngỡ")
                .hasSize(9);
        assertThat(read.notices).isEmpty();
    }

    @Test
    void readsVietnameseCodePageOfWindowsAndSaysSo() throws Exception {
        Path file = Files.write(folder.resolve("a.csv"), windows1258(NAMES));

        ReadCells read = ReadCells.of(file);

        assertThat(read.cells).containsEntry("B2", "Nguyễn Thị Ánh Đoàn").containsEntry("B3", "Lê Ước Ngỡ");
        assertThat(read.notices).containsExactly("I043_ENCODING_GUESSED");
    }

    /** Letters of that code page carry hats and horns; tones come after them. */
    private static byte[] windows1258(String text) {
        StringBuilder letters = new StringBuilder();
        Charset page = TextEncoding.WINDOWS_VIETNAMESE;
        for (char letter : text.toCharArray()) {
            String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            String tone = apart.replaceAll("[^\\u0300\\u0301\\u0303\\u0309\\u0323]", "");
            letters.append(
                    page.newEncoder().canEncode(letter)
                            ? String.valueOf(letter)
                            : Normalizer.normalize(apart.replace(tone, ""), Normalizer.Form.NFC) + tone);
        }
        byte[] bytes = letters.toString().getBytes(page);
        assertThat(new String(bytes, page)).doesNotContain("?");
        return bytes;
    }

    @Test
    void refusesBytesThatAreLettersInNeither() throws Exception {
        Path file =
                Files.write(folder.resolve("a.csv"), new byte[] {'A', ';', 'B', '\n', (byte) 0xD2, ';', (byte) 0x8A});

        assertThat(ReadCells.outcome(file)).isEqualTo("I044_UNKNOWN_ENCODING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;b;c\\n1;7,5;8,5\\n2;9,5;10 | semicolon with decimal commas",
                "a,b,c\\n1,\"7,5\",x\\n2,\"9;5\",y | commas with quotes",
                "a\\tb\\tc\\n1\\tTổ 1, xã A, huyện B\\tx\\n2\\tTổ 2, xã A, huyện B\\ty | tabs with addresses",
                "TRƯỜNG A, XÃ B, TỈNH C\\n\\na;b;c\\n1;2;3\\n4;5;6 | title with commas",
                "sep=;\\na;b;c\\n1;2,2,2,2;3 | delimiter named in the first line"
            })
    void findsDelimiterByContent(String text, String why) throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.csv"), text.replace("\\n", "\n").replace("\\t", "\t"));

        ReadCells read = ReadCells.of(file);

        assertThat(read.cells.keySet()).as(why).anyMatch(cell -> cell.startsWith("C"));
        assertThat(read.cells.keySet()).as(why).noneMatch(cell -> cell.startsWith("D"));
        assertThat(read.cells.values()).as(why).contains("a", "b", "c").doesNotContain("sep=");
    }

    @Test
    void countsRowsAsExcelDoes() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.csv"), "a,b\r\n\r\n\"Tổ 1\nxã A\",\"nói \"\"có\"\"\"\r\nNguyễn \"Tí\" An,5\r\n");

        assertThat(ReadCells.of(file).cells)
                .containsExactly(
                        entry("A1", "a"),
                        entry("B1", "b"),
                        entry("A3", "Tổ 1\nxã A"),
                        entry("B3", "nói \"có\""),
                        entry("A4", "Nguyễn \"Tí\" An"),
                        entry("B4", "5"));
    }

    @Test
    void refusesQuoteThatSwallowsTheRest() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,\"An\n2,Bình\n3,Chi\n");

        assertThat(ReadCells.outcome(file)).isEqualTo("I045_UNCLOSED_QUOTE");
    }

    @ParameterizedTest
    @CsvSource({"16384, false", "16385, true"})
    void refusesMoreColumnsThanSheetsHave(int columns, boolean refused) throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), ",".repeat(columns - 1) + "x\n");

        assertThat(ReadCells.outcome(file).equals("I048_TOO_MUCH_CONTENT")).isEqualTo(refused);
    }

    @Test
    void neverTakesTextForFormulaOrNumber() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "a;=HYPERLINK(\"http://127.0.0.1:1\");007\n");

        ReadCells read = ReadCells.of(file);

        assertThat(read.cells).containsEntry("C1", "007").containsEntry("B1", "=HYPERLINK(\"http://127.0.0.1:1\")");
        assertThat(read.numbers).isEmpty();
    }

    @Test
    void readsWebPagesNamedAsWorkbooks() throws Exception {
        Path file = Files.writeString(folder.resolve("a.xls"), """
                <html><head><meta charset="utf-8"><style>td {x: y}</style><script>alert(1)</script></head><body>
                <h3>Năm học 2023-2024</h3>
                <table border=1>
                <tr><th rowspan=2>STT</th><th rowspan=2>Họ tên</th><th colspan=2>Tiếng&nbsp;Việt</th></tr>
                <tr><th>Mức</th><th>Điểm</th></tr>
                <tr style="display:none"><td>1<td>Nguyễn <b>Văn</b> An<td>T<td>9
                <tr><td>2<td>L&ecirc; <p>Chi</p><td><td>7</tr>
                </table></body></html>
                """);

        ReadCells read = ReadCells.of(file);

        assertThat(read.sheets).containsExactly("a.xls");
        assertThat(read.cells)
                .containsExactly(
                        entry("A1", "Năm học 2023-2024"),
                        entry("A2", "STT"),
                        entry("B2", "Họ tên"),
                        entry("C2", "Tiếng Việt"),
                        entry("C3", "Mức"),
                        entry("D3", "Điểm"),
                        entry("A4", "1"),
                        entry("B4", "Nguyễn Văn An"),
                        entry("C4", "T"),
                        entry("D4", "9"),
                        entry("A5", "2"),
                        entry("B5", "Lê Chi"),
                        entry("D5", "7"));
    }

    @Test
    void fetchesNothingForWebPages() throws Exception {
        try (var server = new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String net = "http://127.0.0.1:" + server.getLocalPort();
            Path file = Files.writeString(
                    folder.resolve("a.xls"),
                    "<!DOCTYPE html SYSTEM '" + net + "'><base href='" + net + "'><link rel=stylesheet href='" + net
                            + "'><table><tr><td><img src='" + net + "'>&xxe;An</table>");

            assertThat(ReadCells.outcome(file)).isEqualTo("{A1=&xxe;An}");
            org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"colspan=99999999999", "colspan=-1", "colspan=x", "rowspan=0", "colspan=''"})
    void takesImpossibleSpansForNone(String span) throws Exception {
        Path file =
                Files.writeString(folder.resolve("a.xls"), "<table><tr><td " + span + ">a<td>b<tr><td>c<td>d</table>");

        assertThat(ReadCells.outcome(file)).isEqualTo("{A1=a, B1=b, A2=c, B2=d}");
    }

    @Test
    void refusesRowsThatSpanMoreColumnsThanSheetsHave() throws Exception {
        String row = "<td colspan=1000>x".repeat(16);
        Path most = Files.writeString(folder.resolve("a.xls"), "<table><tr>" + row + "</table>");
        Path more = Files.writeString(folder.resolve("b.xls"), "<table><tr>" + row + "<td colspan=385>x</table>");

        assertThat(ReadCells.of(most).cells).hasSize(16);
        assertThat(ReadCells.outcome(more)).isEqualTo("I048_TOO_MUCH_CONTENT");
    }

    @Test
    void readsXmlSpreadsheet2003() throws Exception {
        Path file = xmlSpreadsheet("", """
                <Row ss:Index="2"><Cell><Data ss:Type="String">An</Data><Comment><Data>ghi chú</Data></Comment></Cell>
                <Cell ss:MergeAcross="1"><Data ss:Type="Number">7.5</Data></Cell>
                <Cell><Data ss:Type="DateTime">2013-05-12T00:00:00.000</Data></Cell></Row>
                <Row><Cell ss:Index="3" ss:Formula="=R1C1"/><Cell><Data ss:Type="Error">#N/A</Data></Cell>
                <Cell><ss:Data ss:Type="String" xmlns="x"><B>Lê</B> Chi</ss:Data></Cell></Row>
                """);

        ReadCells read = ReadCells.of(file);

        assertThat(read.sheets).containsExactly("5A");
        assertThat(read.cells)
                .containsExactly(
                        entry("A2", "An"),
                        entry("B2", "7.5"),
                        entry("D2", "2013-05-12T00:00:00"),
                        entry("D3", "#N/A"),
                        entry("E3", "Lê Chi"));
        assertThat(read.faults)
                .containsExactly(entry("C3", "I041_FORMULA_WITHOUT_VALUE"), entry("D3", "I006_ERROR_CELL"));
        assertThat(read.numbers).containsExactly("B2");
    }

    @Test
    void refusesXmlSpreadsheetWithDocumentTypeOrDamage() throws Exception {
        String row = "<Row><Cell><Data ss:Type='String'>An</Data></Cell></Row>";

        assertThat(ReadCells.outcome(xmlSpreadsheet("", row))).isEqualTo("{A1=An}");
        assertThat(ReadCells.outcome(xmlSpreadsheet("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>", row)))
                .isEqualTo("I001_UNREADABLE_WORKBOOK");
        assertThat(ReadCells.outcome(xmlSpreadsheet("", row + "<Row>"))).isEqualTo("I001_UNREADABLE_WORKBOOK");
        assertThat(ReadCells.outcome(xmlSpreadsheet("", "<Row><Cell ss:Index='16385'/></Row>")))
                .isEqualTo("I001_UNREADABLE_WORKBOOK");
    }

    private Path xmlSpreadsheet(String type, String rows) throws IOException {
        return Files.writeString(
                folder.resolve("a.xls"),
                "<?xml version=\"1.0\"?>" + type + "<Workbook xmlns=\"" + XmlSpreadsheetFile.NAMESPACE
                        + "\" xmlns:ss=\"" + XmlSpreadsheetFile.NAMESPACE + "\"><Worksheet ss:Name=\"5A\"><Table>"
                        + rows + "</Table></Worksheet></Workbook>",
                StandardCharsets.UTF_8);
    }
}
