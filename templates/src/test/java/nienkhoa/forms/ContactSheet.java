package nienkhoa.forms;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a document side by side in one small grey picture. */
final class ContactSheet {

    private static final int DPI = 36;
    private static final int PAGES_PER_ROW = 6;
    /** Pages beyond this number are not drawn: they repeat what the first ones show. */
    private static final int MOST_PAGES = 6;

    private static final int VISIBLE_DIFFERENCE = 96;

    private ContactSheet() {}

    static BufferedImage of(byte[] pdf) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < Math.min(MOST_PAGES, document.getNumberOfPages()); i++) {
                pages.add(renderer.renderImageWithDPI(i, DPI, ImageType.GRAY));
            }
        }
        int width = pages.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        int height = pages.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
        int columns = Math.min(PAGES_PER_ROW, pages.size());
        int rows = (pages.size() + PAGES_PER_ROW - 1) / PAGES_PER_ROW;
        BufferedImage sheet = new BufferedImage(columns * width, rows * height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = sheet.createGraphics();
        for (int i = 0; i < pages.size(); i++) {
            graphics.drawImage(pages.get(i), i % PAGES_PER_ROW * width, i / PAGES_PER_ROW * height, null);
        }
        graphics.dispose();
        return sheet;
    }

    /** Share of pixels that differ visibly, 1 if the sizes differ. Other JDKs draw edges a little differently. */
    static double difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        long different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRaster().getSample(x, y, 0);
                int b = other.getRaster().getSample(x, y, 0);
                different += Math.abs(a - b) > VISIBLE_DIFFERENCE ? 1 : 0;
            }
        }
        return (double) different / ((long) one.getWidth() * one.getHeight());
    }
}
