package nienkhoa.forms;

import java.io.IOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of one document. PDFBox reads an object from the place that the file's table of objects gives it. So if the table
 * leads to the very bytes that an earlier document had there, the font is that document's and is not read again.
 */
final class GlyphReader {

    private static final byte[] END = {'e', 'n', 'd', 'o', 'b', 'j', '\n'};
    private static final int MOST_KEPT = 16;

    private final COSDocument document;
    private final byte[] pdf;
    private final Kept kept;
    private final IdentityHashMap<COSBase, ReadFace> fonts = new IdentityHashMap<>();

    /** Fonts of earlier documents, by object number. Safe for several threads. */
    static final class Kept {

        private final Map<Long, List<Stored>> fonts = new ConcurrentHashMap<>();
    }

    /** The bytes of an object that is a stream, from its number to the end. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(COSObjectKey key, byte[] bytes) {}

    /**
     * @param index of the font's dictionary in the object stream {@code holder}
     * @param table ToUnicode
     */
    private record Stored(int index, Piece holder, Piece table, ReadFace font) {}

    /** @param pdf what {@code document} was read from */
    GlyphReader(COSDocument document, byte[] pdf, Kept kept) {
        this.document = document;
        this.pdf = pdf;
        this.kept = kept;
    }

    /** @param font a dictionary or a reference to one; null: {@link ReadFace#NONE} */
    ReadFace font(@Nullable COSBase font) throws IOException {
        if (font == null) {
            return ReadFace.NONE;
        }
        ReadFace known = fonts.get(font);
        if (known == null) {
            known = font instanceof COSObject reference ? stored(reference) : read(font);
            fonts.put(font, known);
        }
        return known;
    }

    private static ReadFace read(@Nullable COSBase font) throws IOException {
        return font instanceof COSDictionary dictionary ? ReadFace.of(dictionary) : ReadFace.NONE;
    }

    private ReadFace stored(COSObject reference) throws IOException {
        COSObjectKey key = reference.getKey();
        Long place = key == null ? null : document.getXrefTable().get(key);
        if (key == null || place == null || place >= 0) {
            return read(reference.getObject());
        }
        COSObjectKey holder = new COSObjectKey(-place, 0);
        List<Stored> stored = kept.fonts.computeIfAbsent(key.getNumber(), any -> new CopyOnWriteArrayList<>());
        for (Stored one : stored) {
            boolean isSame =
                    one.index() == key.getStreamIndex() && one.holder().key().equals(holder);
            if (isSame && isHere(one.holder()) && isHere(one.table())) {
                return one.font();
            }
        }
        ReadFace font = read(reference.getObject());
        if (stored.size() < MOST_KEPT
                && reference.getObject() instanceof COSDictionary found
                && found.getItem(COSName.BASE_FONT) instanceof COSName) {
            Piece dictionary = piece(document.getObjectFromPool(holder));
            Piece table = piece(found.getItem(COSName.TO_UNICODE));
            if (dictionary != null && table != null) {
                stored.add(new Stored(key.getStreamIndex(), dictionary, table, font));
            }
        }
        return font;
    }

    /** Where the object ends that starts at a place: where the next one starts. */
    static long end(COSDocument document, long start) {
        return Stream.concat(document.getXrefTable().values().stream(), Stream.of(document.getStartXref()))
                .filter(other -> other > start)
                .mapToLong(Long::longValue)
                .min()
                .orElse(start);
    }

    private static boolean isPlain(COSBase value) {
        return value instanceof COSName || value instanceof COSInteger;
    }

    private boolean isHere(Piece piece) {
        Long start = document.getXrefTable().get(piece.key());
        long end = start == null ? 0 : start + piece.bytes().length;
        return start != null
                && start > 0
                && end <= pdf.length
                && Arrays.equals(pdf, start.intValue(), (int) end, piece.bytes(), 0, piece.bytes().length);
    }

    /** Null if it is no stream that says all by itself: without references to others, its length within its own bytes. */
    private @Nullable Piece piece(@Nullable COSBase item) {
        if (!(item instanceof COSObject reference)
                || !(reference.getObject() instanceof COSStream stream)
                || !stream.getValues().stream().allMatch(GlyphReader::isPlain)
                || !(stream.getItem(COSName.LENGTH) instanceof COSInteger length)) {
            return null;
        }
        COSObjectKey key = Objects.requireNonNull(reference.getKey());
        Long start = document.getXrefTable().get(key);
        if (start == null || start <= 0) {
            return null;
        }
        long end = end(document, start);
        byte[] bytes = Arrays.copyOfRange(pdf, start.intValue(), (int) end);
        int last = bytes.length - END.length;
        boolean isWhole = last > length.longValue() && Arrays.equals(bytes, last, bytes.length, END, 0, END.length);
        return isWhole ? new Piece(key, bytes) : null;
    }
}
