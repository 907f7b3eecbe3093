package nienkhoa.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nienkhoa.intake.Question.Answer;

/** Finds what an export says against earlier ones: codes that have passed from one student to another. */
final class RegisterContradictions {

    private static final Map<StudentKey.Kind, String> FIELDS = Map.of(
            StudentKey.Kind.IDENTITY, "identityNumber",
            StudentKey.Kind.MOET, "moetCode",
            StudentKey.Kind.LOCAL, "localCode");

    private final Cases cases;
    private final KnownPeople known;

    RegisterContradictions(Cases cases) {
        this.cases = cases;
        this.known = cases.known;
    }

    void find() {
        for (Sighting sighting : cases.evidence()) {
            Set<String> owners = cases.owners(sighting);
            if (owners.size() > 1) {
                ofTwo(sighting, owners);
            } else if (owners.size() == 1 && sighting.listed()) {
                ofOne(sighting, owners.iterator().next());
            }
        }
        bridges();
    }

    /** Codes of two students in one row. Which code has moved is known only if one of the two has the row's name. */
    private void ofTwo(Sighting sighting, Set<String> owners) {
        List<String> others = owners.stream()
                .filter(owner -> !known.person(owner).equals(sighting.person()))
                .toList();
        List<StudentKey> moved = others.size() == 1 && owners.size() == 2 && sighting.listed()
                ? keysOf(sighting, others.get(0))
                : List.of();
        ask(sighting, "I133_CODES_OF_TWO_STUDENTS", owners, moved);
    }

    private List<StudentKey> keysOf(Sighting sighting, String owner) {
        return sighting.keys().stream()
                .filter(key -> owner.equals(known.owner(key)))
                .toList();
    }

    private void ask(Sighting sighting, String code, Set<String> owners, List<StudentKey> moved) {
        List<String> students = List.copyOf(owners);
        Question question = cases.questions.ask(new Question(
                0,
                Question.Kind.CODES,
                sighting.school(),
                sighting.person(),
                students.get(0),
                students.size() > 1 ? students.get(1) : "",
                sighting.keys(),
                moved,
                cases.place(sighting),
                Answer.OPEN));
        StudentKey.Kind kind = (moved.isEmpty() ? sighting.keys() : moved)
                .stream().map(StudentKey::kind).max(Comparator.naturalOrder()).orElseThrow();
        cases.reject(
                sighting,
                code,
                FIELDS.getOrDefault(kind, ""),
                String.join(", ", students),
                String.valueOf(question.number()));
    }

    /** A known code with a new one beside it: a correction if name and birth date are the same. */
    private void ofOne(Sighting sighting, String owner) {
        PersonKey person = known.person(owner);
        if (person.equals(PersonKey.NOBODY)) {
            return;
        }
        boolean identityChanged = isChanged(sighting, owner, StudentKey.Kind.IDENTITY);
        boolean moetChanged = isChanged(sighting, owner, StudentKey.Kind.MOET);
        boolean same = person.equals(sighting.person());
        if (person.isOther(sighting.person()) || (!same && (identityChanged || moetChanged))) {
            ask(sighting, "I132_CODE_OF_ANOTHER_PERSON", Set.of(owner), keysOf(sighting, owner));
        } else if (moetChanged) {
            cases.warn(sighting, "I131_MOET_CODE_CHANGED", "moetCode");
        } else if (identityChanged) {
            cases.warn(sighting, "I130_IDENTITY_NUMBER_CHANGED", "identityNumber", "–");
        }
    }

    private boolean isChanged(Sighting sighting, String owner, StudentKey.Kind kind) {
        return known.has(owner, kind)
                && sighting.keys().stream().anyMatch(key -> key.kind() == kind && known.owner(key) == null);
    }

    /** New codes by which rows of two known students hang together: they can be of only one of them. */
    private void bridges() {
        for (List<Sighting> group : new Groups(cases.evidence(), Sighting::keys).all()) {
            Set<String> owners = new TreeSet<>();
            group.forEach(sighting -> owners.addAll(cases.owners(sighting)));
            if (owners.size() > 1) {
                group.stream()
                        .filter(cases::hasUnknownKey)
                        .forEach(sighting -> ask(sighting, "I133_CODES_OF_TWO_STUDENTS", owners, List.of()));
            }
        }
    }
}
