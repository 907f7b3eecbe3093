package nienkhoa.printrun.ipp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The compression of PWG 5102.4, section 4.4: equal lines counted, then runs and single dots as in PackBits. */
final class PwgLines {

    private static final int MOST_LINES = 256;
    private static final int MOST_DOTS = 128;

    private PwgLines() {}

    /** @param pixels a byte a dot, line after line */
    static void write(byte[] pixels, int width, OutputStream out) throws IOException {
        int lines = pixels.length / width;
        for (int line = 0; line < lines; ) {
            int equal = 1;
            while (equal < MOST_LINES && line + equal < lines && same(pixels, line, line + equal, width)) {
                equal++;
            }
            out.write(equal - 1);
            line(pixels, line * width, (line + 1) * width, out);
            line += equal;
        }
    }

    private static boolean same(byte[] pixels, int one, int other, int width) {
        return Arrays.equals(pixels, one * width, (one + 1) * width, pixels, other * width, (other + 1) * width);
    }

    private static void line(byte[] pixels, int start, int end, OutputStream out) throws IOException {
        for (int at = start; at < end; ) {
            int run = run(pixels, at, end);
            if (run > 1) {
                out.write(run - 1);
                out.write(pixels[at]);
                at += run;
            } else {
                int single = single(pixels, at, end);
                if (single == 1) {
                    out.write(0);
                } else {
                    out.write(257 - single);
                }
                out.write(pixels, at, single);
                at += single;
            }
        }
    }

    private static int run(byte[] pixels, int at, int end) {
        int run = 1;
        while (run < MOST_DOTS && at + run < end && pixels[at + run] == pixels[at]) {
            run++;
        }
        return run;
    }

    private static int single(byte[] pixels, int at, int end) {
        int single = 1;
        while (single < MOST_DOTS && at + single < end && run(pixels, at + single, end) == 1) {
            single++;
        }
        return single;
    }
}
