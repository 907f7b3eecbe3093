package nienkhoa.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import nienkhoa.model.StudentId;

/**
 * Says whose rows an export's rows are.
 *
 * <p>Sightings that share a code are of one student; a code that an earlier export knew leads to the same id as then. What
 * contradicts itself or the register is rejected and proves nothing about the rest. Names never join anything: whoever has
 * the name and birth date of another one becomes a {@link Question}.
 *
 * <p>Memory grows with the number of students, not of rows. The outcome does not depend on the order of files and rows.
 */
final class Matching {

    /** The code of the ministry first: it is what people know, and what ids were always made of. */
    private static final Comparator<StudentKey> BY_FAME = Comparator.comparing(
                    (StudentKey key) -> key.kind() != StudentKey.Kind.MOET)
            .thenComparing(Comparator.naturalOrder());

    private final Cases cases;
    private final Map<Integer, String> students = new HashMap<>();
    private final Map<StudentKey, String> byKey = new HashMap<>();
    private final Set<String> fresh = new HashSet<>();

    private Matching(Cases cases) {
        this.cases = cases;
    }

    /**
     * @param place names the first row of a sighting, for people
     */
    static Outcome match(List<Sighting> sightings, KnownPeople known, Function<Sighting, String> place) {
        Cases cases = new Cases(sightings, known, place);
        new ExportContradictions(cases).find();
        new RegisterContradictions(cases).find();
        return new Matching(cases).outcome();
    }

    /**
     * @param matches by number of the sighting
     * @param questions that were not asked before
     */
    record Outcome(Map<Integer, Match> matches, List<Question> questions) {}

    private Outcome outcome() {
        new Groups(cases.evidence(), Sighting::keys).all().forEach(this::nameGroup);
        Lookalikes lookalikes = new Lookalikes(cases, students);
        lookalikes.ask(fresh);
        Map<Integer, Match> matches = new TreeMap<>();
        for (Sighting sighting : cases.all()) {
            Match match = sighting.keys().isEmpty() ? withoutKey(lookalikes, sighting) : withKey(sighting);
            matches.put(sighting.number(), match);
        }
        return new Outcome(matches, cases.questions.fresh());
    }

    /** Rows that were rejected already, or are of no school, are no reason to ask anybody. */
    private static Match withoutKey(Lookalikes lookalikes, Sighting sighting) {
        return sighting.rejected() || sighting.school().isEmpty() ? Match.NONE : lookalikes.withoutCode(sighting);
    }

    private Match withKey(Sighting sighting) {
        String student = students.getOrDefault(sighting.number(), "");
        Match reason = cases.reason(sighting);
        String id = student.isEmpty() ? nearest(sighting) : student;
        return reason == null
                ? Match.of(id)
                : new Match(id, reason.code(), reason.rejects(), reason.field(), reason.args());
    }

    /** What is left of evidence brings no two known students together. */
    private void nameGroup(List<Sighting> group) {
        Set<String> owners = new TreeSet<>();
        Set<StudentKey> keys = new TreeSet<>();
        for (Sighting sighting : group) {
            owners.addAll(cases.owners(sighting));
            keys.addAll(sighting.keys());
        }
        String id = owners.isEmpty() ? newId(keys) : owners.iterator().next();
        if (owners.isEmpty()) {
            fresh.add(id);
        }
        group.forEach(sighting -> students.put(sighting.number(), id));
        keys.forEach(key -> byKey.put(key, id));
    }

    /** The student of whom a row that does not count most likely speaks. */
    private String nearest(Sighting sighting) {
        List<StudentKey> keys = sighting.keys().stream().sorted(BY_FAME).toList();
        for (StudentKey key : keys) {
            String here = byKey.get(key);
            String owner = here == null ? cases.known.owner(key) : here;
            if (owner != null) {
                return owner;
            }
        }
        return newId(new TreeSet<>(keys));
    }

    /** The id of a new student; one that belongs to a student who once had the code is passed over. */
    private String newId(Set<StudentKey> keys) {
        StudentKey best = keys.stream().min(BY_FAME).orElseThrow();
        String id = id(best, "").value();
        for (int again = 2; cases.known.wasOf(best, id); again++) {
            id = id(best, "#" + again).value();
        }
        return id;
    }

    private static StudentId id(StudentKey key, String suffix) {
        return switch (key.kind()) {
            case MOET -> StudentId.ofMoetCode(key.value() + suffix);
            case IDENTITY -> StudentId.ofIdentityNumber(key.value() + suffix);
            case LOCAL, NAME -> StudentId.ofLocalCode(key.value() + suffix);
        };
    }

    /** The id by which findings speak of a student before rows are matched; empty if only the school's code is there. */
    static String provisionalId(String moetCode, String identityNumber) {
        if (!moetCode.isEmpty()) {
            return StudentId.ofMoetCode(moetCode).value();
        }
        return identityNumber.isEmpty()
                ? ""
                : StudentId.ofIdentityNumber(identityNumber).value();
    }
}
