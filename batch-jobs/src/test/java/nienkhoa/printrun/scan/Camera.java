package nienkhoa.printrun.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What phones and scanners make of a page, worse than by turning it: taken from the side, in bad light, with grain, with
 * the back shining through, written small. The same seed makes the same picture.
 */
final class Camera {

    private final Random dice;

    Camera(long seed) {
        this.dice = new Random(seed);
    }

    /** Taken by hand from a little aside, on a wooden table, in the light of one lamp, with a shadow over it. */
    BufferedImage photo(BufferedImage page) {
        int width = page.getWidth() * 6 / 5;
        int height = page.getHeight() * 6 / 5;
        double[] corners = corners(page, width, height);
        double[] toPage = Perspective.fromCorners(corners, page.getWidth(), page.getHeight());
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        double lampX = width * (0.2 + 0.6 * dice.nextDouble());
        double lampY = height * (0.2 + 0.6 * dice.nextDouble());
        double shadow = width * (0.2 + 0.6 * dice.nextDouble());
        WritableRaster from = page.getRaster();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double grey = looked(from, Perspective.at(toPage, x, y), 70 + 12 * Math.sin(y / 9.0 + x / 300.0));
                double far = Math.hypot(x - lampX, y - lampY) / height;
                double light = (0.95 - 0.35 * far) * (x - 0.3 * y > shadow ? 0.75 : 1);
                photo.setRGB(x, y, warm(grey * light + 8 + 5 * dice.nextGaussian()));
            }
        }
        return compressed(soft(photo), 0.6f + 0.15f * dice.nextFloat());
    }

    /** Where the corners of the page come to lie: up to 3 % of its size from a square, which is up to 7 degrees askew. */
    private double[] corners(BufferedImage page, int width, int height) {
        double angle = Math.toRadians(14 * dice.nextDouble() - 7);
        double[] corners = new double[8];
        for (int i = 0; i < 4; i++) {
            double x = (i % 3 == 0 ? -0.5 : 0.5) * page.getWidth() * 0.97;
            double y = (i < 2 ? -0.5 : 0.5) * page.getHeight() * 0.97;
            corners[2 * i] = width / 2.0
                    + x * Math.cos(angle)
                    - y * Math.sin(angle)
                    + page.getWidth() * 0.03 * (2 * dice.nextDouble() - 1);
            corners[2 * i + 1] = height / 2.0
                    + x * Math.sin(angle)
                    + y * Math.cos(angle)
                    + page.getHeight() * 0.03 * (2 * dice.nextDouble() - 1);
        }
        return corners;
    }

    private static double looked(WritableRaster page, double[] at, double table) {
        int x = (int) Math.floor(at[0]);
        int y = (int) Math.floor(at[1]);
        if (x < 0 || y < 0 || x + 1 >= page.getWidth() || y + 1 >= page.getHeight()) {
            return table;
        }
        double right = at[0] - x;
        double down = at[1] - y;
        double upper = page.getSample(x, y, 0) * (1 - right) + page.getSample(x + 1, y, 0) * right;
        double lower = page.getSample(x, y + 1, 0) * (1 - right) + page.getSample(x + 1, y + 1, 0) * right;
        return upper * (1 - down) + lower * down;
    }

    private static int warm(double grey) {
        int level = (int) Math.max(0, Math.min(255, grey));
        return new Color(level, level * 24 / 25, level * 21 / 25).getRGB();
    }

    private static BufferedImage soft(BufferedImage photo) {
        float[] even = new float[9];
        Arrays.fill(even, 0.06f);
        even[4] = 0.52f;
        return new ConvolveOp(new Kernel(3, 3, even), ConvolveOp.EDGE_NO_OP, null).filter(photo, null);
    }

    /** Thin paper: what is on the other side shows through, mirrored. */
    BufferedImage shiningThrough(BufferedImage front, BufferedImage back) {
        BufferedImage both = TestScans.blankPage(front.getWidth(), front.getHeight());
        for (int y = 0; y < front.getHeight(); y++) {
            for (int x = 0; x < front.getWidth(); x++) {
                int behind = back.getRaster().getSample(front.getWidth() - 1 - x, y, 0);
                int grey = front.getRaster().getSample(x, y, 0) - (255 - behind) / 4;
                both.getRaster().setSample(x, y, 0, Math.max(0, grey));
            }
        }
        return both;
    }

    /** Lines of the scanner's own that beat with those of the print, and grain. */
    BufferedImage moire(BufferedImage page) {
        BufferedImage beaten = TestScans.blankPage(page.getWidth(), page.getHeight());
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                double wave = 14 * Math.sin(x * 0.9 + y * 0.13) + 10 * Math.sin(y * 1.1) + 8 * dice.nextGaussian();
                double grey = page.getRaster().getSample(x, y, 0) * 0.86 + 20 + wave;
                beaten.getRaster().setSample(x, y, 0, (int) Math.max(0, Math.min(255, grey)));
            }
        }
        return beaten;
    }

    /** The toner was nearly used up. */
    BufferedImage faint(BufferedImage page) {
        BufferedImage faint = TestScans.blankPage(page.getWidth(), page.getHeight());
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                double ink = (255 - page.getRaster().getSample(x, y, 0)) * 0.45;
                int grey = (int) (252 - ink + 3 * dice.nextGaussian());
                faint.getRaster().setSample(x, y, 0, Math.max(0, Math.min(255, grey)));
            }
        }
        return faint;
    }

    /** The lid of the scanner stood open. */
    BufferedImage inDarkness(BufferedImage page) {
        int border = page.getWidth() / 12;
        BufferedImage dark = new BufferedImage(
                page.getWidth() + 2 * border, page.getHeight() + 2 * border, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = dark.createGraphics();
        brush.setColor(new Color(18, 18, 18));
        brush.fillRect(0, 0, dark.getWidth(), dark.getHeight());
        brush.translate(dark.getWidth() / 2.0, dark.getHeight() / 2.0);
        brush.rotate(Math.toRadians(6 * dice.nextDouble() - 3));
        brush.drawImage(page, -page.getWidth() / 2, -page.getHeight() / 2, null);
        brush.dispose();
        return dark;
    }

    /** Black or white, nothing between. */
    static BufferedImage bilevel(BufferedImage page, int threshold) {
        BufferedImage bits = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                bits.getRaster().setSample(x, y, 0, page.getRaster().getSample(x, y, 0) < threshold ? 0 : 1);
            }
        }
        return bits;
    }

    static BufferedImage inColour(BufferedImage page) {
        BufferedImage colour = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                colour.setRGB(x, y, warm(page.getRaster().getSample(x, y, 0)));
            }
        }
        return colour;
    }

    static BufferedImage compressed(BufferedImage picture, float quality) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg(picture, quality)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
