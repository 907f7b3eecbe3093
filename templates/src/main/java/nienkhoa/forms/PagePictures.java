package nienkhoa.forms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a document as pictures for the screen. */
public final class PagePictures {

    /** Enough to read the smallest text of a form. */
    private static final int DPI = 100;

    private static final int RED = 0xE00000;
    private static final int RGB = 0xFFFFFF;
    private static final int WHITE = 0xFF;

    private PagePictures() {}

    /**
     * A page of two versions of a document.
     *
     * @param differing pixels that differ, all if a page has no counterpart
     * @param marked the new page pale, with red where it differs
     */
    public record Compared(BufferedImage old, BufferedImage young, BufferedImage marked, long differing) {}

    /** @throws UncheckedIOException if it is no PDF that can be read */
    public static List<BufferedImage> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(renderer.renderImageWithDPI(i, DPI, ImageType.RGB));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] png(BufferedImage picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares pixel by pixel; where one picture is larger than the other, what sticks out differs. */
    public static Compared compare(BufferedImage old, BufferedImage young) {
        int width = Math.max(old.getWidth(), young.getWidth());
        int height = Math.max(old.getHeight(), young.getHeight());
        BufferedImage marked = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        long differing = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int was = pixel(old, x, y);
                int is = pixel(young, x, y);
                marked.setRGB(x, y, was == is ? pale(is) : RED);
                differing += was == is ? 0 : 1;
            }
        }
        return new Compared(old, young, marked, differing);
    }

    /** -1 outside of the picture, which no pixel is. */
    private static int pixel(BufferedImage picture, int x, int y) {
        return x < picture.getWidth() && y < picture.getHeight() ? picture.getRGB(x, y) & RGB : -1;
    }

    private static int pale(int rgb) {
        int grey = ((rgb >> 16 & WHITE) + (rgb >> 8 & WHITE) + (rgb & WHITE)) / 3;
        int light = WHITE - (WHITE - grey) / 3;
        return light << 16 | light << 8 | light;
    }
}
