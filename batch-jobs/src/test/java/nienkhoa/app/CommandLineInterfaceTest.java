package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nienkhoa.data.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineInterfaceTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # command line                                            | sentence
            year-end                                                  | Thiếu BẢN_XUẤT
            year-end x                                                | Thiếu --school-year
            year-end x --school-year 2023                             | Giá trị của --school-year không hợp lệ: 2023
            year-end x --school-year 2023-2025                        | không hợp lệ: 2023-2025
            year-end x --school-year 2023-2024 --form ../x            | Giá trị của --form không hợp lệ
            year-end x --school-year 2023-2024 --school-year 2022-2023 | chỉ được ghi một lần
            year-end x --school-year 2023-2024 --clas 5A              | Không hiểu: --clas
            year-end nowhere --school-year 2023-2024                  | Không có thư mục nowhere
            yearend                                                   | Ý bạn có phải là year-end
            sample-district x --school-year 2023-2024 --schools 0     | Không tạo được dữ liệu mẫu
            verify --threads 0                                        | Giá trị của --threads không hợp lệ: 0
            verify --threads many                                     | Giá trị của --threads không hợp lệ: many
            resolve --same 1                                          | Hãy ghi lý do sau --reason
            resolve --same 1 --different 2 --reason x                 | Chỉ dùng một trong hai
            resolve --same one --reason x                             | Giá trị của --same không hợp lệ: one
            verify --home nowhere                                     | Chưa có kho lưu trữ
            --lang fr verify                                          | Giá trị của --lang không hợp lệ: fr
            year-end --lang en                                        | Missing: EXPORT
            """)
    void saysInOneSentenceWhatIsWrong(String line, String sentence) {
        int exit = run(line.split(" "));

        assertThat(exit).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence);
        assertThat(out.size()).isZero();
    }

    @Test
    void asksForACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Chưa chọn lệnh");
    }

    @Test
    void helpsInBothLanguages() {
        assertThat(run("--help")).isZero();
        assertThat(run("year-end", "--help", "--lang", "en")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Cách dùng: nienkhoa", "Mã kết thúc")
                .contains("Usage: nienkhoa year-end", "School year, written as 2023-2024.");
    }

    @Test
    void printsOneJsonObjectThoughTheCommandFails() {
        int exit = run("--json", "verify", "--home", folder.toString());

        assertThat(exit).isEqualTo(2);
        Said said = CanonicalJson.read(out.toString(StandardCharsets.UTF_8), Said.class);
        assertThat(said.error()).isEqualTo("S043_NO_ARCHIVE");
        assertThat(said.message()).contains(folder.toString());
    }

    @Test
    void refusesAHomeThatIsNoFolder() throws IOException {
        Path home = Files.writeString(folder.resolve("home"), "");
        Path export = Files.createDirectory(folder.resolve("export"));

        assertThat(run("year-end", export.toString(), "--school-year", "2023-2024", "--home", home.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("không có tệp nào");

        Files.writeString(export.resolve("a.xlsx"), "");
        assertThat(run("year-end", export.toString(), "--school-year", "2023-2024", "--home", home.toString()))
                .isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Không ghi được vào thư mục dữ liệu");
    }

    /** What {@code --json} prints when a command does not do its work. */
    record Said(String error, String message) {}

    @Test
    void makesASampleDistrict() {
        Path export = folder.resolve("export");

        int exit = run(
                "--json",
                "sample-district",
                export.toString(),
                "--school-year",
                "2023-2024",
                "--schools",
                "1",
                "--students",
                "5");

        assertThat(exit).isZero();
        assertThat(CanonicalJson.read(out.toString(StandardCharsets.UTF_8), SampleDistrictCommand.Result.class))
                .satisfies(made -> assertThat(made.students()).isEqualTo(5));
        assertThat(export).isDirectoryRecursivelyContaining("glob:**.xlsx");
    }

    private int run(String... args) {
        return new CommandLineInterface(stream(out), stream(err), false).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
