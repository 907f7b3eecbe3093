package nienkhoa.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.TransformerFactory;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook written row by row, whose bytes depend on nothing but what is put into it. */
final class Workbook implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 50;

    /** Of all parts. Quirk: java.util.zip adds a time that depends on the zone to entries of 1980-01-01 00:00. */
    static final LocalDateTime FIXED_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    /** Quirk: POI asks for one several times a file, and Java looks into every jar each time unless it is named. */
    private static final String TRANSFORMERS = TransformerFactory.class.getName();

    static {
        if (System.getProperty(TRANSFORMERS) == null) {
            System.setProperty(
                    TRANSFORMERS, TransformerFactory.newInstance().getClass().getName());
        }
    }

    private final SXSSFWorkbook poi;
    private final Styles styles;
    private final String path;
    private final Defects defects;

    /**
     * @param path in the school's folder
     * @param sharedStrings as spreadsheet programs write; false for books too big to keep their texts in memory
     */
    Workbook(LocalDate created, String path, boolean sharedStrings, Defects defects) {
        this.path = path;
        this.defects = defects;
        poi = new SXSSFWorkbook(null, ROWS_IN_MEMORY, false, sharedStrings);
        POIXMLProperties.CoreProperties properties =
                poi.getXSSFWorkbook().getProperties().getCoreProperties();
        properties.setCreator("Niên Khóa");
        properties.setCreated(midnight(created));
        properties.setModified(midnight(created));
        styles = new Styles(poi);
    }

    @SuppressWarnings("JavaUtilDate") // what POI takes
    private static Optional<Date> midnight(LocalDate day) {
        return Optional.of(Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }

    /** Begins a sheet; the one before is complete with that. */
    Page page(String name) throws IOException {
        finishSheets();
        return new Page(poi.createSheet(name), styles, path, defects);
    }

    /** Shared strings are numbered when rows are flushed, which POI would do in the order of a hash map at the end. */
    private void finishSheets() throws IOException {
        for (Sheet sheet : poi) {
            ((SXSSFSheet) sheet).flushRows();
        }
    }

    /** Writes the file, making its folder; parts are in the order of their names and carry one fixed time. */
    void save(Path school) throws IOException {
        finishSheets();
        Path file = school.resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path raw = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(raw)) {
            poi.write(out);
        }
        repack(raw, file);
        Files.delete(raw);
        defects.written(path, file);
    }

    private static void repack(Path raw, Path file) throws IOException {
        try (ZipFile from = new ZipFile(raw.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            List<? extends ZipEntry> entries = from.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(FIXED_TIME);
                to.putNextEntry(copy);
                try (InputStream content = from.getInputStream(entry)) {
                    content.transferTo(to);
                }
                to.closeEntry();
            }
        }
    }

    /** Quirk: what is not reverted, POI writes into memory once more. */
    @Override
    public void close() throws IOException {
        poi.getXSSFWorkbook().getPackage().revert();
        poi.close();
    }
}
