package nienkhoa.intake.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.intake.formats.CellRow.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one worksheet (ECMA-376-1, 18.3). Of a formula only the result saved with it is read; its text is passed over
 * unread, so nothing in it can be worked out, fetched or started.
 */
final class XlsxRows implements Rows, Closeable {

    private final XlsxContainer.Part part;
    private final XmlPart xml;
    private final SharedTexts shared;
    private final CellRow.Builder row = new CellRow.Builder();
    private boolean ended;

    XlsxRows(XlsxContainer.Part part, SharedTexts shared) throws XMLStreamException {
        this.part = part;
        this.xml = new XmlPart(part);
        this.shared = shared;
    }

    @Override
    public Optional<RawRow> next() throws XMLStreamException, IOException, UnreadableWorkbook {
        while (!ended && xml.nextTag()) {
            if (xml.isStart("row")) {
                part.mark();
                readRow();
                if (!row.isEmpty()) {
                    return Optional.of(row.row());
                }
            } else if (xml.isEnd("sheetData")) {
                ended = true;
                proveWhole();
            }
        }
        return Optional.empty();
    }

    /** Reads to the end, where the checksum is compared. */
    private void proveWhole() throws IOException {
        byte[] buffer = new byte[1 << 13];
        do {
            part.mark();
        } while (part.read(buffer, 0, buffer.length) >= 0);
    }

    private void readRow() throws XMLStreamException, IOException, UnreadableWorkbook {
        String number = xml.attribute("r");
        row.start(number == null ? row.number() + 1 : Integer.parseInt(number));
        if (row.number() > CellRow.MAX_ROWS) {
            throw new IOException("row " + number);
        }
        int column = 0;
        while (xml.nextTag() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                String address = xml.attribute("r");
                column = address == null ? column : column(address);
                if (column < 0 || column >= CellRow.MAX_COLUMNS) {
                    throw new IOException("column");
                }
                readCell(column++);
            }
        }
    }

    /** From 0; out of range if there are no letters or too many. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && column <= CellRow.MAX_COLUMNS; i++) {
            char letter = address.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                column = column * 26 + letter - 'A' + 1;
            } else if (letter >= 'a' && letter <= 'z') {
                column = column * 26 + letter - 'a' + 1;
            } else {
                break;
            }
        }
        return column - 1;
    }

    private void readCell(int column) throws XMLStreamException, UnreadableWorkbook {
        String type = xml.attribute("t");
        String value = null;
        boolean formula = false;
        while (xml.nextTag() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                value = xml.text(CellRow.MAX_TEXT);
            } else if (xml.isStart("is")) {
                value = SharedTexts.richText(xml, "is");
            } else if (xml.isStart()) {
                formula |= xml.name().equals("f");
                xml.skip();
            }
        }
        if (value != null) {
            put(column, type, value);
        } else if (formula) {
            row.put(column, "", Kind.FORMULA_WITHOUT_VALUE);
        }
    }

    private void put(int column, @Nullable String type, String value) throws UnreadableWorkbook {
        if (value.isEmpty()) {
            return;
        }
        switch (type == null ? "n" : type) {
            case "s" -> row.put(column, shared.get(Integer.parseInt(value)), Kind.TEXT);
            case "n" -> row.put(column, PlainNumber.of(value), Kind.NUMBER);
            case "inlineStr" -> row.put(column, value, Kind.TEXT);
            case "str" -> row.put(column, EscapedText.plain(value), Kind.TEXT);
            case "d" -> row.put(column, value, Kind.TEXT);
            case "b" -> row.put(column, truth(value), Kind.TEXT);
            case "e" -> row.put(column, value, Kind.ERROR);
            default -> throw new IllegalArgumentException("type of cell " + type);
        }
    }

    private static String truth(String value) {
        return switch (value) {
            case "1", "true" -> "true";
            case "0", "false" -> "false";
            default -> throw new IllegalArgumentException("truth value");
        };
    }

    @Override
    public void close() {
        try {
            part.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
