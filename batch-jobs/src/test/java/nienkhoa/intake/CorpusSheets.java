package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What a line of {@code change.csv} does to a workbook; cells and rows are named as Excel names them. */
final class CorpusSheets {

    private CorpusSheets() {}

    static void change(XSSFWorkbook workbook, Map<String, String> change) {
        String sheet = change.get("sheet");
        String cell = change.get("cell");
        String value = change.get("value");
        switch (change.get("change")) {
            case "text" -> cell(workbook, sheet, cell).setCellValue(value);
            case "number" -> cell(workbook, sheet, cell).setCellValue(Double.parseDouble(value));
            case "boolean" -> cell(workbook, sheet, cell).setCellValue(Boolean.parseBoolean(value));
            case "error" -> cell(workbook, sheet, cell).setCellErrorValue(FormulaError.forString(value));
            case "formula" -> formula(cell(workbook, sheet, cell), value.split(" => ", 2));
            case "empty" -> empty(cell(workbook, sheet, cell));
            case "row" -> row(sheet(workbook, sheet), cell, value.split("\\|", -1));
            case "copy-row" -> copyRow(sheet(workbook, sheet), cell, value);
            case "remove-row" ->
                sheet(workbook, sheet)
                        .removeRow(Objects.requireNonNull(sheet(workbook, sheet).getRow(at(cell))));
            case "insert-rows" -> insertRows(sheet(workbook, sheet), cell, Integer.parseInt(value));
            case "columns" -> columns(sheet(workbook, sheet), cell, value.split(" ", -1));
            case "tcvn3" -> tcvn3(sheet(workbook, sheet));
            case "add-sheet" -> workbook.createSheet(sheet);
            case "copy-sheet" -> workbook.cloneSheet(workbook.getSheetIndex(sheet), value);
            case "rename-sheet" -> workbook.setSheetName(workbook.getSheetIndex(sheet), value);
            case "remove-sheet" -> workbook.removeSheetAt(workbook.getSheetIndex(sheet));
            case "hide-sheet" -> workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
            case "protect-sheet" -> sheet(workbook, sheet).protectSheet(value);
            case "hide-row" ->
                Objects.requireNonNull(sheet(workbook, sheet).getRow(at(cell))).setZeroHeight(true);
            case "hide-column" -> sheet(workbook, sheet).setColumnHidden(new CellReference(cell + "1").getCol(), true);
            default -> throw new IllegalArgumentException("no such change: " + change);
        }
    }

    private static XSSFSheet sheet(XSSFWorkbook workbook, String name) {
        return Objects.requireNonNull(workbook.getSheet(name), name);
    }

    /** Row from 0. */
    private static int at(String row) {
        return Integer.parseInt(row) - 1;
    }

    private static XSSFCell cell(XSSFWorkbook workbook, String sheet, String address) {
        CellReference at = new CellReference(address);
        XSSFRow row = sheet(workbook, sheet).getRow(at.getRow());
        if (row == null) {
            row = sheet(workbook, sheet).createRow(at.getRow());
        }
        return row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private static void empty(XSSFCell cell) {
        cell.getRow().removeCell(cell);
    }

    /** @param parts the formula and the result that is saved with it; the formula alone if none is */
    private static void formula(XSSFCell cell, String[] parts) {
        cell.setCellFormula(parts[0]);
        if (parts.length > 1) {
            cell.setCellValue(parts[1]);
        } else if (cell.getCTCell().isSetV()) {
            cell.getCTCell().unsetV();
        }
    }

    /** The cells of all rows from a row on, in another order of columns: {@code A B D C}; those left out are gone. */
    private static void columns(XSSFSheet sheet, String from, String[] order) {
        for (int number = at(from); number <= sheet.getLastRowNum(); number++) {
            XSSFRow row = sheet.getRow(number);
            if (row != null) {
                List<String> texts = new ArrayList<>();
                for (String column : order) {
                    XSSFCell cell = row.getCell(new CellReference(column + "1").getCol());
                    texts.add(cell == null ? "" : new DataFormatter().formatCellValue(cell));
                }
                row(sheet, String.valueOf(number + 1), texts.toArray(String[]::new));
            }
        }
    }

    /** All texts as the fonts of TCVN 3 have them. */
    private static void tcvn3(XSSFSheet sheet) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    cell.setCellValue(LegacyTextTest.inTcvn3(cell.getStringCellValue()));
                }
            }
        }
    }

    private static void row(XSSFSheet sheet, String number, String[] values) {
        Row row = sheet.createRow(at(number));
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                row.createCell(i).setCellValue(values[i]);
            }
        }
    }

    private static void copyRow(XSSFSheet sheet, String from, String to) {
        sheet.copyRows(at(from), at(from), at(to), new CellCopyPolicy());
    }

    private static void insertRows(XSSFSheet sheet, String above, int rows) {
        sheet.shiftRows(at(above), sheet.getLastRowNum(), rows);
    }
}
