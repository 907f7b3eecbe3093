package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {

    @TempDir
    private Path folder;

    private Path export;
    private Path saved;

    @BeforeEach
    void writeExport() throws IOException {
        export = Files.createDirectories(folder.resolve("export"));
        saved = folder.resolve("home/config/layouts/class-list.yaml");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(export.resolve("lop.xlsx"))) {
            Sheet sheet = book.createSheet("5A");
            fill(sheet.createRow(0), List.of("Năm học 2023-2024"));
            fill(
                    sheet.createRow(1),
                    List.of("STT", "Mã định danh Bộ GD&ĐT", "Họ tên", "Ngày sinh", "Giới tính", "Tình hình", "Cột lạ"));
            fill(
                    sheet.createRow(2),
                    List.of("1", "3100000001", "Nguyễn Văn An", "12/05/2013", "Nam", "Đang học", "có"));
            book.write(out);
        }
    }

    private static void fill(Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
    }

    @Test
    void printsSuggestionsAndSavesNothingUnasked() {
        Said said = run();

        assertThat(said.exit()).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(said.text())
                .contains("“Tình hình” (lop.xlsx [5A] F2) → “Trạng thái”")
                .contains("? “Cột lạ” (lop.xlsx [5A] G2)");
        assertThat(saved).doesNotExist();
    }

    @Test
    void savesSuggestionsSoThatTheColumnIsKnownFromThenOn() throws IOException {
        assertThat(run("--save").exit()).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(Files.readString(saved)).contains("Tình hình").doesNotContain("Cột lạ");
        assertThat(run().text()).doesNotContain("Tình hình").contains("Cột lạ");

        assertThat(run("--save", "--ignore-rest").exit()).isEqualTo(ExitCode.DONE.number());
        assertThat(run().exit()).isEqualTo(ExitCode.DONE.number());
        assertThat(Files.readString(saved)).contains("Tình hình", "Cột lạ");
    }

    @Test
    void namesFileAndLineOfABadMapping() throws IOException {
        Files.createDirectories(saved.getParent());
        Files.writeString(saved, "sheets:\n  - kind: CLASS_LIST\n    headrs: {}\n");

        Said said = run();

        assertThat(said.exit()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(said.text()).contains("class-list.yaml:3", "headrs");
    }

    private record Said(int exit, String text) {}

    private Said run(String... options) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] line = new String[options.length + 4];
        line[0] = "map";
        line[1] = export.toString();
        line[2] = "--home";
        line[3] = folder.resolve("home").toString();
        System.arraycopy(options, 0, line, 4, options.length);
        int exit = new CommandLineInterface(stream, stream, false).run(line);
        return new Said(exit, said.toString(StandardCharsets.UTF_8));
    }
}
