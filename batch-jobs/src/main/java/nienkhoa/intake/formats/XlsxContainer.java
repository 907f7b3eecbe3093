package nienkhoa.intake.formats;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The ZIP file that a workbook is. Nothing of it is ever unpacked onto a disk, so the names of its parts cannot lead
 * anywhere; parts that are not asked for, ZIP files inside it among them, are not unpacked at all.
 */
final class XlsxContainer implements Closeable {

    /** A sheet of 100,000 students and 60 columns unpacks to about 0.3 GB. */
    static final long MAX_PART_BYTES = 2L << 30;

    /** All parts that are read, together: a workbook of a whole province would stay below. */
    static final long MAX_TOTAL_BYTES = 4L << 30;

    /** Below this, unpacked contents are harmless however well they are packed. */
    static final long SMALL_BYTES = 48L << 20;

    /** Sheets of empty styled rows are packed 1 : 60, text seldom better than 1 : 20, bombs 1 : 1000. */
    static final long MAX_RATIO = 150;

    /** Room for a photo of each of many thousand students, which some schools paste into their lists. */
    static final int MAX_PARTS = 20_000;

    /** The list of so many parts; the JDK reads it into memory at once. */
    static final long MAX_DIRECTORY_BYTES = 8L << 20;

    /** What may come between two rows or two shared texts: 16,384 cells of 1,000 characters. */
    static final long MAX_ROW_BYTES = 16L << 20;

    private static final int END_RECORD_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final long packedBytes;
    private long unpackedBytes;

    private XlsxContainer(ZipFile zip, long packedBytes) throws IOException {
        this.zip = zip;
        this.packedBytes = packedBytes;
        for (ZipEntry part : Collections.list(zip.entries())) {
            String name = part.getName().replace('\\', '/');
            if (!part.isDirectory() && parts.put(key(name), part) != null) {
                throw new IOException("two parts of one name");
            }
        }
    }

    static XlsxContainer open(Path file) throws IOException {
        checkDirectory(file);
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new XlsxContainer(zip, Files.size(file));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /**
     * Quirk: the JDK takes the list of parts into memory before anybody can look how long it is. Packed data can hold the
     * signature of its end by chance, so a record only counts if its comment ends the file or its list begins where it says.
     */
    private static void checkDirectory(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(in.length(), END_RECORD_BYTES + LONGEST_COMMENT)];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            for (int at = 0; at + END_RECORD_BYTES <= tail.length; at++) {
                if (isSignature(tail, at, 5, 6) && isTooLong(tail, at) && isEndRecord(in, tail, at)) {
                    throw new TooLarge(TooLarge.PACKED, "list of parts");
                }
            }
        }
    }

    private static boolean isSignature(byte[] bytes, int at, int third, int fourth) {
        return bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == third && bytes[at + 3] == fourth;
    }

    private static boolean isTooLong(byte[] tail, int at) {
        return number(tail, at + 10, 2) > MAX_PARTS || number(tail, at + 12, 4) > MAX_DIRECTORY_BYTES;
    }

    private static boolean isEndRecord(RandomAccessFile in, byte[] tail, int at) throws IOException {
        if (at + END_RECORD_BYTES + number(tail, at + 20, 2) == tail.length) {
            return true;
        }
        long directory = in.length() - tail.length + at - number(tail, at + 12, 4);
        byte[] signature = new byte[4];
        if (directory < 0) {
            return false;
        }
        in.seek(directory);
        in.readFully(signature);
        return isSignature(signature, 0, 1, 2);
    }

    private static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << 8) | (bytes[at + i] & 0xFF);
        }
        return number;
    }

    /** Names are equal whatever their case, says the packaging convention of Office. */
    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    /** The names of all parts, in lower case. */
    Set<String> names() {
        return parts.keySet();
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** @throws FileNotFoundException if there is no such part */
    Part part(String name) throws IOException {
        ZipEntry part = parts.get(key(name));
        if (part == null) {
            throw new FileNotFoundException(name);
        }
        if (part.getSize() > MAX_PART_BYTES) {
            throw new TooLarge(TooLarge.PACKED, "part");
        }
        return new Part(part);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A part while it is unpacked: counted, and held against its checksum at its end. */
    final class Part extends InputStream {

        private final InputStream in;
        private final long most;
        private final long checksum;
        private final CRC32 sum = new CRC32();
        private long bytes;
        private long bytesAtMark;

        private Part(ZipEntry part) throws IOException {
            this.in = zip.getInputStream(part);
            this.most = Math.min(MAX_PART_BYTES, Math.max(SMALL_BYTES, part.getCompressedSize() * MAX_RATIO));
            this.checksum = part.getCrc();
        }

        /** From here on {@link #MAX_ROW_BYTES} may come. */
        void mark() {
            bytesAtMark = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = in.read(buffer, from, length);
            if (read < 0) {
                // Quirk: the JDK does not compare; a flipped bit can turn into another student's mark.
                if (checksum != -1 && sum.getValue() != checksum) {
                    throw new IOException("checksum");
                }
                return read;
            }
            sum.update(buffer, from, read);
            bytes += read;
            unpackedBytes += read;
            if (bytes > most || bytes - bytesAtMark > MAX_ROW_BYTES || unpackedBytes > mostOfAll()) {
                throw new TooLarge(TooLarge.PACKED, "part");
            }
            return read;
        }

        private long mostOfAll() {
            return Math.min(MAX_TOTAL_BYTES, Math.max(SMALL_BYTES, packedBytes * MAX_RATIO));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
