package nienkhoa.intake.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.SheetVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.intake.formats.CellRow.Kind;
import org.jspecify.annotations.Nullable;

/** "XML Spreadsheet 2003", which some programs save as {@code .xls}. */
final class XmlSpreadsheetFile {

    /** By this a file is known. */
    static final String NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

    private XmlSpreadsheetFile() {}

    static void read(Path file, SheetVisitor visitor) throws UnreadableWorkbook {
        TextEncoding encoding = Rows.guard(() -> TextEncoding.of(file));
        if (encoding.guessed()) {
            visitor.notice("I043_ENCODING_GUESSED");
        }
        try (BoundedReader text = Rows.guard(() -> new BoundedReader(encoding.open(file), CsvFile.MAX_RECORD_CHARS));
                XmlPart xml = Rows.guard(() -> new XmlPart(text))) {
            int sheet = 0;
            boolean dates1904 = false;
            while (Rows.guard(() -> nextTag(xml, text))) {
                dates1904 |= xml.isStart("Date1904");
                if (xml.isStart("Worksheet")) {
                    String name = xml.attributeAnywhere("Name");
                    Rows.show(new SheetRows(xml, text), visitor.sheet(sheet++, name, dates1904));
                    Rows.guard(() -> toEnd(xml, text));
                }
            }
        } catch (IOException e) {
            throw new UnreadableWorkbook("I001_UNREADABLE_WORKBOOK", "closing");
        }
    }

    private static boolean nextTag(XmlPart xml, BoundedReader text) throws XMLStreamException, UnreadableWorkbook {
        try {
            return xml.nextTag();
        } catch (XMLStreamException | RuntimeException e) {
            text.blame();
            throw e;
        }
    }

    private static boolean toEnd(XmlPart xml, BoundedReader text) throws XMLStreamException, UnreadableWorkbook {
        while (!xml.isEnd("Worksheet") && nextTag(xml, text)) {
            text.mark();
        }
        return true;
    }

    private static final class SheetRows implements Rows {

        private final XmlPart xml;
        private final BoundedReader text;
        private final CellRow.Builder row = new CellRow.Builder();

        SheetRows(XmlPart xml, BoundedReader text) {
            this.xml = xml;
            this.text = text;
        }

        @Override
        public Optional<RawRow> next() throws XMLStreamException, IOException, UnreadableWorkbook {
            while (!xml.isEnd("Worksheet") && nextTag(xml, text)) {
                if (xml.isStart("Row")) {
                    text.mark();
                    readRow();
                    if (!row.isEmpty()) {
                        return Optional.of(row.row());
                    }
                }
            }
            return Optional.empty();
        }

        private void readRow() throws XMLStreamException, IOException, UnreadableWorkbook {
            row.start(index(row.number() + 1, CellRow.MAX_ROWS));
            int column = 0;
            while (nextTag(xml, text) && !xml.isEnd("Row")) {
                if (xml.isStart("Cell")) {
                    column = index(column + 1, CellRow.MAX_COLUMNS) - 1;
                    String across = xml.attributeAnywhere("MergeAcross");
                    readCell(column);
                    column += 1 + (across.isEmpty() ? 0 : Math.min(CellRow.MAX_COLUMNS, Integer.parseInt(across)));
                }
            }
        }

        /** From 1; {@code next} unless the element says otherwise. */
        private int index(int next, int most) throws IOException {
            String index = xml.attributeAnywhere("Index");
            int at = index.isEmpty() ? next : Integer.parseInt(index);
            if (at < 1 || at > most) {
                throw new IOException("index " + at);
            }
            return at;
        }

        private void readCell(int column) throws XMLStreamException, UnreadableWorkbook {
            boolean formula = !xml.attributeAnywhere("Formula").isEmpty();
            String type = null;
            String value = "";
            while (nextTag(xml, text) && !xml.isEnd("Cell")) {
                if (xml.isStart("Data")) {
                    type = xml.attributeAnywhere("Type");
                    value = xml.text(CellRow.MAX_TEXT);
                } else if (xml.isStart()) {
                    xml.skip();
                }
            }
            if (type == null && formula) {
                row.put(column, "", Kind.FORMULA_WITHOUT_VALUE);
            } else if (!value.isEmpty()) {
                put(column, type, BoundedReader.composed(value));
            }
        }

        private void put(int column, @Nullable String type, String value) throws UnreadableWorkbook {
            switch (type == null ? "" : type) {
                case "Number" -> row.put(column, PlainNumber.of(value), Kind.NUMBER);
                case "Boolean" -> row.put(column, String.valueOf(value.equals("1")), Kind.TEXT);
                case "Error" -> row.put(column, value, Kind.ERROR);
                case "DateTime" -> row.put(column, value.replaceFirst("\\.0+$", ""), Kind.TEXT);
                default -> row.put(column, value, Kind.TEXT);
            }
        }
    }
}
