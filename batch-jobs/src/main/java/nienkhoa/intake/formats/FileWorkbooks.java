package nienkhoa.intake.formats;

import java.nio.file.Path;
import java.util.Locale;
import nienkhoa.intake.Workbooks;

/** Files of every kind that schools export, read by what is in them, whatever they are called. */
public final class FileWorkbooks implements Workbooks {

    @Override
    public boolean looksLikeWorkbook(Path file) {
        String name = name(file);
        if (name.startsWith("~$") || name.startsWith(".")) {
            return false;
        }
        if (isNamedLikeTable(name)) {
            return true;
        }
        return switch (FileKind.of(file)) {
            case XLSX, XLS, CSV, HTML, XML_SPREADSHEET -> true;
            case LOCKED -> !name.matches(".*\\.(doc|dot|ppt|pot|pps).?");
            case OTHER_SPREADSHEET, TEXT, OTHER -> false;
        };
    }

    @Override
    public void read(Path file, SheetVisitor visitor) throws UnreadableWorkbook {
        switch (FileKind.of(file)) {
            case XLSX -> XlsxFile.read(file, visitor);
            case XLS -> XlsFile.read(file, visitor);
            case CSV -> CsvFile.read(file, visitor);
            case HTML -> HtmlFile.read(file, visitor);
            case XML_SPREADSHEET -> XmlSpreadsheetFile.read(file, visitor);
            case LOCKED -> throw new UnreadableWorkbook("I017_PASSWORD_PROTECTED", "encrypted");
            case OTHER_SPREADSHEET -> throw new UnreadableWorkbook("I018_OTHER_FORMAT", "no reader");
            case TEXT -> text(file, visitor);
            case OTHER -> throw new UnreadableWorkbook("I001_UNREADABLE_WORKBOOK", "no workbook");
        }
    }

    /** Text without a delimiter is a table of one column only if its name says that it is a table of text. */
    private static void text(Path file, SheetVisitor visitor) throws UnreadableWorkbook {
        String head = Rows.guard(() -> TextHead.of(file));
        if (!name(file).matches(".*\\.(csv|tsv|tab)") && Delimiter.of(head).votes(head) < 2) {
            throw new UnreadableWorkbook("I001_UNREADABLE_WORKBOOK", "no table");
        }
        CsvFile.read(file, visitor);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isNamedLikeTable(String name) {
        return name.matches(".*\\.(xlsx|xlsm|xltx|xltm|xls|xlt|xlsb|ods|csv|tsv|tab)");
    }
}
