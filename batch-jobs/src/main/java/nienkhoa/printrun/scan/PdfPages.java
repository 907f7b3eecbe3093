package nienkhoa.printrun.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import nienkhoa.printrun.scan.ScannedPages.PageTaker;
import nienkhoa.printrun.scan.ScannedPages.Source;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a PDF. Where a page is one picture, as scanners write it, that picture is taken as it is; else it is drawn. */
final class PdfPages implements Source {

    private static final int DPI = 200;

    /** A picture with fewer dots an inch, or of another shape than the page, is a part of it only. */
    private static final double LEAST_DPI = 100;

    private static final double SAME_SHAPE = 0.03;

    @Override
    public void read(Path file, PageTaker taker) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            document.setResourceCache(null);
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                int page = i;
                taker.take(page + 1, () -> picture(document, page, renderer));
            }
        }
    }

    private static BufferedImage picture(PDDocument document, int number, PDFRenderer renderer) throws IOException {
        PDPage page = document.getPage(number);
        List<PDImageXObject> images = new ArrayList<>();
        collect(page.getResources(), images);
        for (PDImageXObject image : images) {
            if (!readable(image)) {
                throw new IOException("a picture in a format that cannot be read");
            }
        }
        Optional<PDImageXObject> whole =
                images.size() == 1 && fills(images.get(0), page) ? Optional.of(images.get(0)) : Optional.empty();
        if (whole.isEmpty()) {
            return renderer.renderImageWithDPI(number, DPI, ImageType.GRAY);
        }
        PDImageXObject image = whole.get();
        int every = PicturePages.thinning(image.getWidth(), image.getHeight());
        return Orientation.turned(picture(image, every), Math.floorMod(page.getRotation() / 90, 4));
    }

    /** The Java platform reads an ordinary JPEG several times as fast. */
    private static BufferedImage picture(PDImageXObject image, int every) throws IOException {
        boolean ordinary = "jpg".equals(image.getSuffix())
                && image.getDecode() == null
                && image.getColorSpace().getNumberOfComponents() != 4;
        if (!ordinary) {
            return image.getImage(null, every);
        }
        try (InputStream jpeg = image.createInputStream(List.of(COSName.DCT_DECODE.getName()));
                ImageInputStream in = ImageIO.createImageInputStream(jpeg)) {
            return PicturePages.first(in, every);
        } catch (IOException e) {
            return image.getImage(null, every);
        }
    }

    private static void collect(PDResources resources, List<PDImageXObject> images) throws IOException {
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image) {
                images.add(image);
            } else if (object instanceof PDFormXObject form && form.getResources() != null) {
                collect(form.getResources(), images);
            }
        }
    }

    /** The renderer would leave such a picture out, and the page would seem to be blank. */
    private static boolean readable(PDImageXObject image) {
        return !"jpx".equals(image.getSuffix())
                || ImageIO.getImageReadersByFormatName("JPEG2000").hasNext();
    }

    private static boolean fills(PDImageXObject image, PDPage page) {
        PDRectangle box = page.getMediaBox();
        double across = image.getWidth() / (box.getWidth() / 72.0);
        double down = image.getHeight() / (box.getHeight() / 72.0);
        return Math.min(across, down) >= LEAST_DPI && Math.abs(across / down - 1) < SAME_SHAPE;
    }
}
