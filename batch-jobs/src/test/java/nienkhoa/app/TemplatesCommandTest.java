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
import javax.imageio.ImageIO;
import nienkhoa.data.CanonicalJson;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands below {@code templates}, on the smallest form. */
class TemplatesCommandTest {

    private static final Path EDITION = Path.of("../templates/forms/run-report/v1");

    @TempDir
    private Path folder;

    @Test
    void listsWhatAPersonHasToConfirm() throws IOException {
        Said said = run("check", "--form", "run-report");
        Path workbookFile = folder.resolve("home/out/templates/check.xlsx");
        byte[] written = Files.readAllBytes(workbookFile);

        assertThat(run("check", "--form", "run-report")).isEqualTo(said);
        assertThat(workbookFile).hasBinaryContent(written);
        assertThat(said.exit()).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(said.text())
                .contains("nhớ lại", "run-report/v1", "mục cần người đối chiếu", "Các tệp mẫu dùng được")
                .doesNotContain("transcript-primary");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(workbookFile))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(7).getStringCellValue()).isEqualTo("Đúng? (có/không)");
            List<String> texts = new ArrayList<>();
            sheet.forEach(row -> texts.add(row.getCell(4).getStringCellValue()));
            assertThat(texts).contains("Năm học", "P22").doesNotContain("P27");
        }
    }

    @Test
    void countsWhatTheHomeChangesApart() throws IOException {
        override("labels.yaml", "labels:\n  year: {text: \"Niên học\"}\n");

        Said said = run("--json", "check", "--form", "run-report");

        TemplatesCheckCommand.Result result = CanonicalJson.read(said.text(), TemplatesCheckCommand.Result.class);
        assertThat(result.counts().get(0).local()).isEqualTo(1);
        assertThat(result.open()).noneMatch(item -> item.name().equals("year"));
        assertThat(result.open())
                .allMatch(
                        item -> !item.mark().equals("verified") && !item.mark().equals("V"));
    }

    @Test
    void namesPlaceOfABadOverrideBeforeAnythingIsMade() throws IOException {
        Path bad = override("labels.yaml", "labels:\n  yaer: {text: \"Niên học\"}\n");

        Said check = run("check", "--form", "run-report");
        Said proof = run("proof", "--form", "run-report");

        assertThat(check.exit()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(check.text()).contains(bad + ":2: mẫu không có nhãn “yaer”", "Có 1 chỗ phải sửa");
        assertThat(proof)
                .isEqualTo(new Said(
                        2, bad + ":2: mẫu không có nhãn “yaer”. " + "Hãy xem tên nhãn trong tệp labels.yaml của mẫu."));
        assertThat(folder.resolve("home/out/proof")).doesNotExist();
    }

    @Test
    void makesAProofPackThatABrowserShowsWithoutScripts() throws IOException {
        Said said = run("proof", "--form", "run-report");

        assertThat(said.exit()).isZero();
        Path pack = folder.resolve("home/out/proof/run-report/v1");
        assertThat(said.text())
                .contains(
                        "run-report/v1: 1 văn bản mẫu, 2 trang",
                        pack.resolve("index.html").toString());
        assertThat(pack.resolve("two-schools.pdf")).isNotEmptyFile();
        assertThat(ImageIO.read(pack.resolve("two-schools-02.png").toFile()).getWidth())
                .isGreaterThan(800);
        assertThat(Files.readString(pack.resolve("index.html")))
                .contains("lang=\"vi\"", "two-schools-01.png", "two-schools.pdf", "tự chọn", "Hai trường")
                .doesNotContain("<script", "http:", "https:");
    }

    @Test
    void comparesTwoPacksPageByPage() throws IOException {
        run("proof", "--form", "run-report");
        Path before = Files.move(folder.resolve("home/out/proof"), folder.resolve("before"));
        Path after = folder.resolve("home/out/proof");
        run("proof", "--form", "run-report");
        assertThat(run("compare", before.toString(), after.toString()).exit()).isZero();

        override("labels.yaml", "labels:\n  year: {text: \"Niên học\"}\n");
        run("proof", "--form", "run-report");
        Said said = run("--json", "compare", before.toString(), after.toString());

        assertThat(said.exit()).isEqualTo(ExitCode.FINDINGS.number());
        TemplatesCompareCommand.Result result = CanonicalJson.read(said.text(), TemplatesCompareCommand.Result.class);
        assertThat(result.pages()).isEqualTo(2);
        assertThat(result.differences()).singleElement().satisfies(page -> {
            assertThat(page.document()).isEqualTo("run-report/v1/two-schools.pdf");
            assertThat(page.page()).isEqualTo(1);
            assertThat(page.pixels()).isBetween(10L, 5000L);
        });
        assertThat(folder.resolve("home/out/compare/001-marked.png")).isNotEmptyFile();
        assertThat(Files.readString(Path.of(result.index()))).contains("Khác", "001-old.png", "001-new.png");
    }

    @Test
    void comparesFoldersOfEditions() throws IOException {
        Path changed = folder.resolve("v1");
        copy(EDITION, changed);
        assertThat(run("compare", EDITION.toString(), changed.toString()).exit())
                .isZero();

        Path labels = changed.resolve("labels.yaml");
        Files.writeString(labels, Files.readString(labels).replace("Năm học", "Niên học"));

        assertThat(run("compare", EDITION.toString(), changed.toString()).text())
                .contains("Khác nhau ở 1 trong 2 trang");
    }

    @Test
    void saysOfAPageThatWasAddedThatItDiffers() throws IOException {
        run("proof", "--form", "run-report");
        Path pdf = folder.resolve("home/out/proof/run-report/v1/two-schools.pdf");
        Path first = folder.resolve("first.pdf");
        try (org.apache.pdfbox.pdmodel.PDDocument document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            document.removePage(1);
            document.save(first.toFile());
        }
        Path out = Files.createDirectory(folder.resolve("out"));
        Path kept = Files.writeString(out.resolve("kept.pdf"), "of somebody else");

        Said said = run("compare", first.toString(), pdf.toString(), "--out", out.toString());

        assertThat(said.text()).contains("Khác nhau ở 1 trong 2 trang");
        assertThat(kept).exists();
        assertThat(run("compare", "nowhere.pdf", pdf.toString()).text()).contains("Không đọc được tệp nowhere.pdf");
        assertThat(run("compare", kept.toString(), pdf.toString()).exit()).isEqualTo(2);
    }

    @Test
    void asksForAFormThatThereIs() {
        assertThat(run("check", "--form", "diploma").text()).contains("Không có mẫu diploma", "transcript-primary");
        assertThat(run().text()).contains("Chưa chọn lệnh", "nienkhoa templates --help");
    }

    private Path override(String file, String text) throws IOException {
        Path path = folder.resolve("home/config/forms/run-report/v1").resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("samples"));
        for (String file :
                List.of("form.yaml", "labels.yaml", "lines.jrxml", "reasons.jrxml", "samples/two-schools.json")) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    private record Said(int exit, String text) {}

    private Said run(String... options) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> line =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString(), "templates"));
        line.addAll(List.of(options));
        int exit = new CommandLineInterface(stream, stream, false).run(line.toArray(String[]::new));
        return new Said(exit, said.toString(StandardCharsets.UTF_8).strip());
    }
}
