package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the bytes of a workbook depend on its content alone.
 *
 * <p>Quirk: fastexcel writes entries whose sizes follow the data in a form that the JDK's stream reader takes for
 * damage. The central directory is right, so entries are read from there (APPNOTE.TXT 4.3.12 and 4.3.16).
 */
public final class SteadyZip {

    /** The first month that a ZIP entry can tell without a second time stamp, which would depend on the time zone. */
    private static final LocalDateTime FIRST_MONTH = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Half of the time of the default of 6. */
    private static final int LEVEL = 2;

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String SHEETS = "xl/worksheets/";
    private static final String MERGED = "<mergeCell ";
    private static final String END_OF_MERGED = "</mergeCells>";
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_OF_DIRECTORY_BYTES = 22;
    private static final int DIRECTORY_ENTRY_BYTES = 46;
    private static final int LOCAL_HEADER_BYTES = 30;

    private final ByteBuffer zip;

    private SteadyZip(byte[] zip) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Packs a workbook again, without the moment of its making.
     *
     * @param day when the document was issued, said to be when it was created
     */
    public static byte[] repack(byte[] workbook, LocalDate day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(workbook.length);
        try (ZipOutputStream to = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            to.setLevel(LEVEL);
            new SteadyZip(workbook).copy(to, day);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void copy(ZipOutputStream to, LocalDate day) throws IOException {
        int end = endOfDirectory();
        int entries = zip.getShort(end + 10);
        int at = zip.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            int nameLength = zip.getShort(at + 28);
            String name = text(at + DIRECTORY_ENTRY_BYTES, nameLength);
            byte[] content = content(zip.getInt(at + 42), zip.getInt(at + 20));
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(FIRST_MONTH);
            to.putNextEntry(entry);
            to.write(steady(name, content, day));
            to.closeEntry();
            at += DIRECTORY_ENTRY_BYTES + nameLength + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
    }

    private int endOfDirectory() {
        int at = zip.capacity() - END_OF_DIRECTORY_BYTES;
        while (zip.getInt(at) != END_OF_DIRECTORY) {
            at--;
        }
        return at;
    }

    private byte[] content(int header, int compressedBytes) throws IOException {
        int from = header + LOCAL_HEADER_BYTES + zip.getShort(header + 26) + zip.getShort(header + 28);
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream content =
                new InflaterInputStream(new ByteArrayInputStream(zip.array(), from, compressedBytes), inflater)) {
            return content.readAllBytes();
        } finally {
            inflater.end();
        }
    }

    private String text(int from, int length) {
        return new String(zip.array(), from, length, StandardCharsets.UTF_8);
    }

    private static byte[] steady(String name, byte[] content, LocalDate day) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (name.equals(PROPERTIES)) {
            text = text.replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + day + "T00:00:00Z");
        } else if (name.startsWith(SHEETS)) {
            int from = text.indexOf(MERGED);
            int end = text.indexOf(END_OF_MERGED);
            text = from < 0 ? text : text.substring(0, from) + sorted(text.substring(from, end)) + text.substring(end);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Quirk: fastexcel keeps merged cells in a set ordered by their places in memory. */
    private static String sorted(String cells) {
        return Arrays.stream(cells.split("(?<=/>)")).sorted().collect(Collectors.joining());
    }
}
