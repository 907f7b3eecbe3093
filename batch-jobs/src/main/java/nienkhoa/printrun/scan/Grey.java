package nienkhoa.printrun.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A page in grey. */
final class Grey {

    private static final int DARK = 140;

    private final BufferedImage image;
    private final byte[] pixels;

    private Grey(BufferedImage image) {
        this.image = image;
        this.pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
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
                if ((pixels[y * width() + x] & 0xff) < DARK) {
                    dark++;
                }
            }
        }
        return (double) dark / (size * size);
    }

    /** Whether less than one dot in 5,000 is dark: dust, not print. */
    boolean blank() {
        int dark = 0;
        for (byte pixel : pixels) {
            if ((pixel & 0xff) < DARK) {
                dark++;
            }
        }
        return dark < pixels.length / 5000;
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
