package nienkhoa.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;

/**
 * The tables of a document as a workbook: a sheet a table, on the paper of the PDF. It holds values only, never a formula,
 * and equal data give equal bytes.
 */
final class TableWorkbook {

    private static final String FACE = "Times New Roman";

    /** The longest name that a sheet may have. */
    private static final int NAME_LENGTH = 31;

    private final Node document;
    private final Function<PartData, Paper> papers;
    private final Set<String> names = new HashSet<>();

    private TableWorkbook(Node document, Function<PartData, Paper> papers) {
        this.document = document;
        this.papers = papers;
    }

    /** The size of a page in points. */
    record Paper(int width, int height) {

        private static final int LONG_SIDE_OF_A4 = 842;

        boolean isLandscape() {
            return width > height;
        }

        boolean isA3() {
            return Math.max(width, height) > LONG_SIDE_OF_A4;
        }
    }

    /** @param papers the paper that a part is printed on */
    static byte[] write(List<PartData> parts, Node document, Function<PartData, Paper> papers) {
        TableWorkbook book = new TableWorkbook(document, papers);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "NienKhoa", "1.0")) {
            // Packed again below.
            workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
            workbook.setGlobalDefaultFont(FACE, 11);
            parts.forEach(part -> book.sheets(workbook, part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SteadyZip.repack(out.toByteArray(), LocalDate.parse(document.text("document.issued")));
    }

    /**
     * A text that no program takes for a formula, even after the sheet went through a file of comma separated values: a
     * space goes before a sign that could begin one.
     */
    static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? " " + text : text;
    }

    private void sheets(Workbook workbook, PartData part) {
        String sheet = part.part().sheet();
        String name = sheet == null ? document.text("className") : part.labels().text(sheet, part.at());
        for (ColumnTable table : part.tables()) {
            TableSheet.write(workbook.newWorksheet(free(name)), part, table, papers.apply(part));
        }
        if (part.tables().isEmpty() && sheet != null) {
            LineSheet.write(workbook.newWorksheet(free(name)), part, papers.apply(part));
        }
    }

    /** A name that no other sheet has; programs do not tell capitals apart. */
    private String free(String wanted) {
        String plain = wanted.isBlank() ? "1" : wanted.replaceAll("[\\\\/*?:\\[\\]]", "-");
        String name = cut(plain, "");
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = cut(plain, " (" + i + ")");
        }
        return name;
    }

    private static String cut(String name, String end) {
        return name.substring(0, Math.min(name.length(), NAME_LENGTH - end.length()))
                        .strip()
                + end;
    }
}
