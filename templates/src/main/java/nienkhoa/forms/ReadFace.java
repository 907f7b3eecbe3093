package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
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
 * A font of a document and the characters of its glyphs: by the document's own table (ToUnicode), and only where the bundled
 * face draws that character with that very glyph. A glyph that the table lacks or misnames reads as {@link #UNKNOWN}.
 *
 * @param face see {@link Expected#face(String)}
 * @param characters by glyph
 */
@SuppressWarnings("ArrayRecordComponent")
record ReadFace(char face, char[] characters) {

    /** No face has it, so no expected text does. */
    static final char UNKNOWN = '\uFFFD';

    /** What a text shows that was set in no font. */
    static final ReadFace NONE = new ReadFace(' ', new char[0]);

    private static final int BYTES_OF_A_CODE = 2;
    private static final int BYTE = 8;
    private static final int LOW = 0xFF;
    private static final int SUBSET_PREFIX = "NKAAAA+".length();

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

    /** @throws IOException if the table cannot be read */
    static ReadFace of(COSDictionary font) throws IOException {
        String name = font.getNameAsString(COSName.BASE_FONT, "");
        String face = name.indexOf('+') == SUBSET_PREFIX - 1 ? name.substring(SUBSET_PREFIX) : name;
        COSStream table = font.getCOSStream(COSName.TO_UNICODE);
        TrueTypeFont bundled = Bundled.FACES.get(face);
        return table == null || bundled == null
                ? new ReadFace(Expected.face(face), new char[0])
                : new ReadFace(Expected.face(face), characters(new CMapParser().parse(table.createView()), bundled));
    }

    private static char[] characters(CMap toUnicode, TrueTypeFont bundled) throws IOException {
        CmapLookup glyphs = bundled.getUnicodeCmapLookup();
        char[] characters = new char[bundled.getNumberOfGlyphs()];
        for (int glyph = 0; glyph < characters.length; glyph++) {
            String character = toUnicode.toUnicode(glyph, BYTES_OF_A_CODE);
            boolean isDrawn =
                    character != null && character.length() == 1 && glyphs.getGlyphId(character.charAt(0)) == glyph;
            characters[glyph] = isDrawn ? character.charAt(0) : UNKNOWN;
        }
        return characters;
    }

    /** @param codes two bytes for each glyph */
    String text(byte[] codes) {
        char[] text = new char[codes.length / BYTES_OF_A_CODE];
        for (int i = 0; i < text.length; i++) {
            int first = BYTES_OF_A_CODE * i;
            int glyph = ((codes[first] & LOW) << BYTE) | (codes[first + 1] & LOW);
            text[i] = glyph < characters.length ? characters[glyph] : UNKNOWN;
        }
        return new String(text);
    }
}
