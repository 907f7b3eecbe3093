package nienkhoa.forms;

import java.util.Locale;

/** Texts in small letters, as {@link String#toLowerCase(Locale)} of the root locale gives them, but faster. */
final class Folding {

    /** Beyond it and at its two exceptions below, letters change into several or by their neighbours. */
    private static final int PLAIN = 0x2000;

    private static final char DOTTED_I = '\u0130';
    private static final char SIGMA = '\u03A3';
    private static final char[] SMALL = small();

    private Folding() {}

    private static char[] small() {
        char[] small = new char[PLAIN];
        for (char c = 0; c < PLAIN; c++) {
            small[c] = Character.toLowerCase(c);
        }
        return small;
    }

    static String of(String text) {
        int first = 0;
        while (first < text.length() && isSmall(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        char[] folded = text.toCharArray();
        for (int i = first; i < folded.length; i++) {
            char c = folded[i];
            if (c >= PLAIN ? Character.toLowerCase(c) != c || Character.isSurrogate(c) : c == DOTTED_I || c == SIGMA) {
                return text.toLowerCase(Locale.ROOT);
            }
            folded[i] = c < PLAIN ? SMALL[c] : c;
        }
        return new String(folded);
    }

    private static boolean isSmall(char c) {
        return c < PLAIN && SMALL[c] == c;
    }
}
