package nienkhoa.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import nienkhoa.forms.FormItem;
import nienkhoa.forms.SteadyZip;
import nienkhoa.intake.HarmlessText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A line for each thing that a person has to compare with a real sample, with room for the answer. */
final class OpenItemsWorkbook {

    private static final List<String> COLUMNS =
            List.of("FORM", "EDITION", "KIND", "NAME", "TEXT", "MARK", "SOURCE", "RIGHT", "INSTEAD", "BY");
    private static final double[] WIDTHS = {20, 12, 14, 30, 70, 12, 30, 12, 40, 20};

    /** The list depends on the forms alone, so its file does too. */
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private OpenItemsWorkbook() {}

    static byte[] write(List<FormItem> items, Console console) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Nien Khoa", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(console.text("CHECK_SHEET"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, console.text("CHECK_" + COLUMNS.get(column)));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(0, 0, 0, COLUMNS.size() - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
            sheet.freezePane(0, 1);
            for (int row = 1; row <= items.size(); row++) {
                line(sheet, row, items.get(row - 1), console);
            }
            if (!items.isEmpty()) {
                sheet.range(1, 0, items.size(), COLUMNS.size() - 1)
                        .style()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
                sheet.setAutoFilter(0, 0, items.size(), COLUMNS.size() - 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SteadyZip.repack(out.toByteArray(), ANY_DAY);
    }

    private static void line(Worksheet sheet, int row, FormItem item, Console console) {
        List<String> cells = List.of(
                item.form(),
                item.edition(),
                console.text("CHECK_KIND_" + item.kind()),
                item.name(),
                item.text(),
                console.text("CHECK_MARK_" + item.standing()) + (item.mark().startsWith("R-") ? " " + item.mark() : ""),
                item.source());
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, HarmlessText.of(cells.get(column)));
        }
    }
}
