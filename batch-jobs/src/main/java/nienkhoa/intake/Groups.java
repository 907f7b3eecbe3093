package nienkhoa.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sightings that share a key, directly or by way of others (union-find). */
final class Groups {

    private final int[] parents;
    private final List<Sighting> members;
    private final Map<StudentKey, Integer> first = new HashMap<>();

    /** @param keys by which sightings are brought together */
    Groups(List<Sighting> members, Function<Sighting, List<StudentKey>> keys) {
        this.members = members;
        this.parents = new int[members.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
            for (StudentKey key : keys.apply(members.get(i))) {
                Integer other = first.putIfAbsent(key, i);
                if (other != null) {
                    join(i, other);
                }
            }
        }
    }

    private void join(int one, int other) {
        int low = Math.min(root(one), root(other));
        int high = Math.max(root(one), root(other));
        parents[high] = low;
    }

    private int root(int member) {
        int at = member;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** All groups, each in the order of its sightings. */
    List<List<Sighting>> all() {
        Map<Integer, List<Sighting>> groups = new TreeMap<>();
        for (int i = 0; i < parents.length; i++) {
            groups.computeIfAbsent(root(i), none -> new java.util.ArrayList<>()).add(members.get(i));
        }
        return List.copyOf(groups.values());
    }

    /** Number of the group of each sighting, by the sighting's number. */
    Map<Integer, Integer> byNumber() {
        Map<Integer, Integer> groups = new HashMap<>();
        for (int i = 0; i < parents.length; i++) {
            groups.put(members.get(i).number(), root(i));
        }
        return groups;
    }

    /** Sightings by each of their keys of some kinds. */
    static Map<StudentKey, List<Sighting>> byKey(List<Sighting> sightings, StudentKey.Kind kind) {
        return sightings.stream()
                .flatMap(sighting -> sighting.keys().stream()
                        .filter(key -> key.kind() == kind)
                        .map(key -> Map.entry(key, sighting)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
