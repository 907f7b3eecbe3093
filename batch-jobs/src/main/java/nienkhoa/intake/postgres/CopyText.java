package nienkhoa.intake.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Lines of PostgreSQL's COPY in text format, sent in large pieces. */
final class CopyText implements AutoCloseable {

    private static final int PIECE_CHARS = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder piece = new StringBuilder(PIECE_CHARS + 8_192);
    private boolean lineStarted;
    private boolean ended;

    CopyText(Connection connection, String sql) throws SQLException {
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    }

    CopyText value(@Nullable Object value) {
        if (lineStarted) {
            piece.append('\t');
        }
        lineStarted = true;
        if (value == null) {
            piece.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    /** Nearly all values need no escape and are appended whole. */
    private void escape(String value) {
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' || c < ' ') {
                piece.append(value, from, i);
                escape(c);
                from = i + 1;
            }
        }
        piece.append(value, from, value.length());
    }

    /** Quirk: PostgreSQL's text cannot hold the character zero, so it is left out. */
    private void escape(char c) {
        switch (c) {
            case '\\' -> piece.append("\\\\");
            case '\t' -> piece.append("\\t");
            case '\n' -> piece.append("\\n");
            case '\r' -> piece.append("\\r");
            case '\0' -> {}
            default -> piece.append(c);
        }
    }

    void endLine() throws SQLException {
        piece.append('\n');
        lineStarted = false;
        if (piece.length() >= PIECE_CHARS) {
            send();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        piece.setLength(0);
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
