package nienkhoa.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that a coded column may hold, with their spellings in exports. */
public final class CodeList {

    /** Shorter spellings are abbreviations, which a longer text may hold by chance. */
    private static final int MIN_WORD_IN_TEXT = 8;

    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> byKey = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final List<String> longestFirst;
    private final String allowed;
    private final boolean ofOneValue;

    CodeList(Map<String, List<String>> values) {
        values.forEach((value, spellings) -> {
            if (!spellings.isEmpty()) {
                this.spellings.put(value, spellings.get(0));
            }
            for (String spelling : spellings) {
                exact.put(spelling, value);
                byKey.put(HeaderKey.of(spelling), value);
            }
        });
        longestFirst = byKey.keySet().stream()
                .filter(key -> key.length() >= MIN_WORD_IN_TEXT)
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        ofOneValue = values.keySet().stream().filter(value -> !value.isEmpty()).count() == 1;
        allowed = String.join(
                ", ",
                values.values().stream()
                        .filter(s -> !s.isEmpty())
                        .map(s -> s.get(0))
                        .toList());
    }

    /** The value that the text spells; empty if it spells none. */
    public Optional<String> find(String text) {
        String value = exact.get(text);
        return Optional.ofNullable(value == null ? byKey.get(HeaderKey.of(text)) : value);
    }

    /**
     * Whether a spelling is a code without any letter, such as {@code 1} for {@code Nam}. A list of one value, a tick, has
     * no codes: every sign in it says the same.
     */
    boolean isCode(String text) {
        return !ofOneValue && !hasLetter(text);
    }

    private static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The value that is spelled somewhere in the text; the longest spelling wins. */
    public Optional<String> findIn(String text) {
        String key = HeaderKey.of(text);
        return longestFirst.stream()
                .filter(key::contains)
                .findFirst()
                .map(byKey::get)
                .or(() -> find(text));
    }

    /** The first spelling of a value, for people; the value itself if it has none. */
    public String spelling(String value) {
        return spellings.getOrDefault(value, value);
    }

    /** The first spelling of every value, for people. */
    public String allowed() {
        return allowed;
    }
}
