package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Reads the content of pages quickly, and without what they end with if that is nothing but lines in a stream of their own
 * ({@link CellLines}), which most pages of a form share. Such a stream is read once; the same bytes are quiet again. Safe for
 * several threads.
 */
final class QuietContents implements PageReader.Syntax {

    /** When so many bytes are kept, all are forgotten. */
    private static final int MOST = 1 << 23;

    private static final Set<COSName> KEYS = Set.of(COSName.LENGTH, COSName.FILTER);
    private static final Set<String> QUIET = Set.of("m", "l", "S", "w", "J", "d", "RG", "BMC", "EMC");

    private final Set<ByteBuffer> quiet = ConcurrentHashMap.newKeySet();
    private final AtomicInteger bytes = new AtomicInteger();

    @Override
    public Operators of(PDContentStream content) throws IOException {
        COSArray streams = content instanceof PDPage page ? page.getCOSObject().getCOSArray(COSName.CONTENTS) : null;
        return streams != null && streams.size() == 2 && isQuiet(streams.getObject(1))
                ? new QuickOperators(decoded(streams.getObject(0)))
                : QUICK.of(content);
    }

    private boolean isQuiet(COSBase content) throws IOException {
        if (!(content instanceof COSStream stream)
                || !KEYS.equals(stream.keySet())
                || !COSName.FLATE_DECODE.equals(stream.getFilters())) {
            return false;
        }
        ByteBuffer stored = stored(stream);
        if (quiet.contains(stored)) {
            return true;
        }
        boolean isQuiet = isQuiet(new QuickOperators(decoded(stream)));
        if (isQuiet) {
            keep(stored);
        }
        return isQuiet;
    }

    private void keep(ByteBuffer stored) {
        if (bytes.addAndGet(stored.capacity()) > MOST) {
            quiet.clear();
            bytes.set(stored.capacity());
        }
        quiet.add(stored);
    }

    /** Only lines in an artifact. */
    private static boolean isQuiet(Operators operators) throws IOException {
        ReadMarks marks = new ReadMarks();
        boolean isQuiet = true;
        while (isQuiet && operators.next()) {
            isQuiet = QUIET.contains(Operators.letters(operators.operator()));
            marks.read(operators);
        }
        return isQuiet && operators.count() == 0 && marks.count() == 0;
    }

    private static byte[] decoded(COSBase content) throws IOException {
        if (content instanceof COSStream stream) {
            try (InputStream in = stream.createInputStream()) {
                return in.readAllBytes();
            }
        }
        throw new IOException("no stream");
    }

    private static ByteBuffer stored(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            return ByteBuffer.wrap(in.readAllBytes());
        }
    }
}
