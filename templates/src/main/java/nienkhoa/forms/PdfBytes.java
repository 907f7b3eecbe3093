package nienkhoa.forms;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Grows a PDF, or a stream of one: ASCII operators, numbers, glyph codes. */
final class PdfBytes {

    private static final int HUNDREDTHS = 100;
    private static final int DECIMAL = 10;
    private static final int HUNDRED_THOUSANDTHS = 100_000;
    private static final double HALF = 0.5;
    private static final float OPAQUE = 255;
    private static final String HEX = "0123456789ABCDEF";

    private byte[] bytes;
    private int length;

    PdfBytes(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** All of these bytes, not copied: nothing may be added. */
    PdfBytes(byte[] bytes) {
        this.bytes = bytes;
        this.length = bytes.length;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    PdfBytes add(int octet) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) octet;
        return this;
    }

    PdfBytes add(byte[] more) {
        return add(more, more.length);
    }

    PdfBytes add(byte[] more, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
        return this;
    }

    PdfBytes add(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            add(ascii.charAt(i));
        }
        return this;
    }

    PdfBytes integer(int value) {
        if (value < 0) {
            return add('-').integer(-value);
        }
        if (value >= DECIMAL) {
            integer(value / DECIMAL);
        }
        return add('0' + value % DECIMAL);
    }

    /**
     * A number and a space, as the report engine's own exporter rounds it: to the hundredth, below 1 to the
     * hundred-thousandth.
     */
    PdfBytes number(double value) {
        double size = Math.abs(value);
        int unit = size < 1 ? HUNDRED_THOUSANDTHS : HUNDREDTHS;
        long scaled = (long) (size * unit + HALF);
        if (value < 0 && scaled > 0) {
            add('-');
        }
        integer((int) (scaled / unit));
        long rest = scaled % unit;
        if (rest > 0) {
            add('.');
        }
        for (int place = unit / DECIMAL; rest > 0; place /= DECIMAL) {
            add('0' + (int) (rest / place));
            rest %= place;
        }
        return add(' ');
    }

    /** Red, green and blue, each from 0 to 1. */
    PdfBytes color(Color color) {
        return number(color.getRed() / OPAQUE).number(color.getGreen() / OPAQUE).number(color.getBlue() / OPAQUE);
    }

    /** An octet inside a string in brackets. */
    PdfBytes octetOfString(int octet) {
        switch (octet) {
            case '(', ')', '\\' -> add('\\').add(octet);
            case '\r' -> add('\\').add('r');
            case '\n' -> add('\\').add('n');
            default -> add(octet);
        }
        return this;
    }

    /** A text as a string in UTF-16 (ISO 32000-1 section 7.9.2.2). */
    PdfBytes text(String text) {
        add('<').add("FEFF");
        for (byte octet : text.getBytes(StandardCharsets.UTF_16BE)) {
            add(HEX.charAt((octet >> 4) & 0xF)).add(HEX.charAt(octet & 0xF));
        }
        return add('>');
    }

    byte[] array() {
        return bytes;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }
}
