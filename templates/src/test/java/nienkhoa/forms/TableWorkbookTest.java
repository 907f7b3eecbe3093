package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import nienkhoa.forms.FormRenderer.Outcome;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook that fastexcel wrote, read back by POI. */
class TableWorkbookTest {

    private static final int FIRST_ROW = 8;
    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);
    private static final Sample YEAR_END = Sample.of("class-summary", "tt27-2020", "form-9-class-5A-end-2-one-student");

    @Test
    void holdsTheTableOfThePdf() throws IOException {
        try (XSSFWorkbook workbook = workbook(YEAR_END.text())) {
            Sheet sheet = workbook.getSheet("5A");

            assertThat(sheet.getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("(Cuối năm học)   Lớp: 5A   Năm học: 2025 - 2026");
            assertThat(sheet.getRow(5).getCell(5).getStringCellValue()).isEqualTo("Môn học và hoạt động giáo dục");
            assertThat(sheet.getMergedRegions())
                    .anyMatch(region -> region.formatAsString().equals("F6:Y6"));
            assertThat(sheet.getRow(FIRST_ROW).getCell(2).getStringCellValue())
                    .isEqualTo(Node.parse(YEAR_END.text()).text("students.0.name"));
            assertThat(sheet.getRow(FIRST_ROW).getCell(6).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(sheet.getRow(FIRST_ROW + 1).getCell(0).getStringCellValue())
                    .isEqualTo("Tổng số học sinh: 1");
        }
    }

    @Test
    void printsLandscapeOnOnePaperWidthWithHeadingsOnEveryPage() throws IOException {
        try (XSSFWorkbook workbook = workbook(YEAR_END.text())) {
            Sheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("6:8");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) FIRST_ROW);
        }
    }

    @Test
    void writesMidTermOnA4() throws IOException {
        try (XSSFWorkbook workbook = workbook(
                Sample.of("class-summary", "tt27-2020", "form-1-class-1A-mid-1").text())) {
            assertThat(workbook.getSheetAt(0).getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-5", "@SUM(A1)"})
    void neverWritesAFormula(String note) throws IOException {
        String json = YEAR_END.text().replaceFirst("\"note\":\"\"", "\"note\":\"" + note + "\"");

        try (XSSFWorkbook workbook = workbook(json)) {
            Row row = workbook.getSheetAt(0).getRow(FIRST_ROW);
            assertThat(row.getCell(row.getLastCellNum() - 1).getStringCellValue())
                    .isEqualTo(" " + note);
            for (Row any : workbook.getSheetAt(0)) {
                for (Cell cell : any) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                }
            }
        }
    }

    private static XSSFWorkbook workbook(String json) throws IOException {
        Node document = Node.parse(json);
        Outcome outcome =
                RENDERER.render(YEAR_END.edition(CATALOGUE), document.text("document.variant"), json, PhotoSource.NONE);
        return new XSSFWorkbook(
                new ByteArrayInputStream(((Outcome.Rendered) outcome).xlsx().orElseThrow()));
    }
}
