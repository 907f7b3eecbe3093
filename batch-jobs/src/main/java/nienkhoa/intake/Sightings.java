package nienkhoa.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The sheets of an export that have different headers: of many equal ones in a folder only the first is kept. */
final class Sightings {

    private static final Comparator<SheetSighting> ORDER =
            Comparator.comparingInt(SheetSighting::file).thenComparingInt(SheetSighting::sheet);

    // By identity: equal headers are found once and share their shape, and comparing shapes in full is dear.
    private final IdentityHashMap<SheetShape, Map<String, SheetSighting>> byShape = new IdentityHashMap<>();

    /** Keeps a sighting unless an earlier sheet of the folder has the same header. */
    synchronized void add(SheetSighting sighting) {
        byShape.computeIfAbsent(sighting.shape(), shape -> new HashMap<>())
                .merge(folder(sighting.path()), sighting, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** In the order of files and sheets. */
    synchronized List<SheetSighting> all() {
        return byShape.values().stream()
                .flatMap(byFolder -> byFolder.values().stream())
                .sorted(ORDER)
                .toList();
    }
}
