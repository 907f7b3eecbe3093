package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

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

    /** @param face {@code NienKhoaSerif-Bold}; {@code glyphs} is null for a face that is not bundled */
    private record Font(
            String face, @Nullable CMap toUnicode, @Nullable CmapLookup glyphs) {}

    /** The faces as FontBox reads them, by the end of their names. */
    private static final class Bundled {

        static final Map<String, CmapLookup> FACES = load();

        private static Map<String, CmapLookup> load() {
            Map<String, CmapLookup> faces = new HashMap<>();
            for (String file : Faces.FILES) {
                try {
                    faces.put(
                            file.substring(file.lastIndexOf('/') + 1).replace(".ttf", ""),
                            new TTFParser()
                                    .parse(new RandomAccessReadBuffer(Resources.CLASS_PATH.bytes(file)))
                                    .getUnicodeCmapLookup());
                } catch (IOException e) {
                    throw new UncheckedIOException(file, e);
                }
            }
            return Map.copyOf(faces);
        }
    }

    /** {@code NienKhoaSerif-Bold}; empty for a font without a name. */
    String face(COSDictionary font) {
        return font(font).face();
    }

    String text(COSDictionary font, byte[] codes) {
        Font known = font(font);
        StringBuilder text = new StringBuilder(codes.length / BYTES_OF_A_CODE);
        for (int i = 0; i + 1 < codes.length; i += BYTES_OF_A_CODE) {
            text.append(character(known, ((codes[i] & LOW) << BYTE) | (codes[i + 1] & LOW)));
        }
        return text.toString();
    }

    private static String character(Font font, int glyph) {
        String character = font.toUnicode() == null ? null : font.toUnicode().toUnicode(glyph, BYTES_OF_A_CODE);
        if (character == null || font.glyphs() == null) {
            return String.valueOf(UNKNOWN);
        }
        boolean isDrawn = character.codePointCount(0, character.length()) == 1
                && font.glyphs().getGlyphId(character.codePointAt(0)) == glyph;
        return isDrawn ? character : String.valueOf(UNKNOWN);
    }

    private Font font(COSDictionary font) {
        return fonts.computeIfAbsent(font, GlyphReader::load);
    }

    private static Font load(COSDictionary font) {
        String name = font.getNameAsString(COSName.BASE_FONT, "");
        String face = name.indexOf('+') == SUBSET_PREFIX - 1 ? name.substring(SUBSET_PREFIX) : name;
        COSStream table = font.getCOSStream(COSName.TO_UNICODE);
        try {
            CMap toUnicode = table == null ? null : new CMapParser().parse(table.createView());
            return new Font(face, toUnicode, Bundled.FACES.get(face));
        } catch (IOException e) {
            throw new UncheckedIOException(face, e);
        }
    }
}
