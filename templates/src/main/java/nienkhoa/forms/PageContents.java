package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
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

    private PageContents() {}

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
            PdfBytes all = new PdfBytes(TYPICAL_RATIO * stored.length + 1);
            byte[] some = new byte[TYPICAL_RATIO * stored.length + 1];
            while (!inflater.finished()) {
                int count = inflater.inflate(some);
                if (count == 0 && !inflater.finished()) {
                    throw new IOException("stream is cut off");
                }
                all.add(some, count);
            }
            return all.copy();
        } catch (DataFormatException e) {
            throw new IOException("stream is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
