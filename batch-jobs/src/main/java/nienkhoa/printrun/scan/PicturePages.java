package nienkhoa.printrun.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import nienkhoa.printrun.scan.ScannedPages.PageTaker;
import nienkhoa.printrun.scan.ScannedPages.Source;

/** TIFF of many pages, JPEG, PNG. */
final class PicturePages implements Source {

    /** Dots along the long edge that are enough: 200 dpi on A3, 280 on A4. Twice as many are thinned out. */
    static final int ENOUGH = 3300;

    @Override
    public void read(Path file, PageTaker taker) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = reader(in, file.toString());
            try {
                reader.setInput(in);
                int pages = reader.getNumImages(true);
                for (int i = 0; i < pages; i++) {
                    int page = i;
                    taker.take(
                            page + 1,
                            () -> Orientation.turned(picture(reader, page), Orientation.of(file, reader, page)));
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in, String name) throws IOException {
        var readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("no reader for " + name);
        }
        return readers.next();
    }

    private static BufferedImage picture(ImageReader reader, int page) throws IOException {
        return picture(reader, page, thinning(reader.getWidth(page), reader.getHeight(page)));
    }

    /** The first picture of a stream. */
    static BufferedImage first(ImageInputStream in, int every) throws IOException {
        ImageReader reader = reader(in, "stream");
        try {
            reader.setInput(in);
            return picture(reader, 0, every);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage picture(ImageReader reader, int page, int every) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(page, param);
    }

    /** Every so manieth dot is enough. */
    static int thinning(int width, int height) {
        return Math.max(1, Math.max(width, height) / ENOUGH);
    }
}
