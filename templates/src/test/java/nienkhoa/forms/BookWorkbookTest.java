package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.forms.FormRenderer.Outcome;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The workbook of a class record book, read back by POI. */
class BookWorkbookTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);
    private static final Sample SAMPLE = Sample.of("class-record-book", "tt22-2021", "upper-secondary-10A1-electives");

    private static XSSFWorkbook workbook;

    @BeforeAll
    static void render() throws IOException {
        String json = SAMPLE.text().replaceFirst("\"changes\":\"\"", "\"changes\":\"=1+1\"");
        Outcome outcome = RENDERER.render(SAMPLE.edition(CATALOGUE), SAMPLE.variant(), json, PhotoSource.NONE);
        workbook = new XSSFWorkbook(
                new ByteArrayInputStream(((Outcome.Rendered) outcome).xlsx().orElseThrow()));
    }

    @AfterAll
    static void close() throws IOException {
        workbook.close();
    }

    @Test
    void hasOneSheetForEachPageKindMonthAndSubjectInTheOrderOfPrint() {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));

        assertThat(names)
                .startsWith(
                        "Bìa",
                        "Hướng dẫn",
                        "Giáo viên",
                        "Sơ yếu lí lịch",
                        "Sơ yếu lí lịch (2)",
                        "Tháng 9-2025",
                        "HK1 Giáo dục thể chất",
                        "HK1 Âm nhạc",
                        "HK1 Hoạt động trải nghiệm, hướn",
                        "HK1 Nội dung giáo dục của địa p",
                        "HK1 Ngữ văn")
                .endsWith("Tổng hợp HK2", "Tổng hợp cả năm", "Xếp loại cả năm", "Nhận xét của Hiệu trưởng")
                .hasSize(6 + 2 * 14 + 3);
    }

    @Test
    void holdsMarksAsNumbersUnderMergedHeadings() {
        Sheet sheet = workbook.getSheet("HK1 Toán");
        Node first = Node.parse(SAMPLE.text()).at("students.0");

        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Môn: Toán");
        assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("ĐĐGtx");
        assertThat(sheet.getMergedRegions())
                .anyMatch(region -> region.formatAsString().equals("C4:G4"));
        assertThat(sheet.getRow(4).getCell(1).getStringCellValue()).isEqualTo(first.text("name"));
        Cell average = sheet.getRow(4).getCell(9);
        assertThat(average.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(new DataFormatter(java.util.Locale.ROOT).formatCellValue(average))
                .isEqualTo(first.text("terms.SEMESTER_1.subjects.TOAN.result").replace(',', '.'));
    }

    @Test
    void printsAsThePaperWithHeadingsOnEveryPageAndInSight() {
        Sheet sheet = workbook.getSheet("Tổng hợp cả năm");

        assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:5");
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 5);
        assertThat(sheet.getPaneInformation().getVerticalSplitLeftColumn()).isEqualTo((short) 2);
    }

    @Test
    void neverHoldsAFormula() {
        List<String> texts = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    texts.add(new DataFormatter(java.util.Locale.ROOT).formatCellValue(cell));
                }
            }
        }
        assertThat(texts).contains(" =1+1");
    }
}
