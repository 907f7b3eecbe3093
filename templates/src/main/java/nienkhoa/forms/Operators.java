package nienkhoa.forms;

import java.io.IOException;

/** The operators of a content stream (ISO 32000-1 section 7.8.2), one after the other, with the operands before each. */
interface Operators {

    int BYTE = 8;

    /** Goes on to the next operator; false at the end. */
    boolean next() throws IOException;

    /** Letters of the operator, the first one highest; 0 for one of more than three letters. */
    int operator();

    int count();

    /** The operand at a position from 0; 0 if it is no number or is missing. */
    float number(int at);

    /** The number of marked content that the last operand, a property list, gives; negative if it gives none. */
    int markedId();

    /** Whether the first operand is a name. */
    boolean isNamed();

    /** @throws IOException if the first operand is no name */
    String name() throws IOException;

    /** The bytes of the last operand, if it is a string or an array of strings and numbers; else empty. */
    byte[] shown();

    /** The letters of a code. */
    static String letters(int code) {
        return (code >>> BYTE > 0 ? letters(code >>> BYTE) : "") + (char) (code & 0xFF);
    }

    /** What {@link #operator} answers for an operator. */
    static int code(String operator) {
        int code = 0;
        for (int i = 0; i < operator.length(); i++) {
            code = (code << BYTE) | operator.charAt(i);
        }
        return operator.length() > 3 ? 0 : code;
    }
}
