package nienkhoa.archive.deposit;

import java.util.Locale;

/** What a file is by its content; its name has to say the same. */
public enum FileType {
    PDF("pdf", "pdf"),
    DOCX("docx", "docx"),
    XLSX("xlsx", "xlsx"),
    DOC("doc", "doc"),
    XLS("xls", "xls"),
    JPEG("jpg", "jpeg"),
    PNG("png", "png"),
    TIFF("tif", "tiff");

    private final String ending;
    private final String otherEnding;

    FileType(String ending, String otherEnding) {
        this.ending = ending;
        this.otherEnding = otherEnding;
    }

    /** The ending that the file has in the archive. */
    String ending() {
        return ending;
    }

    boolean isNamedLike(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith("." + ending) || lower.endsWith("." + otherEnding);
    }
}
