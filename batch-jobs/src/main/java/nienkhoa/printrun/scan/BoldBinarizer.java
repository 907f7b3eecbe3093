package nienkhoa.printrun.scan;

import com.google.zxing.Binarizer;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;

/**
 * Makes bold codes thin again: a scanner that knows black and white only, set dark, makes every dot larger by half a dot.
 * Dots are softened, and only what stays very dark is black.
 */
final class BoldBinarizer extends Binarizer {

    /** Half of what one dot of a scan of 150 dpi measures in a spot. */
    private static final int SOFT = 3;

    private static final int BLACK = 80;

    BoldBinarizer(LuminanceSource source) {
        super(source);
    }

    @Override
    public BitArray getBlackRow(int y, BitArray row) {
        return getBlackMatrix().getRow(y, row);
    }

    @Override
    public BitMatrix getBlackMatrix() {
        int width = getWidth();
        int height = getHeight();
        long[][] sums = sums(getLuminanceSource().getMatrix(), width, height);
        BitMatrix black = new BitMatrix(width, height);
        for (int y = SOFT; y < height - SOFT; y++) {
            for (int x = SOFT; x < width - SOFT; x++) {
                long around = sums[y + SOFT + 1][x + SOFT + 1]
                        - sums[y - SOFT][x + SOFT + 1]
                        - sums[y + SOFT + 1][x - SOFT]
                        + sums[y - SOFT][x - SOFT];
                if (around < (long) BLACK * (2 * SOFT + 1) * (2 * SOFT + 1)) {
                    black.set(x, y);
                }
            }
        }
        return black;
    }

    private static long[][] sums(byte[] pixels, int width, int height) {
        long[][] sums = new long[height + 1][width + 1];
        for (int y = 0; y < height; y++) {
            long row = 0;
            for (int x = 0; x < width; x++) {
                row += pixels[y * width + x] & 0xff;
                sums[y + 1][x + 1] = sums[y][x + 1] + row;
            }
        }
        return sums;
    }

    @Override
    public Binarizer createBinarizer(LuminanceSource source) {
        return new BoldBinarizer(source);
    }
}
