package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The decoded content of pages. PDFBox shows what it can of a damaged stream and says nothing, so deflated streams are inflated
 * here: whole, or not at all.
 */
final class PageContents {

    private static final int TYPICAL_RATIO = 6;

    private static final Set<COSName> KEYS = Set.of(COSName.LENGTH, COSName.FILTER);

    private PageContents() {}

    /** Whether it is deflated and nothing but its stored bytes says what it holds. */
    static boolean isPlain(COSStream stream) {
        return KEYS.equals(stream.keySet()) && COSName.FLATE_DECODE.equals(stream.getFilters());
    }

    /** Streams of one page are one content, with a space between them (ISO 32000-1 section 7.8.2). */
    static byte[] of(PDContentStream content) throws IOException {
        if (!(content instanceof PDPage page)) {
            try (InputStream decoded = content.getContents()) {
                return decoded.readAllBytes();
            }
        }
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (contents instanceof COSStream stream) {
            return of(stream);
        }
        PdfBytes all = new PdfBytes(1);
        if (contents instanceof COSArray streams) {
            for (int i = 0; i < streams.size(); i++) {
                all.add(of(streams.getObject(i))).add('\n');
            }
        }
        return all.copy();
    }

    /** @throws IOException if this is no stream, or something of it is missing or damaged */
    static byte[] of(COSBase content) throws IOException {
        if (!(content instanceof COSStream stream)) {
            throw new IOException("no stream");
        }
        boolean isDeflated = COSName.FLATE_DECODE.equals(stream.getFilters())
                && !stream.containsKey(COSName.DECODE_PARMS)
                && !stream.containsKey(COSName.F);
        if (isDeflated) {
            return inflated(stored(stream));
        }
        try (InputStream decoded = stream.createInputStream()) {
            return decoded.readAllBytes();
        }
    }

    static byte[] stored(COSStream stream) throws IOException {
        try (InputStream raw = stream.createRawInputStream()) {
            return raw.readAllBytes();
        }
    }

    private static byte[] inflated(byte[] stored) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            byte[] all = new byte[TYPICAL_RATIO * stored.length + 1];
            int length = 0;
            while (!inflater.finished()) {
                all = length == all.length ? Arrays.copyOf(all, 2 * length) : all;
                int count = inflater.inflate(all, length, all.length - length);
                if (count == 0 && !inflater.finished()) {
                    throw new IOException("stream is cut off");
                }
                length += count;
            }
            return Arrays.copyOf(all, length);
        } catch (DataFormatException e) {
            throw new IOException("stream is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
