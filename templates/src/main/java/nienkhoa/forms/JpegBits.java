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
    private static final int READY = 32;
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

    /** Makes ready for {@value #READY} bits, which can be looked at and skipped from here on. */
    void prepare() {
        if (count < READY) {
            fill();
        }
    }

    /** The next bits, which stay where they are. */
    int peek(int width) {
        return (int) (bits >>> (count - width)) & ((1 << width) - 1);
    }

    void skip(int width) {
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

    private void fill() {
        if (at + Integer.BYTES <= file.length) {
            int four = (int) FOUR.get(file, at);
            if (!hasMarker(four)) {
                bits = (bits << Integer.SIZE) | (four & UNSIGNED);
                count += Integer.SIZE;
                at += Integer.BYTES;
                return;
            }
        }
        while (count < READY) {
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
