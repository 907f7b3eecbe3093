package nienkhoa.archive.deposit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Reads what stands on the first page of a file. */
final class FirstPage {

    /** About as many letters as a close-written A4 page holds; a DOCX knows no pages. */
    private static final int PAGE_LETTERS = 3000;

    private FirstPage() {}

    /** Whether the page bears the words, whatever their case and spaces; false if no text can be read, as in a scan. */
    static boolean bears(String words, Path file, FileType type) throws IOException {
        return plain(text(file, type)).contains(plain(words));
    }

    private static String text(Path file, FileType type) throws IOException {
        return switch (type) {
            case PDF -> pdf(file);
            case DOCX -> docx(file);
            default -> "";
        };
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            return stripper.getText(document);
        }
    }

    private static String docx(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(in))) {
            String text = extractor.getText();
            return text.substring(0, Math.min(text.length(), PAGE_LETTERS));
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0]+", " ");
    }
}
