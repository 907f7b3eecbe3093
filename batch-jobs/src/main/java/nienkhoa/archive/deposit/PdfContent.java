package nienkhoa.archive.deposit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Looks into a PDF without running anything in it. */
final class PdfContent {

    /** Actions that start a program, run a script or fetch a file (ISO 32000-1, 12.6.4). */
    private static final Set<String> ACTS = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm");

    private PdfContent() {}

    static FileType check(Path file) throws UnfitFile {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            if (document.getNumberOfPages() == 0) {
                throw new UnfitFile("A506_FILE_DAMAGED");
            }
            if (document.isEncrypted()) {
                throw new UnfitFile("A507_FILE_LOCKED");
            }
            if (acts(document)) {
                throw new UnfitFile("A508_FILE_ACTIVE");
            }
            return FileType.PDF;
        } catch (InvalidPasswordException e) {
            throw new UnfitFile("A507_FILE_LOCKED");
        } catch (IOException | RuntimeException e) {
            throw new UnfitFile("A506_FILE_DAMAGED");
        }
    }

    /** Whether somebody has signed the file digitally (ISO 32000-1, 12.8); whose signature it is, is not looked at. */
    static boolean isSigned(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return !document.getSignatureDictionaries().isEmpty();
        }
    }

    /** Whether any object of the file is such an action, wherever it hangs. */
    private static boolean acts(PDDocument document) {
        return document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key))
                .map(COSObject::getObject)
                .anyMatch(PdfContent::isAct);
    }

    private static boolean isAct(COSBase object) {
        if (!(object instanceof COSDictionary dictionary)) {
            return false;
        }
        String kind = dictionary.getNameAsString(COSName.S);
        return (kind != null && ACTS.contains(kind))
                || dictionary.containsKey(COSName.JS)
                || dictionary.getValues().stream()
                        .filter(COSDictionary.class::isInstance)
                        .anyMatch(PdfContent::isAct);
    }
}
