package nienkhoa.printrun.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A page in grey. */
final class Grey {

    /** Print of ordinary toner is darker than that. */
    private static final int DARK = 140;

    /** What is lighter is no print, however faint: grain, or the back that shines through. */
    private static final int FAINTEST = 200;

    /** Dots that are as dark as what is printed on a page. */
    private static final double PRINT = 0.0005;

    /** Print that is fainter than that is taken for what shines through. */
    private static final int BLANK = 165;

    private final BufferedImage image;
    private final byte[] pixels;
    private final int dark;

    private Grey(BufferedImage image) {
        this.image = image;
        this.pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        this.dark = Math.max(DARK, Math.min(FAINTEST, (255 + darkest(pixels)) / 2));
    }

    /** How dark the print of a page is. */
    private static int darkest(byte[] pixels) {
        int[] levels = new int[256];
        for (byte pixel : pixels) {
            levels[pixel & 0xff]++;
        }
        int level = 0;
        for (int below = levels[level]; level < 255 && below < pixels.length * PRINT; below += levels[level]) {
            level++;
        }
        return level;
    }

    static Grey of(BufferedImage page) {
        Grey grey = new Grey(inGrey(page));
        byte[] mended = Light.mended(grey.pixels, grey.width(), grey.height());
        if (mended == grey.pixels) {
            return grey;
        }
        BufferedImage light = new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_BYTE_GRAY);
        light.getRaster().setDataElements(0, 0, grey.width(), grey.height(), mended);
        return new Grey(light);
    }

    private static BufferedImage inGrey(BufferedImage page) {
        if (page.getType() == BufferedImage.TYPE_BYTE_GRAY && page.getRaster().getParent() == null) {
            return page;
        }
        BufferedImage grey = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = grey.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, page.getWidth(), page.getHeight());
        brush.drawImage(page, 0, 0, null);
        brush.dispose();
        return grey;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    double darkShare(int left, int top, int size) {
        int dark = 0;
        for (int y = top; y < top + size; y++) {
            for (int x = left; x < left + size; x++) {
                if ((pixels[y * width() + x] & 0xff) < this.dark) {
                    dark++;
                }
            }
        }
        return (double) dark / (size * size);
    }

    /** Whether less than one dot in 5,000 is dark: dust, not print. A dark rim around the paper is no print either. */
    boolean blank() {
        return blank(0, 0, width(), height())
                || (rim() && blank(width() / 8, height() / 8, width() * 7 / 8, height() * 7 / 8));
    }

    private boolean blank(int left, int top, int right, int bottom) {
        int dark = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if ((pixels[y * width() + x] & 0xff) < BLANK) {
                    dark++;
                }
            }
        }
        return dark < (long) (right - left) * (bottom - top) / 5000;
    }

    /** Whether most of the outermost row and column on any side is dark. */
    private boolean rim() {
        int[] dark = new int[4];
        for (int x = 0; x < width(); x++) {
            dark[0] += isDark(x, 0);
            dark[1] += isDark(x, height() - 1);
        }
        for (int y = 0; y < height(); y++) {
            dark[2] += isDark(0, y);
            dark[3] += isDark(width() - 1, y);
        }
        return Math.max(dark[0], dark[1]) * 2 > width() || Math.max(dark[2], dark[3]) * 2 > height();
    }

    private int isDark(int x, int y) {
        return (pixels[y * width() + x] & 0xff) < DARK ? 1 : 0;
    }

    /** The spot with white around it, enlarged and turned about its middle. */
    BufferedImage cut(Rectangle spot, double scale, double degrees) {
        int edge = (int) (Math.max(spot.width, spot.height) * 1.35 * scale);
        BufferedImage cut = new BufferedImage(edge, edge, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = cut.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, edge, edge);
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.translate(edge / 2.0, edge / 2.0);
        brush.rotate(Math.toRadians(degrees));
        brush.scale(scale, scale);
        brush.translate(-spot.getCenterX(), -spot.getCenterY());
        brush.drawImage(image, 0, 0, null);
        brush.dispose();
        return cut;
    }
}
