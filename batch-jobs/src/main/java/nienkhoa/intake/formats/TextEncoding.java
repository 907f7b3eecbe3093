package nienkhoa.intake.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the letters of a text file are written, told by its content: a byte order mark, else UTF-8 if all of it is, else
 * Windows-1258, the Vietnamese code page of Windows.
 *
 * @param markBytes length of the byte order mark
 * @param guessed whether nothing in the file says so
 */
record TextEncoding(Charset charset, int markBytes, boolean guessed) {

    static final Charset WINDOWS_VIETNAMESE = Charset.forName("windows-1258");

    static TextEncoding of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            TextEncoding marked = ofMark(in.readNBytes(3));
            if (marked.markBytes > 0) {
                return marked;
            }
        }
        return isUtf8(file)
                ? new TextEncoding(StandardCharsets.UTF_8, 0, false)
                : new TextEncoding(WINDOWS_VIETNAMESE, 0, true);
    }

    /** What the first bytes say; Windows-1258 if they say nothing. */
    static TextEncoding ofMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, false);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, false);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, false);
        }
        return new TextEncoding(WINDOWS_VIETNAMESE, 0, true);
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer letters = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, letters.clear(), ended);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
            return !decoder.flush(letters.clear()).isError();
        }
    }

    /** The text; its reader throws {@link CharacterCodingException} at bytes that are no letters. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(markBytes);
        CharsetDecoder strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(in, strict), 1 << 16);
    }
}
