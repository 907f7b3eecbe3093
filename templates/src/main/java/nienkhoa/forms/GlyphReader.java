package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Characters of the glyphs that a document shows: by the document's own table (ToUnicode), and only where the bundled face
 * draws that character with that very glyph. A glyph that the table lacks or misnames reads as {@link #UNKNOWN}.
 */
final class GlyphReader {

    /** No face has it, so no expected text does. */
    static final char UNKNOWN = '\uFFFD';

    private static final int BYTES_OF_A_CODE = 2;
    private static final int BYTE = 8;
    private static final int LOW = 0xFF;
    private static final int SUBSET_PREFIX = "NKAAAA+".length();

    private final IdentityHashMap<COSDictionary, Font> fonts = new IdentityHashMap<>();

    /**
     * @param face letter of the face, see {@link Expected#face(String)}
     * @param characters by the glyphs that the face draws them with; {@link #UNKNOWN} for all others
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Font(char face, char[] characters) {

        char character(int glyph) {
            return glyph < characters.length ? characters[glyph] : UNKNOWN;
        }
    }

    /** What a font's characters depend on: its face and its table as stored, byte for byte. */
    private record Table(String face, ByteBuffer toUnicode) {}

    /** Tables that come with every document. */
    private static final Map<Table, Font> KEPT = new ConcurrentHashMap<>();

    private static final int MOST_KEPT = 64;

    /** The faces as FontBox reads them, by the end of their names. */
    private static final class Bundled {

        static final Map<String, TrueTypeFont> FACES = load();

        private static Map<String, TrueTypeFont> load() {
            Map<String, TrueTypeFont> faces = new HashMap<>();
            for (String file : Faces.FILES) {
                try {
                    faces.put(
                            file.substring(file.lastIndexOf('/') + 1).replace(".ttf", ""),
                            new TTFParser().parse(new RandomAccessReadBuffer(Resources.CLASS_PATH.bytes(file))));
                } catch (IOException e) {
                    throw new UncheckedIOException(file, e);
                }
            }
            return Map.copyOf(faces);
        }
    }

    /** See {@link Expected#face(String)}. */
    char face(COSDictionary font) {
        return font(font).face();
    }

    String text(COSDictionary font, byte[] codes) {
        Font known = font(font);
        char[] text = new char[codes.length / BYTES_OF_A_CODE];
        for (int i = 0; i < text.length; i++) {
            int first = BYTES_OF_A_CODE * i;
            text[i] = known.character(((codes[first] & LOW) << BYTE) | (codes[first + 1] & LOW));
        }
        return new String(text);
    }

    private Font font(COSDictionary font) {
        return fonts.computeIfAbsent(font, GlyphReader::load);
    }

    private static Font load(COSDictionary font) {
        String name = font.getNameAsString(COSName.BASE_FONT, "");
        String face = name.indexOf('+') == SUBSET_PREFIX - 1 ? name.substring(SUBSET_PREFIX) : name;
        COSStream table = font.getCOSStream(COSName.TO_UNICODE);
        TrueTypeFont bundled = Bundled.FACES.get(face);
        if (table == null || bundled == null) {
            return new Font(Expected.face(face), new char[0]);
        }
        try {
            return isPlain(table) ? kept(face, table, bundled) : read(face, table, bundled);
        } catch (IOException e) {
            throw new UncheckedIOException(face, e);
        }
    }

    /** Whether its bytes as stored say all: the same bytes are always the same table. */
    private static boolean isPlain(COSStream table) {
        return COSName.FLATE_DECODE.equals(table.getFilters()) && !table.containsKey(COSName.DECODE_PARMS);
    }

    private static Font kept(String face, COSStream table, TrueTypeFont bundled) throws IOException {
        Table key;
        try (InputStream stored = table.createRawInputStream()) {
            key = new Table(face, ByteBuffer.wrap(stored.readAllBytes()));
        }
        Font known = KEPT.get(key);
        if (known != null) {
            return known;
        }
        Font read = read(face, table, bundled);
        if (KEPT.size() >= MOST_KEPT) {
            KEPT.clear();
        }
        KEPT.put(key, read);
        return read;
    }

    private static Font read(String face, COSStream table, TrueTypeFont bundled) throws IOException {
        CMap toUnicode = new CMapParser().parse(table.createView());
        CmapLookup glyphs = bundled.getUnicodeCmapLookup();
        char[] characters = new char[bundled.getNumberOfGlyphs()];
        for (int glyph = 0; glyph < characters.length; glyph++) {
            String character = toUnicode.toUnicode(glyph, BYTES_OF_A_CODE);
            boolean isDrawn = character != null && character.length() == 1 && glyphs.getGlyphId(character.charAt(0)) == glyph;
            characters[glyph] = isDrawn ? character.charAt(0) : UNKNOWN;
        }
        return new Font(Expected.face(face), characters);
    }
}
