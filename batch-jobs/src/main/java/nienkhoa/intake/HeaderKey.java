package nienkhoa.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The form in which headers and coded values are compared: two spellings of one word have the same key.
 *
 * <p>Without regard to case, line breaks and spaces, punctuation, the place of the tone mark in its syllable
 * ({@code hoà}, {@code hòa}) and i or y ({@code lí}, {@code lý}). Tones and letters do count.
 */
public final class HeaderKey {

    /** More different texts than all headers and codes together; what comes later is worked out each time. */
    private static final int CACHED = 20_000;

    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private HeaderKey() {}

    public static String of(String text) {
        String known = KEYS.get(text);
        if (known != null) {
            return known;
        }
        String key = work(text);
        if (KEYS.size() < CACHED) {
            KEYS.put(text, key);
        }
        return key;
    }

    private static String work(String text) {
        String composed = LegacyText.likely(Normalizer.normalize(text, Normalizer.Form.NFC));
        String letters = Normalizer.normalize(PlainText.of(composed).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder key = new StringBuilder(letters.length());
        StringBuilder tones = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (TONES.indexOf(c) >= 0) {
                tones.append(c);
            } else if (isPartOfWord(c)) {
                key.append(c == 'y' ? 'i' : c);
            } else {
                key.append(tones).append(c);
                tones.setLength(0);
            }
        }
        return key.append(tones)
                .toString()
                .replaceAll("[.,:;*\"'’]+", " ")
                .replaceAll(" *([&/()\\-]) *", "$1")
                .replaceAll(" +", " ")
                .trim();
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
