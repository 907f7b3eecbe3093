package nienkhoa.archive.verify;

import java.util.List;
import java.util.Optional;

/** What can be asked of a PDF without knowing who made it. Thread-safe; any failure means that it is no readable PDF. */
public interface PdfProof {

    /** The rules of PDF/A-3b that the file breaks; empty if it keeps them all. */
    List<String> brokenPdfaRules(byte[] pdf);

    /** The data file that is embedded; empty if there is none. */
    Optional<byte[]> embeddedData(byte[] pdf);

    /** The text of all pages. */
    String text(byte[] pdf);
}
