package nienkhoa.intake.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import nienkhoa.intake.RawRow;
import nienkhoa.intake.Workbooks.SheetVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tables as text. A record is a row as Excel counts it: a line break inside quotes does not begin a new one. */
final class CsvFile {

    /** As many characters as a row of 16,384 cells of 250 has; a quote that is never closed swallows all that follows. */
    static final int MAX_RECORD_CHARS = 4 << 20;

    private CsvFile() {}

    static void read(Path file, SheetVisitor visitor) throws UnreadableWorkbook {
        TextEncoding encoding = Rows.guard(() -> TextEncoding.of(file));
        if (encoding.guessed()) {
            visitor.notice("I043_ENCODING_GUESSED");
        }
        Delimiter delimiter = Rows.guard(() -> Delimiter.of(TextHead.of(file)));
        try (BoundedReader text = Rows.guard(() -> new BoundedReader(encoding.open(file), MAX_RECORD_CHARS));
                CSVParser parser = Rows.guard(() -> format(delimiter).parse(text))) {
            Rows.show(new CsvRows(parser, text), visitor.sheet(0, String.valueOf(file.getFileName()), false));
        } catch (IOException e) {
            throw new UnreadableWorkbook("I001_UNREADABLE_WORKBOOK", "closing");
        }
    }

    static CSVFormat format(Delimiter delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter.character())
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .get();
    }

    private static final class CsvRows implements Rows {

        private final CSVParser parser;
        private final Iterator<CSVRecord> records;
        private final BoundedReader text;
        private final CellRow.Builder row = new CellRow.Builder();

        CsvRows(CSVParser parser, BoundedReader text) {
            this.parser = parser;
            this.records = parser.iterator();
            this.text = text;
        }

        @Override
        public Optional<RawRow> next() throws UnreadableWorkbook {
            while (hasNext()) {
                CSVRecord record = records.next();
                if (parser.getRecordNumber() > Integer.MAX_VALUE) {
                    throw new UnreadableWorkbook(TooLarge.PLAIN, "rows");
                }
                row.start((int) parser.getRecordNumber());
                fill(record);
                if (!row.isEmpty()) {
                    return Optional.of(row.row());
                }
            }
            return Optional.empty();
        }

        private boolean hasNext() throws UnreadableWorkbook {
            try {
                text.mark();
                return records.hasNext();
            } catch (RuntimeException e) {
                text.blame();
                if (text.hasEnded()) {
                    throw new UnreadableWorkbook("I045_UNCLOSED_QUOTE", "quote");
                }
                throw e;
            }
        }

        private void fill(CSVRecord record) throws UnreadableWorkbook {
            if (record.size() > CellRow.MAX_COLUMNS) {
                throw new UnreadableWorkbook(TooLarge.PLAIN, "columns");
            }
            boolean separatorLine = record.getRecordNumber() == 1 && Delimiter.isNamedBy(record);
            for (int i = 0; i < record.size() && !separatorLine; i++) {
                row.put(i, BoundedReader.composed(record.get(i)), CellRow.Kind.TEXT);
            }
        }
    }
}
