package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.testing.TestDatabase;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of other formats on their whole way into the register. */
class FormatsIntakeTest {

    private static final SchoolYear YEAR = new SchoolYear(2023);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Object[][] CLASS_LIST = TestExport.standard().rows(TestExport.CLASS_LIST, "5A");

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    @BeforeEach
    void exportWithoutItsClassList() throws IOException {
        DATABASE.emptyRegister();
        TestExport.standard().write(folder);
        Files.delete(folder.resolve(TestExport.CLASS_LIST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-2024/5A.csv", "2023-2024/5A.xls", "2023-2024/5A", "2023-2024/5A.xlsx"})
    void takesClassListAsTextAsWebPageAndAsOldWorkbookWhateverItsName(String name) throws IOException {
        List<byte[]> contents = List.of(
                text("", ";", "\n").getBytes(StandardCharsets.UTF_8),
                ("<table>" + text("<tr><td>", "<td>", "</tr>") + "</table>").getBytes(StandardCharsets.UTF_8),
                xls());
        for (byte[] content : contents) {
            Files.write(folder.resolve(name), content);

            IntakeResult result = read();

            assertThat(result.findings()).isEmpty();
            assertThat(result.counts().students()).isEqualTo(3);
        }
    }

    @Test
    void warnsOfMacrosAndNamesFormulasWithoutResultByTheirCell() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("5A.xlsm"))) {
            fill(book.createSheet("5A"));
            book.getSheetAt(0).getRow(5).getCell(3).setCellFormula("DATE(2013,5,12)");
            book.getSheetAt(0).getRow(5).getCell(3).getCTCell().unsetV();
            book.setVBAProject(new ByteArrayInputStream(new byte[] {1}));
            book.write(out);
        }

        IntakeResult result = read();

        assertThat(result.findings())
                .filteredOn(finding -> finding.code().matches("I04\\d.*"))
                .extracting(Finding::code, finding -> finding.place().cell(), Finding::args)
                .containsExactly(
                        tuple("I046_MACROS_IGNORED", "", List.of()),
                        tuple("I041_FORMULA_WITHOUT_VALUE", "D6", List.of("Ngày sinh")));
        assertThat(result.counts().students()).isEqualTo(2);
    }

    private static String text(String before, String between, String after) {
        return Arrays.stream(CLASS_LIST)
                .map(row -> Arrays.stream(row).map(String::valueOf).collect(Collectors.joining(between, before, after)))
                .collect(Collectors.joining());
    }

    private static byte[] xls() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            fill(book.createSheet("5A"));
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Sheet sheet) {
        for (int i = 0; i < CLASS_LIST.length; i++) {
            Row row = sheet.createRow(i);
            for (int column = 0; column < CLASS_LIST[i].length; column++) {
                row.createCell(column).setCellValue(String.valueOf(CLASS_LIST[i][column]));
            }
        }
    }

    private IntakeResult read() {
        Intake intake = new Intake(
                home,
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC),
                1);
        return intake.read(intake.take(folder), YEAR, ProgressListener.NONE);
    }
}
