package nienkhoa.intake.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;

/** Lets only so many characters pass between two marks, and remembers how the text ended. */
final class BoundedReader extends FilterReader {

    private final long most;
    private long sinceMark;
    private boolean ended;
    private boolean badBytes;

    /** @param most characters between two marks */
    BoundedReader(Reader in, long most) {
        super(in);
        this.most = most;
    }

    /** From here on as many characters may come. */
    void mark() {
        sinceMark = 0;
    }

    boolean hasEnded() {
        return ended;
    }

    /** If bytes that are no letters were the cause of an exception, it says so. */
    void blame() throws UnreadableWorkbook {
        if (badBytes) {
            throw new UnreadableWorkbook("I044_UNKNOWN_ENCODING", "encoding");
        }
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        try {
            int read = super.read(buffer, from, length);
            ended = read < 0;
            sinceMark += Math.max(0, read);
            if (sinceMark > most) {
                throw new TooLarge(TooLarge.PLAIN, "record");
            }
            return read;
        } catch (CharacterCodingException e) {
            badBytes = true;
            throw e;
        }
    }

    /** Quirk: Windows-1258 writes the tone after its letter. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
