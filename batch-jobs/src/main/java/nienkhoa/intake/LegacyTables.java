package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.LegacyText.Encoding;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The letters of TCVN 3 and VNI, and what a Vietnamese syllable is made of: {@code intake/legacy-text.yaml}. */
final class LegacyTables {

    private static final String RESOURCE = "/intake/legacy-text.yaml";
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String TCVN3_CAPITALS = "¡¢£¤¥¦§";
    private static final int LONGEST_SYLLABLE = 7;

    private final Map<String, String> tcvn3 = new HashMap<>();
    private final Map<String, String> vni = new HashMap<>();
    private final Map<Encoding, Map<String, String>> codes;
    private final Set<String> onsets;
    private final Set<String> rimes;

    private LegacyTables(Content content) {
        Map<String, String> bytes = new HashMap<>();
        content.tcvn3().forEach((letter, code) -> bytes.put(letter, String.valueOf((char) Integer.parseInt(code, 16))));
        codes = Map.of(Encoding.TCVN3, bytes, Encoding.VNI, content.vni());
        bytes.forEach((letter, code) -> tcvn3.put(code, letter));
        content.vni().forEach((letter, code) -> {
            vni.put(code, letter);
            vni.put(code.toUpperCase(Locale.ROOT), letter.toUpperCase(Locale.ROOT));
            vni.put(firstUpper(code), firstUpper(letter));
        });
        onsets = Set.copyOf(content.onsets());
        rimes = Set.copyOf(content.rimes());
    }

    static LegacyTables bundled() {
        try (InputStream yaml = LegacyTables.class.getResourceAsStream(RESOURCE)) {
            return new LegacyTables(YAMLMapper.builder().build().readValue(yaml, Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private record Content(
            Map<String, String> tcvn3, Map<String, String> vni, List<String> onsets, List<String> rimes) {}

    private static String firstUpper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static boolean isPartOfWord(char c) {
        boolean ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return ascii || (c > 0xA0 && c <= 0xFF);
    }

    /** How an encoding writes each letter that it has; VNI's capitals are the same in capitals. */
    Map<String, String> codes(Encoding encoding) {
        return Map.copyOf(codes.getOrDefault(encoding, Map.of()));
    }

    private Map<String, String> letters(Encoding encoding) {
        return encoding == Encoding.TCVN3 ? tcvn3 : vni;
    }

    /** A word letter by letter, the longest code first; empty if it holds something that the encoding does not have. */
    Optional<String> convertWord(String word, Encoding encoding) {
        StringBuilder converted = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            int end = Math.min(word.length(), i + 2);
            String letter = letters(encoding).get(word.substring(i, end));
            if (letter == null) {
                end = i + 1;
                letter = letters(encoding).get(word.substring(i, end));
            }
            if (letter == null && word.charAt(i) > 0x7F) {
                return Optional.empty();
            }
            converted.append(letter == null ? word.charAt(i) : letter);
            i = end;
        }
        return Optional.of(converted.toString());
    }

    /** The whole text; what cannot be read stays. */
    String convert(String text, Encoding encoding) {
        StringBuilder converted = new StringBuilder(text.length());
        boolean capitals = isInCapitals(text);
        boolean title = isTitle(text);
        for (int i = 0; i < text.length(); ) {
            int end = i;
            while (end < text.length() && isPartOfWord(text.charAt(end))) {
                end++;
            }
            String word = text.substring(i, end);
            String read = convertWord(word, encoding).orElse(word);
            if (encoding == Encoding.TCVN3 && !read.isEmpty()) {
                read = capitals ? read.toUpperCase(Locale.ROOT) : title ? firstUpper(read) : read;
            }
            converted.append(read);
            if (end < text.length()) {
                converted.append(text.charAt(end++));
            }
            i = end;
        }
        return converted.toString();
    }

    /**
     * Quirk: TCVN 3 has no capitals with tones; people took a font in which the small ones look like capitals. So text
     * whose other letters are capitals, also inside of words, is all in capitals.
     */
    private static boolean isInCapitals(String text) {
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            inside |= i > 0 && c >= 'A' && c <= 'Z' && isPartOfWord(text.charAt(i - 1));
        }
        return inside;
    }

    /** For the same reason a word that begins with a small toned vowel among words with capitals lacks its capital. */
    private static boolean isTitle(String text) {
        boolean capital = false;
        for (String word : text.split("[^A-Za-z\u00A1-\u00FF]+", -1)) {
            char first = word.isEmpty() ? ' ' : word.charAt(0);
            if (first >= 'a' && first <= 'z') {
                return false;
            }
            capital |= (first >= 'A' && first <= 'Z') || TCVN3_CAPITALS.indexOf(first) >= 0;
        }
        return capital && text.chars().noneMatch(Character::isDigit);
    }

    /** Whether a word holds what no language writes inside of a word: a sign, or a vowel followed by VNI's mark. */
    boolean isMarked(String word, Encoding encoding) {
        if (encoding == Encoding.TCVN3) {
            return word.length() > 1 && word.chars().anyMatch(LegacyTables::isSign);
        }
        for (int i = 0; i + 1 < word.length(); i++) {
            if (vni.containsKey(word.substring(i, i + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSign(int c) {
        return c > 0xA0 && (c < 0xC0 || c == '×' || c == '÷');
    }

    /** Capitals only, without any vowel: {@code THCS}, {@code ĐT}. */
    static boolean isAbbreviation(String word) {
        return word.matches("[BCDĐGHKLMNPQRSTVX]+");
    }

    /** Whether a word is one syllable as Vietnamese is spelled. */
    boolean isSyllable(String word) {
        String plain = withoutTone(word);
        if (plain == null) {
            return false;
        }
        for (int onset = Math.min(3, plain.length() - 1); onset >= 0; onset--) {
            if (onsets.contains(plain.substring(0, onset)) && rimes.contains(plain.substring(onset))) {
                return true;
            }
        }
        return false;
    }

    /** In small letters; null if it has two tones or is too long for a syllable. */
    private static @Nullable String withoutTone(String word) {
        if (word.length() > LONGEST_SYLLABLE) {
            return null;
        }
        String letters = Normalizer.normalize(word.toLowerCase(Locale.ROOT).replace('ð', 'đ'), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            if (TONES.indexOf(letters.charAt(i)) < 0) {
                plain.append(letters.charAt(i));
            }
        }
        return letters.length() - plain.length() > 1 ? null : Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
}
