package nienkhoa.archive.copies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nienkhoa.archive.Suppression;
import nienkhoa.model.Finding;

/**
 * Decides what an object of the store may become, from what is known of it and what each place holds.
 *
 * @param places every place by its id, the store first
 * @param findings what is told of on the way: copies that cannot be used
 */
record RestoreChoice(
        Map<String, CopyMedium> places,
        Suppression suppression,
        Function<String, Optional<ExpectedObject>> known,
        List<Finding> findings) {

    /**
     * What was decided.
     *
     * @param held what each place says that it holds
     * @param wanted the newest first; empty if nothing may be done
     * @param leftover id of a dossier that was destroyed and still lies somewhere
     */
    record Choice(Map<String, ExpectedObject> held, List<ExpectedObject> wanted, Optional<String> leftover) {}

    Choice of(String place) throws IOException {
        Map<String, ExpectedObject> held = held(place);
        Optional<ExpectedObject> any = held.values().stream().findFirst().or(() -> known.apply(place));
        if (any.filter(object -> suppression.isDestroyed(object.dossierId())).isPresent()) {
            return destroyed(any.get().dossierId(), place, held);
        }
        return new Choice(held, oneHistory(known.apply(place), held), Optional.empty());
    }

    /** What contradicts itself is left out, and told of if it lies on a copy. */
    private Map<String, ExpectedObject> held(String place) throws IOException {
        Map<String, ExpectedObject> held = new LinkedHashMap<>();
        for (Map.Entry<String, CopyMedium> one : places.entrySet()) {
            Optional<ExpectedObject> found = FoundObject.read(one.getValue(), place);
            found.ifPresent(object -> held.put(one.getKey(), object));
            boolean copy = !one.getKey().equals(CopyLedger.STORE);
            if (copy && found.isEmpty() && !one.getValue().files(place).isEmpty()) {
                findings.add(CopyFindings.of("A441_COPY_UNUSABLE", one.getKey(), place, ""));
            }
        }
        return held;
    }

    /** What is known comes before what is found; a place with another history is told of and not used. */
    private List<ExpectedObject> oneHistory(Optional<ExpectedObject> expected, Map<String, ExpectedObject> held) {
        Comparator<ExpectedObject> newestFirst =
                Comparator.comparingInt(ExpectedObject::version).reversed();
        Optional<ExpectedObject> right =
                expected.or(() -> held.values().stream().sorted(newestFirst).findFirst());
        if (right.isEmpty()) {
            return List.of();
        }
        List<ExpectedObject> wanted = new ArrayList<>(expected.stream().toList());
        for (Map.Entry<String, ExpectedObject> one : held.entrySet()) {
            ExpectedObject object = one.getValue();
            if (right.get().continues(object) || object.continues(right.get())) {
                wanted.add(object);
            } else {
                findings.add(CopyFindings.of(
                        "A440_OTHER_HISTORY", one.getKey(), right.get().dossierId(), ""));
                if (one.getKey().equals(CopyLedger.STORE) && expected.isEmpty()) {
                    return List.of();
                }
            }
        }
        return wanted.stream().distinct().sorted(newestFirst).toList();
    }

    /** A tombstone comes only to where nothing of the dossier lies: what lies there is for disposal to clear. */
    private Choice destroyed(String dossierId, String place, Map<String, ExpectedObject> held) throws IOException {
        List<ExpectedObject> stones = new ArrayList<>();
        boolean leftover = false;
        boolean inStore = false;
        for (Map.Entry<String, CopyMedium> one : places.entrySet()) {
            ExpectedObject object = held.get(one.getKey());
            if (object != null && TombstoneObject.isOne(object, one.getValue())) {
                stones.add(object);
            } else if (!one.getValue().files(place).isEmpty()) {
                leftover = true;
                inStore |= one.getKey().equals(CopyLedger.STORE);
            }
        }
        return new Choice(
                held,
                inStore ? List.of() : stones.stream().distinct().toList(),
                leftover ? Optional.of(dossierId) : Optional.empty());
    }
}
