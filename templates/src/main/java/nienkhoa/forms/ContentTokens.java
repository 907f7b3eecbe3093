package nienkhoa.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers, names, strings and operators of a page's decoded content, as {@link QuickOperators} knows them. Each method
 * begins at the first byte of its token and leaves off behind the last one.
 */
final class ContentTokens {

    /** Content that has to be read by PDFBox. */
    static final class Unknown extends IOException {

        private static final long serialVersionUID = 1;

        Unknown(int at) {
            super("unknown syntax at byte " + at);
        }
    }

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DIGITS_OF_INT = 9;
    private static final byte[] MARKED = {'/', 'M', 'C', 'I', 'D', ' '};
    private static final int DECIMAL = 10;
    private static final int HEX = 16;
    private static final int OCTAL = 8;
    private static final int OCTAL_DIGITS = 3;
    private static final int LONGEST_OPERATOR = 3;
    private static final int INLINE_IMAGE = ('B' << Operators.BYTE) | 'I';
    private static final int TYPICAL_STRING = 256;
    private static final double[] TENS = tens();

    private final byte[] in;
    private int at;
    private byte[] string = new byte[TYPICAL_STRING];
    private int length;

    ContentTokens(byte[] in) {
        this.in = in;
    }

    private static double[] tens() {
        double[] tens = new double[MOST_DIGITS + 1];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1] * DECIMAL;
        }
        return tens;
    }

    boolean isAtEnd() {
        while (at < in.length && Characters.isSpace(in[at])) {
            at++;
        }
        return at == in.length;
    }

    boolean isAtOperator() {
        return Characters.isLetter(in[at]);
    }

    /** The first byte of the next token. */
    int first() throws Unknown {
        return isAtEnd() ? unknown() : in[at];
    }

    void skip() {
        at++;
    }

    /** The bytes of all strings that were read since {@link #forget}. */
    byte[] strings() {
        return Arrays.copyOf(string, length);
    }

    void forget() {
        length = 0;
    }

    String name() throws Unknown {
        int start = ++at;
        while (at < in.length && Characters.isNameCharacter(in[at])) {
            at++;
        }
        endOfToken();
        return new String(in, start, at - start, StandardCharsets.US_ASCII);
    }

    boolean isAtPropertyList() {
        return in[at] == '<' && at + 1 < in.length && in[at + 1] == '<';
    }

    /** The number of marked content in a property list that has nothing else. */
    int propertyList() throws Unknown {
        at += 2;
        for (int i = 0; i < MARKED.length; i++) {
            if (peek() != MARKED[i]) {
                unknown();
            }
            at++;
        }
        int start = at;
        int id = 0;
        for (; Characters.isDigit(peek()) && at - start < MOST_DIGITS_OF_INT; at++) {
            id = DECIMAL * id + in[at] - '0';
        }
        if (at == start || peek() != '>' || at + 1 == in.length || in[at + 1] != '>') {
            unknown();
        }
        at += 2;
        return id;
    }

    float number() throws Unknown {
        boolean negative = in[at] == '-';
        at += negative || in[at] == '+' ? 1 : 0;
        int start = at;
        int point = -1;
        long digits = 0;
        for (; at < in.length && (Characters.isDigit(in[at]) || (in[at] == '.' && point < 0)); at++) {
            if (in[at] == '.') {
                point = at;
            } else {
                digits = DECIMAL * digits + in[at] - '0';
            }
        }
        int read = at - start - (point < 0 ? 0 : 1);
        if (read == 0 || read > MOST_DIGITS) {
            unknown();
        }
        endOfToken();
        double value = point < 0 ? digits : digits / TENS[at - point - 1];
        return (float) (negative ? -value : value);
    }

    /** @see Operators#code */
    int operator() throws Unknown {
        int start = at;
        int code = 0;
        while (at < in.length && Characters.isLetter(in[at])) {
            code = (code << Operators.BYTE) | in[at++];
        }
        if (code == INLINE_IMAGE || at - start > LONGEST_OPERATOR) {
            at = start;
            unknown();
        }
        endOfToken();
        return code;
    }

    /** A bracket inside it has to be escaped, as all writers do: PDFBox guesses what others mean. */
    void string() throws Unknown {
        int start = length;
        for (at++; peek() != ')'; at++) {
            int octet = in[at];
            if (octet == '\\') {
                at++;
                escaped();
            } else if (octet == '(' || octet == '\r') {
                unknown();
            } else {
                add(octet);
            }
        }
        at++;
        wholeCodes(start);
    }

    /** Codes have two bytes: half a one is not left to the next string. */
    private void wholeCodes(int start) throws Unknown {
        if ((length - start) % 2 != 0) {
            unknown();
        }
    }

    /** What follows a backslash (ISO 32000-1 table 3); leaves off at its last byte. */
    private void escaped() throws Unknown {
        int octet = peek();
        switch (octet) {
            case 'n' -> add('\n');
            case 'r' -> add('\r');
            case 't' -> add('\t');
            case 'b' -> add('\b');
            case 'f' -> add('\f');
            case '(', ')', '\\' -> add(octet);
            default -> octal();
        }
    }

    private void octal() throws Unknown {
        int value = 0;
        int end = at + OCTAL_DIGITS;
        int start = at;
        while (at < end && peek() >= '0' && peek() < '0' + OCTAL) {
            value = OCTAL * value + in[at++] - '0';
        }
        if (at == start) {
            unknown();
        }
        at--;
        add(value);
    }

    void hexString() throws Unknown {
        int start = length;
        int half = -1;
        for (at++; peek() != '>'; at++) {
            int digit = Character.digit(in[at], HEX);
            if (digit < 0) {
                unknown();
            }
            if (half < 0) {
                half = digit;
            } else {
                add(HEX * half + digit);
                half = -1;
            }
        }
        if (half >= 0) {
            unknown();
        }
        at++;
        wholeCodes(start);
    }

    private void add(int octet) {
        if (length == string.length) {
            string = Arrays.copyOf(string, 2 * length);
        }
        string[length++] = (byte) octet;
    }

    private int peek() throws Unknown {
        return at < in.length ? in[at] : unknown();
    }

    private int unknown() throws Unknown {
        throw new Unknown(at);
    }

    /** A token ends at a space or where an operand or an array begins or ends. */
    private void endOfToken() throws Unknown {
        if (at < in.length && !Characters.isSpace(in[at]) && "([</]".indexOf(in[at]) < 0) {
            unknown();
        }
    }
}
