package nienkhoa.forms.fill;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were set before: labels, levels, marks and set phrases come again in every document. One for all templates
 * of a process; safe for several threads.
 */
final class KeptSettings {

    /** When so many are kept, all are forgotten. */
    private static final int MOST = 30_000;

    /** Longer texts hardly come again. */
    private static final int LONGEST = 400;

    private final Map<Key, Setting> kept = new ConcurrentHashMap<>();

    private record Key(Lettering lettering, String text) {

        /** Asked for every text: what a record brings along takes a fortieth of a document. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && lettering == key.lettering && text.equals(key.text);
        }

        @Override
        public int hashCode() {
            return 31 * lettering.hashCode() + text.hashCode();
        }
    }

    @Nullable Setting find(Lettering lettering, String text) {
        return kept.get(new Key(lettering, text));
    }

    void keep(Lettering lettering, String text, Setting setting) {
        if (text.length() <= LONGEST) {
            if (kept.size() >= MOST) {
                kept.clear();
            }
            kept.put(new Key(lettering, text), setting);
        }
    }
}
