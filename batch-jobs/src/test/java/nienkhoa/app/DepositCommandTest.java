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
import nienkhoa.testing.TestPrograms;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepositCommandTest {

    @TempDir
    private Path folder;

    @Test
    void takesAFolderAndSaysWhatIsMissing() throws IOException {
        TestPrograms.lendTo(folder.resolve("home/db"));
        Path minutes = Files.createDirectories(folder.resolve("in/minutes"));
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(minutes.resolve("2023-09-15.pdf").toFile());
        }
        Files.createDirectories(folder.resolve("home/config"));
        roster("- school: '31313401'\n  weeks: 35\n  owed: {minutes: [], lesson-plan: [GV012]}\n");

        Said taken = run(folder.resolve("in").toString());

        assertThat(taken.exit()).as(taken.text()).isZero();
        assertThat(taken.text())
                .contains("1 tệp: 1 tệp nằm trong kho lưu trữ; 1 hồ sơ có phiên bản mới")
                .contains("Còn thiếu: Kế hoạch bài dạy theo tuần, GV012, tuần 1-35.");
        assertThat(run("--until-week", "2").exit()).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(run("--json").text()).contains("\"holder\":\"GV012\"", "\"roster\":true");

        roster("- school: '31313401'\n  weeks: 35\n  owed: {lesson-plans: [GV012]}\n");
        assertThat(run().text()).contains("lesson-plans").contains("lesson-plan, minutes");
        roster("- school: '31313401'\n  week: 35\n");
        assertThat(run().exit()).isEqualTo(ExitCode.WRONG_USE.number());
        assertThat(run().text()).contains("deposits.yaml:", "weeks (1-53)");
    }

    private void roster(String yaml) throws IOException {
        Files.writeString(folder.resolve("home/config/deposits.yaml"), yaml);
    }

    private record Said(int exit, String text) {}

    private Said run(String... options) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>(List.of("deposit", "--school", "31313401", "--school-year", "2023-2024"));
        line.addAll(List.of("--home", folder.resolve("home").toString()));
        line.addAll(List.of(options));
        int exit = new CommandLineInterface(stream, stream, false).run(line.toArray(String[]::new));
        return new Said(exit, said.toString(StandardCharsets.UTF_8));
    }
}
