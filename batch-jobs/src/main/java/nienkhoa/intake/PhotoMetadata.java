package nienkhoa.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Takes everything out of a JPEG or PNG file that is not the picture: camera, place, time, owner, comments, previews and
 * whatever follows the end. The picture is not encoded again.
 *
 * <p>Source: ISO/IEC 10918-1 annex B (markers), Exif 2.3 4.5 (APP1, tag 0x0112 Orientation), PNG 1.2 chapters 3 and 11.
 */
final class PhotoMetadata {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Chunks without which the picture, its transparency or its colours would be others. */
    private static final Set<String> PNG_PICTURE =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs");

    private static final int ORIENTATION = 0x0112;

    private final byte[] file;
    private final ByteArrayOutputStream picture;
    private int orientation = 1;

    private PhotoMetadata(byte[] file) {
        this.file = file;
        this.picture = new ByteArrayOutputStream(file.length);
    }

    /**
     * @param bytes the picture alone
     * @param orientation as Exif counts: 1 is upright, everything else is turned or mirrored
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Picture(byte[] bytes, int orientation) {

        boolean isUpright() {
            return orientation == 1;
        }
    }

    /** Empty if the file is no JPEG or PNG, or is broken off. */
    static Optional<Picture> picture(byte[] file) {
        PhotoMetadata metadata = new PhotoMetadata(file);
        try {
            boolean whole = metadata.startsWith(PNG, 0) ? metadata.png() : metadata.jpeg();
            return whole
                    ? Optional.of(new Picture(metadata.picture.toByteArray(), metadata.orientation))
                    : Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private int u8(int at) {
        return file[at] & 0xFF;
    }

    private int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    private boolean startsWith(byte[] bytes, int at) {
        if (at + bytes.length > file.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (file[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(String text, int at) {
        return startsWith(text.getBytes(StandardCharsets.ISO_8859_1), at);
    }

    private boolean jpeg() {
        if (u16(0) != 0xFFD8) {
            return false;
        }
        picture.write(file, 0, 2);
        int at = 2;
        while (true) {
            if (u8(at) != 0xFF) {
                return false;
            }
            int marker = u8(at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xD9) {
                picture.write(file, at, 2);
                return true;
            }
            int end = at + 2 + u16(at + 2);
            if (marker == 0xDA) {
                end = endOfScan(end);
            }
            if (end > file.length) {
                return false;
            }
            segment(marker, at, end);
            at = end;
        }
    }

    /** The first marker after a scan's data; restart markers and stuffed bytes belong to the data. */
    private int endOfScan(int from) {
        int at = from;
        while (u8(at) != 0xFF || u8(at + 1) == 0 || (u8(at + 1) >= 0xD0 && u8(at + 1) <= 0xD7)) {
            at++;
        }
        return at;
    }

    private void segment(int marker, int at, int end) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        boolean kept = (!application && marker != 0xFE)
                || (marker == 0xE0 && startsWith("JFIF\0", at + 4))
                || (marker == 0xE2 && startsWith("ICC_PROFILE\0", at + 4))
                || (marker == 0xEE && startsWith("Adobe", at + 4));
        if (kept) {
            picture.write(file, at, end - at);
        } else if (marker == 0xE1 && startsWith("Exif\0\0", at + 4)) {
            exif(at + 10, end);
        }
    }

    private boolean png() {
        picture.write(file, 0, PNG.length);
        for (int at = PNG.length; at < file.length; ) {
            long length = (long) u16(at) << 16 | u16(at + 2);
            if (length > file.length - at - 12) {
                return false;
            }
            int end = at + 12 + (int) length;
            String chunk = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PNG_PICTURE.contains(chunk)) {
                picture.write(file, at, end - at);
            } else if (chunk.equals("eXIf")) {
                exif(at + 8, end - 4);
            }
            if (chunk.equals("IEND")) {
                return true;
            }
            at = end;
        }
        return false;
    }

    /** Reads the orientation; other entries are passed over and damaged ones do not matter. */
    private void exif(int from, int end) {
        ByteBuffer tiff =
                ByteBuffer.wrap(file, from, Math.min(end, file.length) - from).slice();
        if (tiff.limit() < 8) {
            return;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) {
                return;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                orientation = tiff.getShort(entry + 8) & 0xFFFF;
            }
        }
    }
}
