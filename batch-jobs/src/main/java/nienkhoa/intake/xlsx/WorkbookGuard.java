package nienkhoa.intake.xlsx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;

/** Looks at a file before it is read as a workbook: is it one, is it locked, would it flood the memory. */
final class WorkbookGuard {

    /** A sheet of 100,000 students and 60 columns unpacks to about 0.3 GB. */
    private static final long MAX_PART_BYTES = 2L << 30;

    /** Shared texts are kept in memory while the workbook is read. */
    private static final long MAX_SHARED_STRINGS_BYTES = 192L << 20;

    /** Below this a part is harmless however well it is packed. */
    private static final long SMALL_PART_BYTES = 48L << 20;

    /** Sheets of empty styled rows are packed 1 : 60, text seldom better than 1 : 20, bombs 1 : 1000. */
    private static final long MAX_RATIO = 150;

    /** Deflate cannot pack better than this, so small parts need no unpacking to be proved small. */
    private static final long DEFLATE_LIMIT = 1_032;

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private WorkbookGuard() {}

    static boolean looksLikeWorkbook(Path file) {
        Path fileName = file.getFileName();
        String name = fileName == null ? "" : fileName.toString().toLowerCase(Locale.ROOT);
        if (name.startsWith("~$") || name.startsWith(".")) {
            return false;
        }
        if (name.matches(".*\\.(xlsx|xlsm|xls|xlsb|ods|csv)")) {
            return true;
        }
        try {
            if (kind(file) != Kind.ZIP) {
                return false;
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return zip.getEntry("xl/workbook.xml") != null;
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws UnreadableWorkbook if the file must not or cannot be read */
    static void check(Path file) throws UnreadableWorkbook {
        try {
            switch (kind(file)) {
                case ZIP -> checkParts(file);
                case OLE2 ->
                    throw isEncrypted(file)
                            ? new UnreadableWorkbook("I017_PASSWORD_PROTECTED", "encrypted")
                            : new UnreadableWorkbook("I018_OTHER_FORMAT", "Excel 97-2003");
                case OTHER ->
                    throw new UnreadableWorkbook(
                            file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                                    ? "I018_OTHER_FORMAT"
                                    : "I001_UNREADABLE_WORKBOOK",
                            "no workbook");
            }
        } catch (IOException e) {
            throw new UnreadableWorkbook("I001_UNREADABLE_WORKBOOK", "damaged");
        }
    }

    private static Kind kind(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
                return Kind.ZIP;
            }
            boolean ole2 = head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF;
            return ole2 ? Kind.OLE2 : Kind.OTHER;
        }
    }

    private static void checkParts(Path file) throws IOException, UnreadableWorkbook {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw new UnreadableWorkbook("I001_UNREADABLE_WORKBOOK", "no workbook");
            }
            for (ZipEntry part : Collections.list(zip.entries())) {
                if (isTooLarge(zip, part)) {
                    throw new UnreadableWorkbook("I022_TOO_LARGE", part.getName());
                }
            }
        }
    }

    private static boolean isTooLarge(ZipFile zip, ZipEntry part) throws IOException {
        long packed = Math.max(1, part.getCompressedSize());
        if (packed * DEFLATE_LIMIT <= SMALL_PART_BYTES) {
            return false;
        }
        boolean shared = part.getName().endsWith("sharedStrings.xml");
        long most = shared ? MAX_SHARED_STRINGS_BYTES : MAX_PART_BYTES;
        return unpacked(zip, part, Math.min(most, Math.max(SMALL_PART_BYTES, packed * MAX_RATIO))) < 0;
    }

    /** The true size, whatever the entry says; -1 if it is more than {@code most}. */
    private static long unpacked(ZipFile zip, ZipEntry part, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    return -1;
                }
            }
        }
        return size;
    }

    private static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] directory = in.readNBytes(1 << 20);
            for (int at = 0; at + ENCRYPTED.length <= directory.length; at++) {
                if (Arrays.equals(directory, at, at + ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    private enum Kind {
        ZIP,
        OLE2,
        OTHER
    }
}
