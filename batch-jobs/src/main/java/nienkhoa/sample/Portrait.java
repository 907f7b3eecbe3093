package nienkhoa.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A drawn 3×4 portrait of nobody in particular, different for every student: 354×472 pixels. */
final class Portrait {

    static final int WIDTH = 354;
    static final int HEIGHT = 472;

    private static final double MIDDLE = WIDTH / 2.0;
    private static final Color SCARF = new Color(200, 30, 40);
    private static final Color LIPS = new Color(190, 90, 85);

    private final Dice dice;
    private final boolean female;
    private final Color skin;
    private final Color hair;
    private final double faceWidth;
    private final double faceHeight;
    private final double faceTop;

    Portrait(Dice dice, boolean female) {
        this.dice = dice;
        this.female = female;
        int tan = dice.below(36);
        this.skin = new Color(244 - tan, 208 - tan, 178 - tan);
        int dark = dice.below(30);
        this.hair = new Color(18 + dark, 14 + dark * 3 / 4, 12 + dark / 2);
        this.faceWidth = dice.between(138, 164);
        this.faceHeight = dice.between(184, 208);
        this.faceTop = dice.between(92, 108);
    }

    BufferedImage picture() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        background(pen);
        if (female) {
            longHair(pen);
        }
        shoulders(pen);
        head(pen);
        face(pen);
        fringe(pen);
        pen.dispose();
        grain(picture);
        return picture;
    }

    private void background(Graphics2D pen) {
        int tone = dice.below(40);
        pen.setPaint(new GradientPaint(
                0, 0, new Color(90 + tone, 150 + tone, 215), WIDTH, HEIGHT, new Color(60 + tone, 110 + tone, 190)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private void longHair(Graphics2D pen) {
        double spread = dice.between(26, 44);
        fill(
                pen,
                hair,
                new RoundRectangle2D.Double(
                        MIDDLE - faceWidth / 2 - spread / 2,
                        faceTop - 22,
                        faceWidth + spread,
                        faceHeight + dice.between(30, 90),
                        faceWidth,
                        faceWidth));
    }

    private void shoulders(Graphics2D pen) {
        double width = dice.between(270, 310);
        double top = faceTop + faceHeight + 40;
        fill(pen, skin.darker(), new RoundRectangle2D.Double(MIDDLE - 34, top - 70, 68, 110, 40, 40));
        fill(
                pen,
                new Color(245, 247, 250),
                new RoundRectangle2D.Double(MIDDLE - width / 2, top, width, HEIGHT, 130, 130));
        scarfSide(pen, top, -1);
        scarfSide(pen, top, 1);
    }

    private static void scarfSide(Graphics2D pen, double top, int side) {
        Path2D.Double cloth = new Path2D.Double();
        cloth.moveTo(MIDDLE + side * 44, top - 4);
        cloth.lineTo(MIDDLE + side * 62, top + 14);
        cloth.lineTo(MIDDLE + side * 6, top + 74);
        cloth.lineTo(MIDDLE + side * 22, HEIGHT);
        cloth.lineTo(MIDDLE - side * 8, HEIGHT);
        cloth.lineTo(MIDDLE - side * 10, top + 60);
        cloth.closePath();
        fill(pen, SCARF, cloth);
    }

    private void head(Graphics2D pen) {
        double ears = faceTop + faceHeight * 0.45;
        for (int side = -1; side <= 1; side += 2) {
            fill(pen, skin.darker(), new Ellipse2D.Double(MIDDLE + side * faceWidth / 2 - 12, ears, 24, 42));
        }
        fill(pen, skin, new Ellipse2D.Double(MIDDLE - faceWidth / 2, faceTop, faceWidth, faceHeight));
    }

    private void face(Graphics2D pen) {
        double eyes = faceTop + faceHeight * 0.5;
        double apart = faceWidth * 0.22;
        double wide = dice.between(22, 30);
        double brow = dice.between(3, 6);
        for (int side = -1; side <= 1; side += 2) {
            eye(pen, MIDDLE + side * apart, eyes, wide);
            line(
                    pen,
                    hair,
                    brow,
                    new Arc2D.Double(
                            MIDDLE + side * apart - wide * 0.7, eyes - 26, wide * 1.4, 16, 30, 120, Arc2D.OPEN));
        }
        double nose = faceTop + faceHeight * 0.66;
        line(pen, skin.darker(), 3, new Arc2D.Double(MIDDLE - 12, nose - 10, 24, 16, 200, 140, Arc2D.OPEN));
        double smile = dice.between(34, 54);
        line(
                pen,
                LIPS,
                dice.between(4, 7),
                new Arc2D.Double(MIDDLE - smile / 2, nose + 14, smile, dice.between(14, 30), 200, 140, Arc2D.OPEN));
    }

    private void eye(Graphics2D pen, double x, double y, double wide) {
        double high = wide * 0.5;
        fill(pen, Color.WHITE, new Ellipse2D.Double(x - wide / 2, y - high / 2, wide, high));
        fill(pen, new Color(45, 28, 20), new Ellipse2D.Double(x - high / 2, y - high / 2, high, high));
        fill(pen, Color.WHITE, new Ellipse2D.Double(x - 1, y - high / 3, 4, 4));
    }

    private void fringe(Graphics2D pen) {
        double reach = faceHeight * (female ? dice.between(30, 38) : dice.between(22, 32)) / 100.0;
        double part = dice.between(-30, 30);
        double left = MIDDLE - faceWidth / 2 - 7;
        double right = MIDDLE + faceWidth / 2 + 7;
        Path2D.Double strands = new Path2D.Double();
        strands.moveTo(left, faceTop + faceHeight * 0.45);
        strands.curveTo(left - 4, faceTop - 44, right + 4, faceTop - 44, right, faceTop + faceHeight * 0.45);
        strands.quadTo(right - 10, faceTop + reach, MIDDLE + part, faceTop + reach * 0.8);
        strands.quadTo(left + 10, faceTop + reach, left, faceTop + faceHeight * 0.45);
        strands.closePath();
        fill(pen, hair, strands);
    }

    /** The noise of a cheap camera, so that files are as big as real ones. */
    private void grain(BufferedImage picture) {
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            int shift = dice.below(9) - 4;
            int pixel = pixels[i];
            pixels[i] = level(pixel >> 16, shift) << 16 | level(pixel >> 8, shift) << 8 | level(pixel, shift);
        }
    }

    private static int level(int channel, int shift) {
        return Math.max(0, Math.min(255, (channel & 255) + shift));
    }

    private static void fill(Graphics2D pen, Color color, Shape shape) {
        pen.setColor(color);
        pen.fill(shape);
    }

    private static void line(Graphics2D pen, Color color, double width, Shape shape) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }
}
