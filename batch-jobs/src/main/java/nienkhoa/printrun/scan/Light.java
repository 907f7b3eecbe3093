package nienkhoa.printrun.scan;

import java.util.Arrays;

/** Makes the paper of a photograph as white as that of a scan: each part of a page is measured by its own white. */
final class Light {

    /** Parts along each edge; each holds paper, since no print is as large as a part. */
    private static final int PARTS = 12;

    /** Paper of a scanner is brighter than that, everywhere. */
    private static final int BRIGHT = 200;

    /** What is darker than that share of the brightest part is no paper but what lies around it. */
    private static final double DARKEST = 0.3;

    private static final int EVERY = 5;

    private Light() {}

    /** @return the same pixels if they need no mending */
    static byte[] mended(byte[] pixels, int width, int height) {
        int[][] whites = new int[PARTS][PARTS];
        int brightest = 0;
        int darkest = 255;
        for (int row = 0; row < PARTS; row++) {
            for (int column = 0; column < PARTS; column++) {
                whites[row][column] = white(pixels, width, height, row, column);
                brightest = Math.max(brightest, whites[row][column]);
                darkest = Math.min(darkest, whites[row][column]);
            }
        }
        return darkest >= BRIGHT || brightest == 0 ? pixels : mended(pixels, width, whites, brightest * DARKEST);
    }

    /** The level that a fifth of a part's dots reach. */
    private static int white(byte[] pixels, int width, int height, int row, int column) {
        int[] levels = new int[256];
        int count = 0;
        for (int y = height * row / PARTS; y < height * (row + 1) / PARTS; y += EVERY) {
            for (int x = width * column / PARTS; x < width * (column + 1) / PARTS; x += EVERY) {
                levels[pixels[y * width + x] & 0xff]++;
                count++;
            }
        }
        int level = 255;
        for (int above = levels[level]; level > 0 && above * 5 < count; above += levels[level]) {
            level--;
        }
        return level;
    }

    private static byte[] mended(byte[] pixels, int width, int[][] whites, double least) {
        byte[] mended = Arrays.copyOf(pixels, pixels.length);
        int height = pixels.length / width;
        for (int y = 0; y < height; y++) {
            double down = Math.max(0, Math.min(PARTS - 1.0, (double) y * PARTS / height - 0.5));
            for (int x = 0; x < width; x++) {
                double across = Math.max(0, Math.min(PARTS - 1.0, (double) x * PARTS / width - 0.5));
                double white = Math.max(least, between(whites, down, across));
                mended[y * width + x] = (byte) Math.min(255, (pixels[y * width + x] & 0xff) * 255 / white);
            }
        }
        return mended;
    }

    private static double between(int[][] whites, double down, double across) {
        int row = Math.min(PARTS - 2, (int) down);
        int column = Math.min(PARTS - 2, (int) across);
        double below = down - row;
        double right = across - column;
        double upper = whites[row][column] * (1 - right) + whites[row][column + 1] * right;
        double lower = whites[row + 1][column] * (1 - right) + whites[row + 1][column + 1] * right;
        return upper * (1 - below) + lower * below;
    }
}
