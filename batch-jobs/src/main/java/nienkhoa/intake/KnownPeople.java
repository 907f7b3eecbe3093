package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What earlier exports, and people's answers, say about the students whom an export may mean. */
public final class KnownPeople {

    private final Map<StudentKey, String> owners = new HashMap<>();
    private final Map<StudentKey, Set<String>> formerOwners = new HashMap<>();
    private final Map<String, Set<StudentKey.Kind>> kinds = new HashMap<>();
    private final Map<String, PersonKey> persons = new TreeMap<>();
    private final Map<PersonKey, SortedSet<String>> byPerson = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private int lastNumber;

    /** A student has this key. */
    public void key(StudentKey key, String student) {
        owners.put(key, student);
        kinds.computeIfAbsent(student, none -> new TreeSet<>()).add(key.kind());
    }

    /** A student had this key until a person said that it has become another's. */
    public void formerKey(StudentKey key, String student) {
        formerOwners.computeIfAbsent(key, none -> new TreeSet<>()).add(student);
    }

    /** Name and birth date that the register believes of a student. */
    public void person(String student, PersonKey person) {
        if (persons.putIfAbsent(student, person) == null && person.isWhole()) {
            byPerson.computeIfAbsent(person, none -> new TreeSet<>()).add(student);
        }
    }

    /** A question that was asked before. */
    public void question(Question question) {
        questions.add(question);
        number(question.number());
    }

    /** The number of a question about students of whom the register knows nothing any more; it is not used again. */
    public void number(int number) {
        lastNumber = Math.max(lastNumber, number);
    }

    @Nullable String owner(StudentKey key) {
        return owners.get(key);
    }

    boolean wasOf(StudentKey key, String student) {
        return formerOwners.getOrDefault(key, Set.of()).contains(student);
    }

    /** Whether a student has a key of a kind; then another one of that kind is a change. */
    boolean has(String student, StudentKey.Kind kind) {
        return kinds.getOrDefault(student, Set.of()).contains(kind);
    }

    /** {@link PersonKey#NOBODY} if the register does not say. */
    PersonKey person(String student) {
        return persons.getOrDefault(student, PersonKey.NOBODY);
    }

    /** Ids of students with this name and birth date, in order. */
    SortedSet<String> lookalikes(PersonKey person) {
        return Collections.unmodifiableSortedSet(byPerson.getOrDefault(person, Collections.emptySortedSet()));
    }

    int lastNumber() {
        return lastNumber;
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }
}
