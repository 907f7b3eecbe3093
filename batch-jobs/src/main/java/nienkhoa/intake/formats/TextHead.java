package nienkhoa.intake.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The beginning of a text file. */
final class TextHead {

    /** Holds some hundred rows of a class list. */
    static final int BYTES = 1 << 16;

    private TextHead() {}

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return text(in.readNBytes(BYTES));
        }
    }

    /** Without a byte order mark one byte a letter: enough to see delimiters and tags. */
    static String text(byte[] head) {
        TextEncoding marked = TextEncoding.ofMark(head);
        return marked.markBytes() == 0
                ? new String(head, StandardCharsets.ISO_8859_1)
                : new String(head, marked.markBytes(), head.length - marked.markBytes(), marked.charset());
    }
}
