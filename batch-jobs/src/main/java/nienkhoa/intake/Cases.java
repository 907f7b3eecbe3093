package nienkhoa.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sightings of an export while they are matched, and what was found against some of them. */
final class Cases {

    private static final Comparator<Sighting> BY_PLACE = Comparator.comparingInt(Sighting::file)
            .thenComparingInt(Sighting::sheet)
            .thenComparingInt(Sighting::row);

    final KnownPeople known;
    final Questions questions;
    private final List<Sighting> sightings;
    private final Function<Sighting, String> place;
    private final Map<Integer, Match> reasons = new HashMap<>();

    /** @param place names the first row of a sighting, for people */
    Cases(List<Sighting> sightings, KnownPeople known, Function<Sighting, String> place) {
        this.sightings = sightings;
        this.known = known;
        this.questions = new Questions(known.questions(), known.lastNumber());
        this.place = place;
    }

    List<Sighting> all() {
        return sightings;
    }

    /** What counts: sightings with a code against which nothing was found. */
    List<Sighting> evidence() {
        return sightings.stream()
                .filter(sighting -> !sighting.rejected() && !sighting.keys().isEmpty())
                .filter(sighting -> !isRejected(sighting))
                .toList();
    }

    private boolean isRejected(Sighting sighting) {
        Match reason = reasons.get(sighting.number());
        return reason != null && reason.rejects();
    }

    void reject(Sighting sighting, String code, String field, String... args) {
        reasons.put(sighting.number(), new Match("", code, true, field, List.of(args)));
    }

    /** Does nothing if there is a reason already. */
    void warn(Sighting sighting, String code, String field, String... args) {
        reasons.putIfAbsent(sighting.number(), new Match("", code, false, field, List.of(args)));
    }

    @Nullable Match reason(Sighting sighting) {
        return reasons.get(sighting.number());
    }

    String place(Sighting sighting) {
        return place.apply(sighting);
    }

    List<Sighting> byPlace(List<Sighting> some) {
        return some.stream().sorted(BY_PLACE).toList();
    }

    /** Ids of all students whom the register knows by a key of the sighting. */
    Set<String> owners(Sighting sighting) {
        Set<String> owners = new TreeSet<>();
        for (StudentKey key : sighting.keys()) {
            String owner = known.owner(key);
            if (owner != null) {
                owners.add(owner);
            }
        }
        return owners;
    }

    boolean hasUnknownKey(Sighting sighting) {
        return sighting.keys().stream().anyMatch(key -> known.owner(key) == null);
    }
}
