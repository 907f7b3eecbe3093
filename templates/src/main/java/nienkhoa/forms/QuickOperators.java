package nienkhoa.forms;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Operators read without an object for each operand, about ten times as fast as by {@link ParsedOperators}. Knows what pages
 * of forms are made of: numbers, plain names, strings, arrays of strings and numbers, and property lists with nothing but a
 * number of marked content. All else, even if it is well formed (inline images, other dictionaries, comments, brackets inside
 * strings, half codes), is {@link ContentTokens.Unknown} and left to PDFBox.
 */
final class QuickOperators implements Operators {

    private static final int MOST_OPERANDS = 32;

    private final ContentTokens tokens;
    private final float[] numbers = new float[MOST_OPERANDS];
    private int operator;
    private int count;
    private int markedId;
    private @Nullable String name;

    /** @param content decoded */
    QuickOperators(byte[] content) {
        this.tokens = new ContentTokens(content);
    }

    @Override
    public boolean next() throws IOException {
        count = 0;
        markedId = -1;
        name = null;
        tokens.forget();
        while (!tokens.isAtEnd()) {
            if (tokens.isAtOperator()) {
                operator = tokens.operator();
                return true;
            }
            operand();
        }
        return false;
    }

    @Override
    public int operator() {
        return operator;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public float number(int at) {
        return at < count ? numbers[at] : 0;
    }

    @Override
    public int markedId() {
        return markedId;
    }

    @Override
    public String name() throws IOException {
        if (name == null) {
            throw new IOException("operator without a name");
        }
        return name;
    }

    @Override
    public boolean isNamed() {
        return name != null;
    }

    @Override
    public byte[] shown() {
        return tokens.strings();
    }

    private void operand() throws IOException {
        if (count == MOST_OPERANDS) {
            throw new ContentTokens.Unknown(count);
        }
        tokens.forget();
        numbers[count] = 0;
        markedId = -1;
        switch (tokens.first()) {
            case '(' -> tokens.string();
            case '<' -> angle();
            case '[' -> array();
            case '/' -> named();
            default -> numbers[count] = tokens.number();
        }
        count++;
    }

    private void named() throws IOException {
        if (count > 0) {
            throw new ContentTokens.Unknown(count);
        }
        name = tokens.name();
    }

    private void angle() throws IOException {
        if (tokens.isAtPropertyList()) {
            markedId = tokens.propertyList();
        } else {
            tokens.hexString();
        }
    }

    private void array() throws IOException {
        tokens.skip();
        for (int first = tokens.first(); first != ']'; first = tokens.first()) {
            switch (first) {
                case '(' -> tokens.string();
                case '<' -> tokens.hexString();
                default -> tokens.number();
            }
        }
        tokens.skip();
    }
}
