package nienkhoa.intake.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nienkhoa.intake.Workbooks.SheetVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Workbooks of Excel 97 to 2003, read record by record. */
final class XlsFile {

    /** Its shared texts stay in memory; 65,536 rows of 60 columns take about 30 MB. */
    static final long MAX_BYTES = 64L << 20;

    /** The stream of records; the second name was seen in files of old generators. */
    private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK");

    private static final Set<String> MACROS = Set.of("_VBA_PROJECT_CUR", "_VBA_PROJECT");

    private XlsFile() {}

    static void read(Path file, SheetVisitor visitor) throws UnreadableWorkbook {
        POIFSFileSystem container = Rows.guard(() -> open(file));
        try {
            DirectoryNode root = container.getRoot();
            if (root.getEntryNames().stream().anyMatch(MACROS::contains)) {
                visitor.notice("I046_MACROS_IGNORED");
            }
            if (root.getEntryNames().stream().anyMatch(name -> name.startsWith("MBD"))) {
                visitor.notice("I047_EMBEDDED_IGNORED");
            }
            read(Rows.guard(() -> records(root)), visitor);
        } finally {
            Rows.guard(() -> {
                container.close();
                return file;
            });
        }
    }

    private static POIFSFileSystem open(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new TooLarge(TooLarge.PLAIN, "xls");
        }
        return new POIFSFileSystem(file.toFile(), true);
    }

    private static RecordFactoryInputStream records(DirectoryNode root) throws IOException, UnreadableWorkbook {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new UnreadableWorkbook("I017_PASSWORD_PROTECTED", "encrypted");
        }
        for (String name : STREAMS) {
            if (root.hasEntryCaseInsensitive(name)) {
                return new RecordFactoryInputStream(root.createDocumentInputStream(name), false);
            }
        }
        throw new UnreadableWorkbook("I018_OTHER_FORMAT", "no stream of Excel 97-2003");
    }

    private static void read(RecordFactoryInputStream records, SheetVisitor visitor) throws UnreadableWorkbook {
        Globals globals = Rows.guard(() -> Globals.of(records));
        for (int i = 0; i < globals.sheets.size(); i++) {
            XlsRows rows = new XlsRows(records, globals.shared);
            if (Rows.guard(rows::isNextSheet)) {
                String name = globals.sheets.get(i).getSheetname();
                Rows.show(rows, visitor.sheet(i, name, globals.dates1904));
                Rows.guard(rows::passOver);
            }
        }
    }

    /** What stands before the first sheet. */
    private record Globals(
            List<BoundSheetRecord> sheets, @Nullable SSTRecord shared, boolean dates1904) {

        static Globals of(RecordFactoryInputStream records) throws IOException {
            List<BoundSheetRecord> sheets = new ArrayList<>();
            SSTRecord shared = null;
            boolean dates1904 = false;
            Record record = records.nextRecord();
            if (!(record instanceof BOFRecord)) {
                throw new IOException("no workbook");
            }
            while (record != null && record.getSid() != org.apache.poi.hssf.record.EOFRecord.sid) {
                if (record instanceof BoundSheetRecord sheet) {
                    sheets.add(sheet);
                } else if (record instanceof SSTRecord texts) {
                    shared = texts;
                } else if (record instanceof DateWindow1904Record window) {
                    dates1904 = window.getWindowing() == 1;
                }
                record = records.nextRecord();
            }
            if (record == null || (shared != null && isCutOff(shared))) {
                throw new IOException("broken off before the first sheet");
            }
            return new Globals(List.of(BoundSheetRecord.orderByBofPosition(sheets)), shared, dates1904);
        }

        /** Quirk: POI makes empty texts of those that a damaged file lacks. A whole file has at most one. */
        private static boolean isCutOff(SSTRecord shared) {
            int empty = 0;
            for (int i = 0; i < shared.getNumUniqueStrings(); i++) {
                empty += shared.getString(i).getString().isEmpty() ? 1 : 0;
            }
            return empty > 1;
        }
    }
}
