package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nienkhoa.intake.Question.Answer;

/**
 * Rows without any code, and students who have the name and birth date of another one. They are never joined by
 * themselves: a person is asked.
 */
final class Lookalikes {

    /**
     * Namesakes that one student or row is asked about. More of them come from a broken file, not from life; then each is
     * asked about the first one only, so that the questions do not become many times as many as the students.
     */
    private static final int ASKED = 10;

    private final Cases cases;
    private final Map<PersonKey, SortedSet<String>> here = new HashMap<>();
    private final Map<PersonKey, Map<String, TreeSet<String>>> firstFresh = new HashMap<>();
    private final Map<String, Set<String>> schools = new HashMap<>();
    private final Map<String, List<Sighting>> listed = new TreeMap<>();

    /** @param students ids by the number of each sighting that has one */
    Lookalikes(Cases cases, Map<Integer, String> students) {
        this.cases = cases;
        for (Sighting sighting : cases.evidence()) {
            String student = students.getOrDefault(sighting.number(), "");
            if (sighting.listed() && sighting.person().isWhole()) {
                here.computeIfAbsent(sighting.person(), none -> new TreeSet<>()).add(student);
                schools.computeIfAbsent(student, none -> new HashSet<>()).add(sighting.school());
                listed.computeIfAbsent(student, none -> new ArrayList<>()).add(sighting);
            }
        }
    }

    /**
     * Asks about students whom the register does not know, and goes on warning while the answer is open.
     *
     * @param fresh ids of students whom the register does not know
     */
    void ask(Set<String> fresh) {
        here.forEach((person, students) ->
                students.stream().filter(fresh::contains).forEach(student -> addFirst(person, student)));
        listed.forEach((student, sightings) -> {
            if (fresh.contains(student)) {
                sightings.forEach(sighting -> askAbout(student, sighting));
            }
            cases.questions
                    .openAbout(student)
                    .forEach(question -> sightings.forEach(sighting -> cases.warn(
                            sighting,
                            "I138_LOOKS_LIKE_OTHER_STUDENT",
                            "name",
                            question.student(),
                            String.valueOf(question.number()))));
        });
    }

    /** Students come in order, so the first few of each school are kept. */
    private void addFirst(PersonKey person, String student) {
        Map<String, TreeSet<String>> bySchool = firstFresh.computeIfAbsent(person, none -> new HashMap<>());
        for (String school : schools.getOrDefault(student, Set.of())) {
            TreeSet<String> first = bySchool.computeIfAbsent(school, none -> new TreeSet<>());
            if (first.size() <= ASKED) {
                first.add(student);
            }
        }
    }

    private void askAbout(String student, Sighting sighting) {
        Set<String> candidates = new TreeSet<>(few(cases.known.lookalikes(sighting.person())));
        TreeSet<String> fresh =
                firstFresh.getOrDefault(sighting.person(), Map.of()).getOrDefault(sighting.school(), new TreeSet<>());
        few(fresh).stream().filter(other -> other.compareTo(student) < 0).forEach(candidates::add);
        candidates.remove(student);
        for (String candidate : candidates) {
            cases.questions.ask(new Question(
                    0,
                    Question.Kind.LOOKALIKE,
                    "",
                    sighting.person(),
                    candidate,
                    student,
                    List.of(),
                    List.of(),
                    cases.place(sighting),
                    Answer.OPEN));
        }
    }

    private static List<String> few(SortedSet<String> namesakes) {
        return namesakes.stream().limit(namesakes.size() > ASKED ? 1 : ASKED).toList();
    }

    /** What becomes of a row without any code. */
    Match withoutCode(Sighting sighting) {
        String owner = cases.known.owner(sighting.nameKey());
        if (owner != null) {
            return Match.of(owner);
        }
        Set<String> candidates = new TreeSet<>();
        if (sighting.person().isWhole()) {
            candidates.addAll(few(cases.known.lookalikes(sighting.person())));
            candidates.addAll(few(here.getOrDefault(sighting.person(), Collections.emptySortedSet())));
        }
        List<String> numbers = candidates.stream()
                .limit(ASKED)
                .map(candidate -> cases.questions.ask(withoutCode(sighting, candidate)))
                .filter(question -> question.answer() == Answer.OPEN)
                .map(question -> String.valueOf(question.number()))
                .toList();
        return numbers.isEmpty()
                ? new Match("", "I137_NO_CODE", true, "moetCode", List.of())
                : new Match("", "I136_NO_CODE_ASK", true, "moetCode", List.of(String.join(", ", numbers)));
    }

    private Question withoutCode(Sighting sighting, String candidate) {
        return new Question(
                0,
                Question.Kind.NO_CODE,
                sighting.school(),
                sighting.person(),
                candidate,
                "",
                List.of(),
                List.of(),
                cases.place(sighting),
                Answer.OPEN);
    }
}
