package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImposeCommandTest {

    @TempDir
    private Path folder;

    @Test
    void laysThePdfFilesOfAFolderOnSheets() throws IOException {
        Path books = Files.createDirectory(folder.resolve("books"));
        write(books.resolve("1.pdf"), 5, PDRectangle.A4);
        write(books.resolve("2.pdf"), 3, PDRectangle.A4);
        Path out = folder.resolve("print/books.pdf");

        Said said = run(books.toString(), "--as", "booklet", "--gutter", "8", "--sheets", "1", "--out", out.toString());

        assertThat(said.exit()).isZero();
        assertThat(said.text()).contains("2 văn bản, 8 trang lên 3 tờ", "lật theo cạnh ngắn", "không phải PDF/A");
        try (PDDocument sheets = Loader.loadPDF(out.toFile())) {
            assertThat(sheets.getNumberOfPages()).isEqualTo(6);
        }
    }

    @Test
    void printsOneJsonObject() throws IOException {
        Path page = write(folder.resolve("1.pdf"), 1, PDRectangle.A4);

        Said said = run(
                page.toString(),
                "--as",
                "duplex",
                "--json",
                "--out",
                folder.resolve("o.pdf").toString());

        assertThat(said.text()).contains("\"sheets\":1", "\"as\":\"duplex\"", "\"archivable\":false");
    }

    @Test
    void saysInOneSentenceWhatCannotBePrinted() throws IOException {
        Path small = write(folder.resolve("a5.pdf"), 1, PDRectangle.A5);
        Path text = Files.writeString(folder.resolve("text.pdf"), "không phải PDF");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path out = folder.resolve("out.pdf");

        assertThat(run(small.toString(), "--as", "two-up", "--out", out.toString()))
                .isEqualTo(new Said(
                        2,
                        small + ": trang 1 khổ 148 × 210 mm. Cách xếp này chỉ dùng cho trang A4 đứng;"
                                + " với khổ khác hãy dùng --as duplex."));
        assertThat(run(text.toString(), "--as", "duplex", "--out", out.toString())
                        .text())
                .contains("không phải PDF, bị hỏng");
        assertThat(run(empty.toString(), "--as", "duplex", "--out", out.toString())
                        .text())
                .contains("không có tệp PDF nào");
        assertThat(run("nowhere.pdf", "--as", "duplex", "--out", out.toString()).text())
                .contains("Không đọc được tệp nowhere.pdf");
        assertThat(run(small.toString(), "--as", "a5", "--out", out.toString()).text())
                .contains("Giá trị của --as không hợp lệ: a5");
        assertThat(run(small.toString(), "--as", "two-up", "--gutter", "21", "--out", out.toString())
                        .text())
                .contains("Giá trị của --gutter không hợp lệ: 21");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesToWriteOverADocumentUnderAnyOfItsNames() throws IOException {
        Path books = Files.createDirectory(folder.resolve("books"));
        Path book = write(books.resolve("1.pdf"), 1, PDRectangle.A4);
        byte[] before = Files.readAllBytes(book);
        Path other = Files.createSymbolicLink(folder.resolve("other.pdf"), book);
        String roundabout = books.resolve("../books/1.pdf").toString();

        for (String out : List.of(book.toString(), other.toString(), roundabout)) {
            assertThat(run(books.toString(), "--as", "duplex", "--out", out))
                    .isEqualTo(new Said(
                            2,
                            "Không ghi vào " + out + ": đó chính là văn bản đưa vào (" + book
                                    + "), ghi đè thì mất bản gốc. Hãy chọn tên tệp khác cho --out."));
        }
        assertThat(book).hasBinaryContent(before);
        assertThat(run(
                                book.toString(),
                                "--as",
                                "duplex",
                                "--out",
                                books.resolve("sheets.pdf").toString())
                        .exit())
                .isZero();
    }

    private static Path write(Path file, int pages, PDRectangle size) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(size));
            }
            document.save(file.toFile());
        }
        return file;
    }

    private record Said(int exit, String text) {}

    private static Said run(String... options) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>(List.of("impose"));
        line.addAll(List.of(options));
        int exit = new CommandLineInterface(stream, stream, false).run(line.toArray(String[]::new));
        return new Said(exit, said.toString(StandardCharsets.UTF_8).strip());
    }
}
