package nienkhoa.model;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The order of a class list sorted by name, as schools sort it: given name (the last word), then family name and middle
 * names word by word from the left. Equal names are for the caller to tell apart, by birth date.
 *
 * <p>Quirk: a collator ignores spaces at first, so whole names would come out wrong ("An Na" behind "Anb"); hence word by
 * word. Class names are not ordered by this.
 */
public final class NameOrder implements Comparator<String> {

    /** Pairs of which the first has to come first; without the locale data of Vietnamese đ falls behind every letter. */
    private static final List<List<String>> PROBES = List.of(
            List.of("Đa", "Ea"), List.of("An", "Ăn"), List.of("Ăn", "Ân"), List.of("Anh", "Ành"), List.of("Ơn", "Pa"));

    private final Collator words;

    public NameOrder() {
        this(Collator.getInstance(new Locale("vi", "VN")));
    }

    NameOrder(Collator words) {
        this.words = words;
        words.setStrength(Collator.TERTIARY);
        words.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    }

    /** Two words that this Java runtime puts in a wrong order, as when it lacks {@code jdk.localedata}; empty if none. */
    public Optional<String> fault() {
        return PROBES.stream()
                .filter(probe -> compare(probe.get(0), probe.get(1)) >= 0)
                .map(probe -> String.join(" < ", probe))
                .findFirst();
    }

    @Override
    public int compare(String one, String other) {
        String[] first = words(one);
        String[] second = words(other);
        int order = words.compare(first[first.length - 1], second[second.length - 1]);
        for (int i = 0; order == 0 && i < Math.min(first.length, second.length) - 1; i++) {
            order = words.compare(first[i], second[i]);
        }
        return order != 0 ? order : Integer.compare(first.length, second.length);
    }

    private static String[] words(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .strip()
                .split("\\s+");
    }
}
