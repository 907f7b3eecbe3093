package nienkhoa.forms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the header of a JPEG file says (ISO/IEC 10918-1 annex B).
 *
 * @param profile its colour profile (APP2 segments, ICC.1 annex B.4); empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record Jpeg(int width, int height, int components, byte[] profile) {

    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int APP2 = 0xE2;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN = 0xC4;
    private static final int EXTENSION = 0xC8;
    private static final int ARITHMETIC = 0xCC;
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PROFILE_HEAD = PROFILE.length + 2;
    private static final int BYTE = 8;

    /** Empty if the bytes are no JPEG file. */
    static Optional<Jpeg> of(byte[] file) {
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        if (file.length < 2 || octet(file, 0) != MARKER || octet(file, 1) != START) {
            return Optional.empty();
        }
        for (int at = 2; at + 9 < file.length && octet(file, at) == MARKER; at += 2 + pair(file, at + 2)) {
            int marker = octet(file, at + 1);
            int data = at + 4;
            if (isFrame(marker)) {
                return Optional.of(new Jpeg(
                        pair(file, data + 3), pair(file, data + 1), octet(file, data + 5), profile.toByteArray()));
            }
            int end = Math.min(file.length, at + 2 + pair(file, at + 2));
            if (marker == APP2 && end - data > PROFILE_HEAD && isProfile(file, data)) {
                profile.write(file, data + PROFILE_HEAD, end - data - PROFILE_HEAD);
            }
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME
                && marker <= LAST_FRAME
                && marker != HUFFMAN
                && marker != EXTENSION
                && marker != ARITHMETIC;
    }

    private static boolean isProfile(byte[] file, int data) {
        return Arrays.equals(file, data, data + PROFILE.length, PROFILE, 0, PROFILE.length);
    }

    private static int octet(byte[] file, int at) {
        return file[at] & 0xFF;
    }

    private static int pair(byte[] file, int at) {
        return (octet(file, at) << BYTE) | octet(file, at + 1);
    }
}
