package nienkhoa.forms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What was made or seen in earlier documents, up to a weight: when more is kept, all is forgotten. Nothing that is found here may
 * differ from what would be made anew, so no document depends on those before it. Safe for several threads.
 */
final class Forgetful<K, V> {

    private final int most;
    private final Map<K, V> kept = new ConcurrentHashMap<>();
    private final AtomicInteger weight = new AtomicInteger();

    Forgetful(int most) {
        this.most = most;
    }

    @Nullable V find(K key) {
        return kept.get(key);
    }

    void keep(K key, V value, int more) {
        if (weight.addAndGet(more) > most) {
            kept.clear();
            weight.set(more);
        }
        kept.put(key, value);
    }
}
