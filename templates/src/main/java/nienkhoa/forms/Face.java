package nienkhoa.forms;

import com.lowagie.text.pdf.BaseFont;
import java.util.BitSet;

/**
 * One bundled face: its glyphs, their widths, and what embeds it in a PDF. There are two of the latter, made once a
 * process: with the common characters and with all. So no document subsets and deflates a face again.
 */
final class Face {

    /** Vietnamese letters and signs of forms beyond ASCII; see also {@link #isCommon}. */
    private static final String COMMON = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư–—‘’“”…•×\u00A0";

    private static final BitSet OFTEN = often();

    private static final float THOUSANDTH = 0.001f;

    private final int number;
    private final BaseFont font;
    private final char[] glyphs;
    private final char[] widths;
    private final EmbeddedFace common;
    private final EmbeddedFace whole;

    /**
     * @param number from 1
     * @param printable the characters that it has, ascending
     */
    Face(int number, BaseFont font, String printable) {
        int last = printable.charAt(printable.length() - 1);
        this.number = number;
        this.font = font;
        this.glyphs = new char[last + 1];
        this.widths = new char[last + 1];
        char[] found = EmbeddedFace.glyphs(font, printable);
        for (int i = 0; i < printable.length(); i++) {
            char c = printable.charAt(i);
            glyphs[c] = found[i];
            widths[c] = (char) font.getWidth(c);
        }
        StringBuilder often = new StringBuilder();
        printable.chars().filter(Face::isCommon).forEach(c -> often.append((char) c));
        this.common = EmbeddedFace.make(this, often.toString(), 'A');
        this.whole = EmbeddedFace.make(this, printable, 'B');
    }

    private static BitSet often() {
        BitSet often = new BitSet();
        often.set(' ', '~' + 1);
        often.set('Ạ', 'ỹ' + 1);
        COMMON.chars().forEach(often::set);
        return often;
    }

    /** Whether a document needs no more than the smaller of the two embedded faces for this character. */
    static boolean isCommon(int character) {
        return OFTEN.get(character);
    }

    int number() {
        return number;
    }

    BaseFont font() {
        return font;
    }

    /** @throws IllegalArgumentException if the face lacks the character: the data are to be proved before */
    int glyph(char character) {
        int glyph = character < glyphs.length ? glyphs[character] : 0;
        if (glyph == 0) {
            throw new IllegalArgumentException("no glyph for U+" + Integer.toHexString(character));
        }
        return glyph;
    }

    /** In thousandths of the font size. */
    int width(char character) {
        return character < widths.length ? widths[character] : 0;
    }

    /** What a text leaves of a length in points; taken off letter by letter, as OpenPDF does, to round as it does. */
    float rest(float length, String text, float size) {
        float rest = length;
        for (int i = 0; i < text.length(); i++) {
            rest -= width(text.charAt(i)) * THOUSANDTH * size;
        }
        return rest;
    }

    /** Writes the face into a document. */
    void embed(PdfObjects objects, boolean onlyCommon) {
        (onlyCommon ? common : whole).write(objects);
    }
}
