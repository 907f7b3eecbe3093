package nienkhoa.intake;

import java.text.Normalizer;

/**
 * Text as the register keeps it: NFC, one plain space between words, no control or zero-width characters, and the
 * Vietnamese Đ where an export wrote the look-alike Ð of other alphabets.
 */
public final class PlainText {

    private PlainText() {}

    /** The text in plain form; text that is plain already comes back as it is. */
    public static String of(String text) {
        return isPlain(text) ? text : squeeze(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** True only for text that needs no work; false says nothing. Cells are nearly always plain. */
    private static boolean isPlain(String text) {
        boolean spaceBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            if (space ? spaceBefore : !isPlain(c)) {
                return false;
            }
            spaceBefore = space;
        }
        return text.isEmpty() || !spaceBefore;
    }

    private static boolean isPlain(char c) {
        boolean ascii = c > ' ' && c < 0x7F;
        boolean latin = c > 0xA0 && c < 0x300 && c != 0xAD && c != 0xD0 && c != 0xF0;
        boolean vietnamese = c >= 0x1E00 && c < 0x1F00;
        boolean dashOrQuote = c >= 0x2010 && c < 0x2028;
        return ascii || latin || vietnamese || dashOrQuote;
    }

    private static String squeeze(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean spaceWanted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                spaceWanted = plain.length() > 0;
            } else if (!isInvisible(c)) {
                if (spaceWanted) {
                    plain.append(' ');
                    spaceWanted = false;
                }
                plain.append(c == 'Ð' ? 'Đ' : c == 'ð' ? 'đ' : c);
            }
        }
        return plain.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(char c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
