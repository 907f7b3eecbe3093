package nienkhoa.forms;

import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;

/**
 * What stands above and below a table in its sheet: what the part's caption says or, without one, school, title and time
 * above, teacher and principal below.
 */
final class SheetWords {

    private static final int ROWS_OF_CAPTION = 3;
    private static final int ROWS_OF_TITLES = 5;
    private static final int ROWS_TO_SIGN_IN = 5;

    private final Worksheet sheet;
    private final PartData part;
    private final Labels labels;
    private final Map<String, String> caption;
    private final int last;
    private final int steady;

    /** The last column of the left half of the paper. */
    private final int half;

    /** @param steady columns up to the name */
    SheetWords(Worksheet sheet, PartData part, ColumnTable table, int steady) {
        this.sheet = sheet;
        this.part = part;
        this.labels = part.labels();
        this.caption = part.caption();
        this.last = table.columns().size() - 1;
        this.half = half(table);
        this.steady = steady;
    }

    /** Rows that are taken above the headings. */
    int above() {
        return caption.isEmpty() ? ROWS_OF_TITLES : ROWS_OF_CAPTION;
    }

    void writeAbove() {
        if (caption.isEmpty()) {
            titles();
            return;
        }
        line(0, 0, last, said("title"));
        line(1, 0, half, said("left"), "left");
        line(1, half + 1, last, said("right"), "right");
    }

    /** @param row the first one that is free */
    void writeBelow(int row) {
        if (caption.isEmpty()) {
            signatures(row);
            return;
        }
        int next = row;
        if (!said("who").isEmpty()) {
            int middle = half + 1;
            line(next, middle, last, said("who").replace('\n', ' '));
            line(next + 1, middle, last, labels.text("sign.hint"));
            next += 1 + ROWS_TO_SIGN_IN;
            line(next++, middle, last, said("name"));
        }
        for (String text : part.lines()) {
            line(next++, 0, last, text);
        }
    }

    private static int half(ColumnTable table) {
        double left = 0;
        int column = 0;
        while (column < table.columns().size() - 2 && left < table.widthMm() / 2) {
            left += table.columns().get(column++).widthMm();
        }
        return Math.max(0, column - 1);
    }

    private String said(String member) {
        return caption.getOrDefault(member, "");
    }

    private void titles() {
        Node document = part.document();
        line(0, 0, steady + 1, document.has("superior") ? document.text("superior") : document.text("department"));
        line(
                1,
                0,
                steady + 1,
                labels.text("school.word") + labels.without("school.word", document.text("school")));
        line(2, 0, last, labels.text("heading"));
        line(
                3,
                0,
                last,
                "%s   %s   %s %s"
                        .formatted(
                                labels.text("time." + document.text("time")),
                                labels.text("class"),
                                labels.text("schoolYear"),
                                document.schoolYear("schoolYear")));
    }

    private void signatures(int row) {
        Node document = part.document();
        int middle = (last + 1) / 2;
        line(row, middle, last, labels.dateLine(document.text("place"), document, "date"));
        line(
                row + 1,
                0,
                middle - 1,
                labels.signatory(document.text("principalTitle")).replace('\n', ' '));
        line(row + 1, middle, last, labels.text("sign.teacher"));
        line(row + 2, 0, middle - 1, labels.text("sign.principal.hint"));
        line(row + 2, middle, last, labels.text("sign.teacher.hint"));
        line(row + 7, 0, middle - 1, document.text("principal"));
        line(row + 7, middle, last, document.text("homeroomTeacher"));
    }

    private void line(int row, int from, int to, String text) {
        line(row, from, to, text, "center");
    }

    private void line(int row, int from, int to, String text, String align) {
        sheet.value(row, from, TableWorkbook.safe(text));
        Range range = sheet.range(row, from, row, to);
        if (to > from) {
            range.merge();
        }
        range.style().bold().horizontalAlignment(align).set();
    }
}
