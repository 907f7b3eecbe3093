package nienkhoa.forms;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Proves that the faces hold every letter of Vietnamese: each vowel with each tone, đ, and all in capitals. */
public final class VietnameseLetters {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzđ";
    private static final String VOWELS = "aăâeêioôơuưy";
    /** Ngang, huyền, hỏi, ngã, sắc, nặng as combining marks. */
    private static final String[] TONES = {"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};

    private VietnameseLetters() {}

    /** A letter that some face lacks; empty if all have all. */
    public static Optional<String> firstMissing() {
        String letters = all();
        int at = Faces.firstMissing(letters);
        return at < 0 ? Optional.empty() : Optional.of(letters.substring(at, at + 1));
    }

    static String all() {
        StringBuilder letters = new StringBuilder(LETTERS);
        for (String tone : TONES) {
            VOWELS.chars()
                    .forEach(vowel -> letters.append(Normalizer.normalize((char) vowel + tone, Normalizer.Form.NFC)));
        }
        return letters + letters.toString().toUpperCase(Locale.ROOT);
    }
}
