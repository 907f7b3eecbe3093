package nienkhoa.forms;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of one scan of a JPEG file up to the next marker (ISO/IEC 10918-1 annex F.2.2.5). Behind the last one come zeros,
 * and {@link #isOver} says so.
 */
final class JpegBits {

    private static final int MARKER = 0xFF;
    private static final int BYTE = 8;
    private static final int ROOM = 24;
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final long UNSIGNED = 0xFFFF_FFFFL;
    private static final int LOWEST_BITS = 0x0101_0101;
    private static final int HIGHEST_BITS = 0x8080_8080;

    private final byte[] file;
    private int at;
    private long bits;
    private int count;

    /** How many of the last bits are zeros that the file does not have. */
    private int missing;

    JpegBits(byte[] file, int at) {
        this.file = file;
        this.at = at;
    }

    /**
     * The next bits, which stay where they are.
     *
     * @param width at most 16
     */
    int peek(int width) {
        if (count < width) {
            fill();
        }
        return (int) (bits >>> (count - width)) & ((1 << width) - 1);
    }

    /** @param width at most 16 */
    void skip(int width) {
        if (count < width) {
            fill();
        }
        count -= width;
    }

    /** Whether bits were taken that the file does not have. */
    boolean isOver() {
        return count < missing;
    }

    /** Goes behind a marker, which has to come now; false if something else does. */
    boolean passMarker(int marker) {
        boolean isNext =
                count - missing < BYTE && at + 1 < file.length && octet(at) == MARKER && octet(at + 1) == marker;
        at += 2;
        count = 0;
        missing = 0;
        return isNext;
    }

    /** Only with less than 16 bits left. */
    private void fill() {
        if (at + Integer.BYTES <= file.length && !hasMarker((int) FOUR.get(file, at))) {
            bits = (bits << Integer.SIZE) | ((int) FOUR.get(file, at) & UNSIGNED);
            count += Integer.SIZE;
            at += Integer.BYTES;
            return;
        }
        while (count <= ROOM) {
            bits <<= BYTE;
            count += BYTE;
            if (at >= file.length || (octet(at) == MARKER && (at + 1 == file.length || octet(at + 1) != 0))) {
                missing += BYTE;
            } else {
                bits |= octet(at);
                at += octet(at) == MARKER ? 2 : 1;
            }
        }
    }

    /** Whether one of four bytes has all bits, as at the beginning of a marker. */
    private static boolean hasMarker(int four) {
        return ((~four - LOWEST_BITS) & four & HIGHEST_BITS) != 0;
    }

    private int octet(int index) {
        return file[index] & 0xFF;
    }
}
