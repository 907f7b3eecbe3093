package nienkhoa.printrun.ipp;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;

/**
 * What stands before each picture: 1796 bytes, numbers with the high byte first (PWG 5102.4, section 4.3). Fields that
 * are not set are zero, which leaves them to the printer or to the job.
 *
 * @param dpi dots per inch, the same both ways
 * @param pages of the whole file
 */
record PwgPage(Paper paper, Edge edge, int dpi, BackSide turn, int pages) {

    private static final int LENGTH = 1796;
    private static final int DUPLEX = 272;
    private static final int RESOLUTION = 276;
    private static final int COPIES = 340;
    private static final int PAGE_SIZE = 352;
    private static final int TUMBLE = 368;
    private static final int WIDTH = 372;
    private static final int BITS_PER_COLOR = 384;
    private static final int COLOR_SPACE = 400;
    private static final int SGRAY = 18;
    private static final int COLORS = 420;
    private static final int PAGES = 452;
    private static final int TRANSFORMS = 456;
    private static final int IMAGE_BOX = 464;
    private static final int SIZE_NAME = 1732;

    /** In dots. */
    int width() {
        return PwgRaster.width(paper) * dpi / 2540;
    }

    int height() {
        return PwgRaster.height(paper) * dpi / 2540;
    }

    void write(DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        bytes.put(0, "PwgRaster".getBytes(StandardCharsets.US_ASCII));
        numbers(bytes, DUPLEX, edge == Edge.ONE_SIDED ? 0 : 1);
        numbers(bytes, RESOLUTION, dpi, dpi);
        numbers(bytes, COPIES, 1);
        numbers(bytes, PAGE_SIZE, points(PwgRaster.width(paper)), points(PwgRaster.height(paper)));
        numbers(bytes, TUMBLE, edge == Edge.SHORT ? 1 : 0);
        numbers(bytes, WIDTH, width(), height());
        numbers(bytes, BITS_PER_COLOR, 8, 8, width());
        numbers(bytes, COLOR_SPACE, SGRAY);
        numbers(bytes, COLORS, 1);
        numbers(bytes, PAGES, pages);
        numbers(bytes, TRANSFORMS, turn.across(), turn.along());
        numbers(bytes, IMAGE_BOX, 0, 0, width(), height());
        bytes.put(SIZE_NAME, Abilities.media(paper).getBytes(StandardCharsets.US_ASCII));
        out.write(bytes.array());
    }

    private static int points(int hundredths) {
        return Math.round(hundredths * 72 / 2540f);
    }

    private static void numbers(ByteBuffer bytes, int at, int... values) {
        for (int i = 0; i < values.length; i++) {
            bytes.putInt(at + 4 * i, values[i]);
        }
    }
}
