package nienkhoa.forms;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of a part without a table: its words, a line a row. */
final class LineSheet {

    private static final int WIDTH = 95;

    private LineSheet() {}

    static void write(Worksheet sheet, PartData part, TableWorkbook.Paper paper) {
        paper(sheet, paper);
        sheet.width(0, WIDTH);
        int row = 0;
        for (String line : part.lines()) {
            sheet.value(row, 0, TableWorkbook.safe(line));
            sheet.style(row++, 0).wrapText(true).verticalAlignment("top").set();
        }
    }

    /** Prints the sheet on the paper of the PDF, as wide as that. */
    static void paper(Worksheet sheet, TableWorkbook.Paper paper) {
        sheet.pageOrientation(paper.isLandscape() ? "landscape" : "portrait");
        sheet.paperSize(paper.isA3() ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }
}
