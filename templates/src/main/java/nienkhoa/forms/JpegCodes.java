package nienkhoa.forms;

/** The codes of one Huffman table of a JPEG file (ISO/IEC 10918-1 annex C). */
final class JpegCodes {

    private static final int LONGEST = 16;
    private static final int SHORT = 9;
    private static final int BYTE = 8;
    private static final int NUMBER = 15;

    /** By the next {@value #SHORT} bits: width of the code with the number behind it, and its value; 0 if the code is longer. */
    private final short[] known = new short[1 << SHORT];

    /** By width: the first code that is too large for it, as if it had {@value #LONGEST} bits. */
    private final int[] limits = new int[LONGEST + 2];

    /** By width: what added to a code gives its place in {@link #values}. */
    private final int[] shifts = new int[LONGEST + 1];

    private final byte[] values;
    private boolean isSound = true;

    /** @param file with the counts of codes of each width at {@code at}, their values behind them */
    JpegCodes(byte[] file, int at, int size) {
        this.values = new byte[size];
        System.arraycopy(file, at + LONGEST, values, 0, size);
        int code = 0;
        int place = 0;
        for (int width = 1; width <= LONGEST; width++) {
            shifts[width] = place - code;
            int end = place + (file[at + width - 1] & 0xFF);
            for (; place < end; place++, code++) {
                remember(code, width, place);
            }
            limits[width] = code << (LONGEST - width);
            isSound &= code <= 1 << width;
            code <<= 1;
        }
        limits[LONGEST + 1] = Integer.MAX_VALUE;
    }

    /** Whether no width has more codes than there is room for, and no value is above {@code most}. */
    boolean isSound(int most) {
        boolean sound = isSound;
        for (byte value : values) {
            sound &= (value & 0xFF) <= most;
        }
        return sound;
    }

    private void remember(int code, int width, int place) {
        int value = values[place] & 0xFF;
        int from = code << Math.max(0, SHORT - width);
        for (int i = 0; width <= SHORT && i < 1 << (SHORT - width) && from + i < known.length; i++) {
            known[from + i] = (short) (((width + (value & NUMBER)) << BYTE) | value);
        }
    }

    /**
     * Reads the next code and the number behind it, whose width its value says in the last four bits.
     *
     * @return the value of the code; -1 if there is no such code
     */
    int next(JpegBits bits) {
        bits.prepare();
        int quick = known[bits.peek(SHORT)];
        if (quick != 0) {
            bits.skip(quick >> BYTE);
            return quick & 0xFF;
        }
        int next = bits.peek(LONGEST);
        int width = 1;
        while (next >= limits[width]) {
            width++;
        }
        int place = width > LONGEST ? -1 : (next >> (LONGEST - width)) + shifts[width];
        if (place < 0 || place >= values.length) {
            return -1;
        }
        int value = values[place] & 0xFF;
        bits.skip(width + (value & NUMBER));
        return value;
    }
}
