package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What a school does with the workbook of rejected rows: it changes cells and saves it elsewhere. */
final class CorpusCorrections {

    private CorpusCorrections() {}

    /** @param change with {@code old => new} for all cells that hold the old text */
    static void write(Path rejected, Path to, Map<String, String> change) throws IOException {
        String[] values = change.get("value").split(" => ", 2);
        edit(
                rejected,
                to,
                row -> row.forEach(cell -> {
                    if (cell.toString().equals(values[0])) {
                        put(cell, values[1]);
                    }
                }));
    }

    /** @param change whose {@code cell} is text of the row, and whose value goes into the row's last cell */
    static void set(Path corrected, Map<String, String> change) throws IOException {
        edit(corrected, corrected, row -> {
            Cell origin = row.getCell(Math.max(0, row.getLastCellNum() - 1));
            if (origin != null && Origin.parse(origin.toString()).isPresent() && holds(row, change.get("cell"))) {
                put(origin, origin(origin.toString(), change.get("value")));
            }
        });
    }

    /** The text that is asked for, or where a row of another export would have come from. */
    private static String origin(String text, String asked) {
        Origin here = Origin.parse(text).orElseThrow();
        return asked.equals("other-export")
                ? new Origin(
                                "0".repeat(Origin.EXPORT_DIGITS),
                                here.school(),
                                here.file(),
                                here.sheet(),
                                here.row(),
                                here.round(),
                                here.titles(),
                                here.rowDigest())
                        .text()
                : asked;
    }

    private static boolean holds(Row row, String text) {
        for (Cell cell : row) {
            if (cell.toString().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static void put(Cell cell, String text) {
        cell.setBlank();
        cell.setCellValue(text);
    }

    private static void edit(Path from, Path to, Consumer<Row> edit) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                sheet.forEach(edit);
            }
            try (OutputStream out = Files.newOutputStream(to)) {
                workbook.write(out);
            }
        }
    }
}
