package nienkhoa.intake.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file is by its content. Its name is asked only where the content says nothing. */
enum FileKind {
    XLSX,
    XLS,
    CSV,
    HTML,
    XML_SPREADSHEET,

    /** Excel 95 and before, binary or OpenDocument spreadsheets, web archives. */
    OTHER_SPREADSHEET,

    /** A workbook whose content nobody sees without its password. */
    LOCKED,

    /** Text that may be a table or a note. */
    TEXT,

    /** Anything else, damaged workbooks too. */
    OTHER;

    private static final Pattern HTML_TABLE = Pattern.compile("<(table|tr|td)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SPREADSHEET_STREAMS = Set.of("WORKBOOK", "BOOK");

    /** Enough to know formats that are no text. */
    private static final int FIRST_BYTES = 16;

    /** A row of so many cells is no sentence. */
    private static final int MIN_DELIMITERS = 2;

    static FileKind of(Path file) {
        try {
            byte[] head = head(file, FIRST_BYTES);
            if (startsWith(head, 'P', 'K', 3, 4)) {
                return ofZip(file);
            }
            if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
                return ofOle2(file);
            }
            if (isOldExcel(head)) {
                return OTHER_SPREADSHEET;
            }
            head = head(file, TextHead.BYTES);
            return isText(head) ? ofText(TextHead.text(head)) : OTHER;
        } catch (IOException | RuntimeException e) {
            return OTHER;
        }
    }

    private static byte[] head(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first record of Excel 2, 3, 4 and of 5 outside of a container. */
    private static boolean isOldExcel(byte[] head) {
        return head.length > 8
                && head[0] == 9
                && (head[1] == 0 || head[1] == 2 || head[1] == 4 || head[1] == 8)
                && (head[2] == 4 || head[2] == 6 || head[2] == 8)
                && head[3] == 0;
    }

    private static FileKind ofZip(Path file) throws IOException {
        try (XlsxContainer zip = XlsxContainer.open(file)) {
            if (zip.has("xl/workbook.bin")) {
                return OTHER_SPREADSHEET;
            }
            if (zip.names().stream().anyMatch(name -> name.startsWith("xl/") && name.endsWith(".xml"))) {
                return XLSX;
            }
            return zip.has("mimetype") && mimeType(zip).contains("opendocument.spreadsheet")
                    ? OTHER_SPREADSHEET
                    : OTHER;
        } catch (TooLarge e) {
            return XLSX;
        }
    }

    private static String mimeType(XlsxContainer zip) throws IOException {
        try (InputStream in = zip.part("mimetype")) {
            return new String(in.readNBytes(100), StandardCharsets.US_ASCII);
        }
    }

    private static FileKind ofOle2(Path file) throws IOException {
        if (Files.size(file) > XlsFile.MAX_BYTES) {
            return XLS;
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            Set<String> names = container.getRoot().getEntryNames();
            if (names.contains("EncryptedPackage")) {
                return LOCKED;
            }
            return names.stream().map(name -> name.toUpperCase(Locale.ROOT)).anyMatch(SPREADSHEET_STREAMS::contains)
                    ? XLS
                    : OTHER;
        }
    }

    /** Zeros and other controls are in no text, except that UTF-16 is full of zeros. */
    private static boolean isText(byte[] head) {
        if (TextEncoding.ofMark(head).markBytes() == 2) {
            return true;
        }
        for (byte each : head) {
            if (each >= 0 && each < 32 && each != '\t' && each != '\n' && each != '\r' && each != '\f') {
                return false;
            }
        }
        return head.length > 0;
    }

    private static FileKind ofText(String head) {
        if (head.contains(XmlSpreadsheetFile.NAMESPACE) && head.contains("Workbook")) {
            return XML_SPREADSHEET;
        }
        if (head.stripLeading().regionMatches(true, 0, "MIME-Version:", 0, 13)) {
            return OTHER_SPREADSHEET;
        }
        if (HTML_TABLE.matcher(head).find()) {
            return HTML;
        }
        return isCertainlyTable(head) ? CSV : TEXT;
    }

    /** Tabs or semicolons in equal number in most rows. Commas are too common in sentences to tell anything. */
    private static boolean isCertainlyTable(String head) {
        long rows = Math.min(Delimiter.ROWS, head.lines().count());
        int votes = Math.max(Delimiter.TAB.votes(head), Delimiter.SEMICOLON.votes(head));
        return rows >= 2 && votes >= MIN_DELIMITERS * rows * 2 / 3 + 1;
    }
}
