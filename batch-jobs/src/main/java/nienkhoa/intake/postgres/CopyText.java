package nienkhoa.intake.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Lines of PostgreSQL's COPY in text format, sent in large pieces. */
final class CopyText implements AutoCloseable {

    private static final int PIECE_BYTES = 1 << 16;

    /** No character takes more, in UTF-8 or escaped. */
    private static final int MOST_BYTES_A_CHAR = 3;

    private final CopyIn copy;
    private byte[] piece = new byte[2 * PIECE_BYTES];
    private int size;
    private boolean lineStarted;
    private boolean ended;

    CopyText(Connection connection, String sql) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    CopyText value(@Nullable Object value) {
        begin();
        if (value == null) {
            room(2);
            put('\\', 'N');
        } else {
            add(value.toString());
        }
        return this;
    }

    private void begin() {
        if (lineStarted) {
            room(1);
            piece[size++] = '\t';
        }
        lineStarted = true;
    }

    /** Nearly all of it is ASCII that needs no escape. */
    private void add(String part) {
        room(part.length() * MOST_BYTES_A_CHAR);
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '\\') {
                piece[size++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
            } else if (Character.isSurrogate(c)) {
                surrogates(part.substring(i, i + Character.charCount(part.codePointAt(i))));
                i += Character.charCount(part.codePointAt(i)) - 1;
            } else {
                unicode(c);
            }
        }
    }

    private void room(int bytes) {
        if (piece.length - size < bytes) {
            piece = Arrays.copyOf(piece, Math.max(2 * piece.length, size + bytes));
        }
    }

    private void put(int one, int other) {
        piece[size++] = (byte) one;
        piece[size++] = (byte) other;
    }

    /** Quirk: PostgreSQL's text cannot hold the character zero, so it is left out. */
    private void escape(char c) {
        switch (c) {
            case '\\' -> put('\\', '\\');
            case '\t' -> put('\\', 't');
            case '\n' -> put('\\', 'n');
            case '\r' -> put('\\', 'r');
            case '\0' -> {}
            default -> piece[size++] = (byte) c;
        }
    }

    private void unicode(char c) {
        if (c < 0x800) {
            put(0xC0 | (c >> 6), 0x80 | (c & 0x3F));
        } else {
            piece[size++] = (byte) (0xE0 | (c >> 12));
            put(0x80 | ((c >> 6) & 0x3F), 0x80 | (c & 0x3F));
        }
    }

    /** A pair of them, or half of one, which cannot be written. */
    private void surrogates(String text) {
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            piece[size++] = each;
        }
    }

    void endLine() throws SQLException {
        room(1);
        piece[size++] = '\n';
        lineStarted = false;
        if (size >= PIECE_BYTES) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(piece, 0, size);
        size = 0;
    }

    /** Sends the rest; without this nothing is kept. */
    void end() throws SQLException {
        send();
        copy.endCopy();
        ended = true;
    }

    @Override
    public void close() throws SQLException {
        if (!ended && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
