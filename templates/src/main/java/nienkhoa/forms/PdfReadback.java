package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a finished document back, with another library than the one that wrote its pages. */
public final class PdfReadback {

    private PdfReadback() {}

    /** Leaves out the spaces behind lines: they are only there to be heard. */
    private static final class Seen extends PDFTextStripper {

        @Override
        public void showTextString(byte[] string) throws IOException {
            super.showTextString(endsWithSpace(string) ? Arrays.copyOf(string, string.length - 2) : string);
        }

        private boolean endsWithSpace(byte[] string) throws IOException {
            int last = string.length - 2;
            return last >= 0
                    && getGraphicsState().getTextState().getFont() instanceof PDType0Font font
                    && " ".equals(font.toUnicode(((string[last] & 0xFF) << Byte.SIZE) | (string[last + 1] & 0xFF)));
        }
    }

    /** The attached {@code data.json}; empty if the PDF has none. */
    public static Optional<byte[]> embeddedJson(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return embeddedJson(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<byte[]> embeddedJson(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> files = tree == null ? null : tree.getNames();
        PDComplexFileSpecification file = files == null ? null : files.get(PdfFinish.DATA_FILE);
        return file == null
                ? Optional.empty()
                : Optional.of(file.getEmbeddedFile().toByteArray());
    }

    /** The text of all pages in the order of the lines, as extracted; a form feed ends each page. */
    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new Seen();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("\f\n");
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
