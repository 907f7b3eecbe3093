package nienkhoa.intake.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.SheetVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.intake.formats.CellRow.Kind;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * Web pages that some programs save as {@code .xls}. As in Excel all tables and headings make one sheet. A cell over
 * several columns or rows fills the first of them, the others are empty, as in a merged cell of a workbook.
 */
final class HtmlFile {

    /** A class takes 0.3 MB, a school of 2,000 with 60 columns 8 MB. Blanks between rows stay in memory. */
    static final long MAX_BYTES = 16L << 20;

    /** A row with all that is in it stays in memory, as 30 times as many bytes; 60 columns take some 30,000. */
    static final int MAX_ROW_CHARS = 1 << 20;

    /** Beyond this HTML itself takes a span for 1 (WHATWG HTML, 4.9.11). */
    private static final int MAX_COLSPAN = 1_000;

    private static final int MAX_ROWSPAN = 65_534;

    /** Elements that each open another level; real tables have a dozen. */
    static final int MAX_DEPTH = 200;

    /** Complete only when what they hold is complete; small. A cell waits for its row. */
    private static final Set<String> STRUCTURE = Set.of("td", "th", "html", "head", "body");

    private HtmlFile() {}

    static void read(Path file, SheetVisitor visitor) throws UnreadableWorkbook {
        TextEncoding encoding = Rows.guard(() -> TextEncoding.of(file));
        if (encoding.guessed()) {
            visitor.notice("I043_ENCODING_GUESSED");
        }
        try (BoundedReader text = Rows.guard(() -> open(file, encoding));
                StreamParser parser = new StreamParser(Parser.htmlParser())) {
            Iterator<Element> elements = Rows.guard(() -> parser.parse(text, "").iterator());
            Rows.show(new HtmlRows(elements, text), visitor.sheet(0, String.valueOf(file.getFileName()), false));
        } catch (IOException e) {
            throw new UnreadableWorkbook("I001_UNREADABLE_WORKBOOK", "closing");
        }
    }

    private static BoundedReader open(Path file, TextEncoding encoding) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new TooLarge(TooLarge.PLAIN, "html");
        }
        return new BoundedReader(encoding.open(file), MAX_ROW_CHARS);
    }

    private static final class HtmlRows implements Rows {

        private final Iterator<Element> elements;
        private final BoundedReader text;
        private final CellRow.Builder row = new CellRow.Builder();

        /** Rows still covered from above, by column. */
        private final Map<Integer, Integer> covered = new HashMap<>();

        private @Nullable Element table;
        private int number;
        private boolean shown = true;

        HtmlRows(Iterator<Element> elements, BoundedReader text) {
            this.elements = elements;
            this.text = text;
        }

        @Override
        public Optional<RawRow> next() throws UnreadableWorkbook, IOException {
            while (hasNext()) {
                Element element = elements.next();
                switch (element.normalName()) {
                    case "tr" -> tableRow(element);
                    case "h1", "h2", "h3", "h4", "h5", "h6", "p", "caption" -> heading(element);
                    default -> other(element);
                }
                if (!row.isEmpty() && !shown) {
                    shown = true;
                    return Optional.of(row.row());
                }
            }
            return Optional.empty();
        }

        private boolean hasNext() throws UnreadableWorkbook {
            try {
                return elements.hasNext();
            } catch (RuntimeException e) {
                text.blame();
                throw e;
            }
        }

        private void heading(Element element) throws UnreadableWorkbook, IOException {
            if (!isInCell(element)) {
                start();
                row.put(0, BoundedReader.composed(element.text()), Kind.TEXT);
                element.remove();
            }
        }

        /** What is read gives its memory back. */
        private void other(Element element) throws IOException {
            if (!isInCell(element) && !STRUCTURE.contains(element.normalName())) {
                element.remove();
                text.mark();
            }
        }

        private static boolean isInCell(Element element) throws IOException {
            int depth = 0;
            for (Element above = element.parent(); above != null; above = above.parent()) {
                if (isCell(above)) {
                    return true;
                }
                if (++depth > MAX_DEPTH) {
                    throw new IOException("nested too deeply");
                }
            }
            return false;
        }

        private static boolean isCell(Element element) {
            return element.normalName().equals("td") || element.normalName().equals("th");
        }

        private void start() throws UnreadableWorkbook {
            row.start(++number);
            shown = false;
            text.mark();
        }

        private void tableRow(Element tr) throws UnreadableWorkbook, IOException {
            Element ofTable = tr.closest("table");
            if (!Objects.equals(ofTable, table)) {
                covered.clear();
                table = ofTable;
            }
            start();
            int column = 0;
            for (Element cell : tr.children()) {
                if (isCell(cell)) {
                    column = place(cell, free(column));
                }
            }
            covered.replaceAll((at, rows) -> rows - 1);
            covered.values().removeIf(rows -> rows <= 0);
            tr.remove();
        }

        private int free(int column) {
            int free = column;
            while (covered.getOrDefault(free, 0) > 0) {
                free++;
            }
            return free;
        }

        private int place(Element cell, int column) throws UnreadableWorkbook, IOException {
            int columns = span(cell.attr("colspan"), MAX_COLSPAN);
            int rows = span(cell.attr("rowspan"), MAX_ROWSPAN);
            if (column + columns > CellRow.MAX_COLUMNS) {
                throw new TooLarge(TooLarge.PLAIN, "columns");
            }
            row.put(column, BoundedReader.composed(cell.text()), Kind.TEXT);
            for (int i = 0; i < columns && rows > 1; i++) {
                covered.merge(column + i, rows, Math::max);
            }
            return column + columns;
        }

        private static int span(String attribute, int most) {
            String digits = attribute.strip();
            return digits.matches("[1-9]\\d{0,4}") ? Math.min(most, Integer.parseInt(digits)) : 1;
        }
    }
}
