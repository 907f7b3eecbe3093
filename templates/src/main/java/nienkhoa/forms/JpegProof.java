package nienkhoa.forms;

import java.util.Arrays;

/**
 * Proves that a JPEG file is whole by reading every coefficient of its one scan, without making a picture of them: a tenth
 * of what decoding costs. Knows what cameras and offices write, baseline files of one or three components (ISO/IEC 10918-1
 * annex F.2); says nothing about others.
 */
final class JpegProof {

    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN = 0xC4;
    private static final int SCAN = 0xDA;
    private static final int QUANTISERS = 0xDB;
    private static final int RESTART_EVERY = 0xDD;
    private static final int RESTART = 0xD0;
    private static final int BYTE = 8;
    private static final int TABLES = 4;
    private static final int COUNTS = 16;
    private static final int HEAD = 6;
    private static final int BLOCK = 64;
    private static final int LAST_QUANTISER = 63;
    private static final int LONG_RUN = 15;
    private static final int WIDEST = 11;

    private final byte[] file;
    private final JpegCodes[] codes = new JpegCodes[2 * TABLES];
    private final boolean[] quantisers = new boolean[TABLES];
    private int frame;
    private int restartEvery;

    private JpegProof(byte[] file) {
        this.file = file;
    }

    /** Whether this is such a file and nothing of it is missing or damaged. */
    static boolean isWhole(byte[] file) {
        try {
            return file.length > 2 && new JpegProof(file).segments();
        } catch (ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    private boolean segments() {
        boolean known = octet(0) == MARKER && octet(1) == START;
        for (int at = 2; known; at += 2 + pair(at + 2)) {
            int marker = octet(at + 1);
            int end = at + 2 + pair(at + 2);
            known = octet(at) == MARKER && end <= file.length;
            switch (marker) {
                case BASELINE, EXTENDED -> {
                    known &= frame == 0;
                    frame = at + TABLES;
                }
                case HUFFMAN -> known &= codes(at + TABLES, end);
                case QUANTISERS -> quantisers(at + TABLES, end);
                case RESTART_EVERY -> restartEvery = pair(at + TABLES);
                case SCAN -> {
                    return known && frame > 0 && scan(at + TABLES, end);
                }
                default -> known &= marker > LAST_FRAME;
            }
        }
        return false;
    }

    private boolean codes(int from, int end) {
        boolean sound = true;
        for (int at = from; at < end; ) {
            int size = 0;
            for (int i = 1; i <= COUNTS; i++) {
                size += octet(at + i);
            }
            boolean isOfFirst = octet(at) >> TABLES == 0;
            JpegCodes table = new JpegCodes(file, at + 1, size);
            sound &= table.isSound(isOfFirst ? LONG_RUN : 0xFF);
            codes[(isOfFirst ? 0 : TABLES) + (octet(at) & (TABLES - 1))] = table;
            at += 1 + COUNTS + size;
        }
        return sound;
    }

    private void quantisers(int from, int end) {
        for (int at = from; at < end; at += 1 + BLOCK * (1 + (octet(at) >> TABLES))) {
            quantisers[octet(at) & (TABLES - 1)] = true;
        }
    }

    /** The components of the frame, all of them in this scan and in its order. */
    private boolean scan(int at, int end) {
        int components = octet(frame + HEAD - 1);
        boolean known = (components == 1 || components == 3)
                && octet(frame) == BYTE
                && octet(at) == components
                && octet(end - 3) == 0
                && octet(end - 2) == LAST_QUANTISER
                && octet(end - 1) == 0;
        JpegCodes[] used = new JpegCodes[2 * components];
        int[] blocks = new int[components];
        for (int i = 0; known && i < components; i++) {
            int component = frame + HEAD + 3 * i;
            int tables = octet(at + 2 + 2 * i);
            used[2 * i] = codes[tables >> TABLES];
            used[2 * i + 1] = codes[TABLES + (tables & (TABLES - 1))];
            blocks[i] = components == 1 ? 1 : across(component) * down(component);
            known = octet(component) == octet(at + 1 + 2 * i) && quantisers[octet(component + 2)];
        }
        return known && !Arrays.asList(used).contains(null) && coefficients(new JpegBits(file, end), used, blocks);
    }

    /** How many blocks of a component lie side by side in a unit. */
    private int across(int component) {
        return octet(component + 1) >> TABLES;
    }

    private int down(int component) {
        return octet(component + 1) & ((1 << TABLES) - 1);
    }

    private int units() {
        int components = octet(frame + HEAD - 1);
        int across = 1;
        int down = 1;
        for (int i = 0; components > 1 && i < components; i++) {
            across = Math.max(across, across(frame + HEAD + 3 * i));
            down = Math.max(down, down(frame + HEAD + 3 * i));
        }
        return times(pair(frame + 3), BYTE * across) * times(pair(frame + 1), BYTE * down);
    }

    private static int times(int length, int part) {
        return (length + part - 1) / part;
    }

    private boolean coefficients(JpegBits bits, JpegCodes[] used, int[] blocks) {
        int units = units();
        int restarts = 0;
        boolean good = units > 0;
        for (int unit = 0; good && unit < units; unit++) {
            if (restartEvery > 0 && unit > 0 && unit % restartEvery == 0) {
                good = bits.passMarker(RESTART + restarts++ % BYTE);
            }
            for (int i = 0; i < blocks.length; i++) {
                for (int block = 0; good && block < blocks[i]; block++) {
                    good = block(bits, used[2 * i], used[2 * i + 1]);
                }
            }
            good &= !bits.isOver();
        }
        return good && bits.passMarker(END);
    }

    private static boolean block(JpegBits bits, JpegCodes first, JpegCodes others) {
        int width = first.next(bits);
        if (width < 0 || width > WIDEST) {
            return false;
        }
        int read = 1;
        while (read < BLOCK) {
            int value = others.next(bits);
            int run = value >> TABLES;
            if (value < 0 || ((value & LONG_RUN) == 0 && run != LONG_RUN)) {
                return value == 0;
            }
            read += run + 1;
        }
        return read == BLOCK;
    }

    private int octet(int at) {
        return file[at] & 0xFF;
    }

    private int pair(int at) {
        return (octet(at) << BYTE) | octet(at + 1);
    }
}
