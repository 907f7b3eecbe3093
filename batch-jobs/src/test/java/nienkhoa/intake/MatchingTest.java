package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nienkhoa.intake.Matching.Outcome;
import nienkhoa.model.StudentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

    private static final String AN = "nguyen van an|2013-05-12";
    private static final String BINH = "tran thi binh|2013-09-03";
    private static final String SCHOOL = "31313401";

    /** The register after one row of An with all three codes, and one of Bình with a code of the ministry. */
    private static KnownPeople register() {
        Register register = new Register();
        register.take(List.of(listed("I1", "M1", "L1", AN), listed("I2", "M2", "L2", BINH)));
        return register.known();
    }

    @ParameterizedTest(name = "{6}")
    @CsvSource(nullValues = "-", textBlock = """
            # identity, moet, local, person, student, finding,                     why
            I1,         M1,   L1,    AN,     M1,      -,                           the same again
            I1,         -,    -,     AN,     M1,      -,                           the identity number alone is enough
            -,          M1,   -,     AN,     M1,      -,                           the code of the ministry alone is enough
            -,          -,    L1,    AN,     M1,      -,                           the code of the school alone is enough
            -,          -,    l1,    AN,     M1,      -,                           codes of schools have no case
            -,          M1,   L9,    AN,     M1,      -,                           a new code of the school changes nothing
            -,          M9,   -,     LE,     M9,      -,                           somebody new
            I9,         M1,   -,     AN,     M1,      I130_IDENTITY_NUMBER_CHANGED, name and date as before: a correction
            I1,         M9,   -,     AN,     M1,      I131_MOET_CODE_CHANGED,      name and date as before: a new code
            I9,         M1,   -,     AN_OTHER_DATE, M1, I132_CODE_OF_ANOTHER_PERSON, number and date changed at once
            I1,         M1,   -,     AN_OTHER_DATE, M1, -,                         a corrected birth date alone
            I1,         M1,   -,     AN_OTHER_NAME, M1, -,                         a corrected name alone
            -,          M1,   -,     LE,     M1,      I132_CODE_OF_ANOTHER_PERSON, the code has moved to somebody else
            I1,         M2,   -,     AN,     M2,      I133_CODES_OF_TWO_STUDENTS,  codes of two students
            -,          M9,   -,     AN,     M9,      I138_LOOKS_LIKE_OTHER_STUDENT, new codes with a known name
            -,          -,    -,     AN,     '',      I136_NO_CODE_ASK,            the name of a known student is not enough
            -,          -,    -,     LE,     '',      I137_NO_CODE,                nobody knows this name
            """)
    void decidesWhoIsWho(
            String identity, String moet, String local, String person, String student, String finding, String why) {
        Sighting row = listed(text(identity), text(moet), text(local), person(person));

        Outcome outcome = match(List.of(row), register());

        Match match = outcome.matches().get(1);
        assertThat(match.studentId())
                .isEqualTo(
                        student.isEmpty() ? "" : StudentId.ofMoetCode(student).value());
        assertThat(match.code()).isEqualTo(text(finding));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static String person(String name) {
        return switch (name) {
            case "AN" -> AN;
            case "AN_OTHER_DATE" -> "nguyen van an|2013-12-05";
            case "AN_OTHER_NAME" -> "nguyen van anh|2013-05-12";
            default -> "le chi|2013-12-25";
        };
    }

    @Test
    void keepsTheIdOfAStudentFirstSeenByACodeOfTheSchool() {
        Register register = new Register();
        String first = register.take(List.of(listed("", "", "L1", AN))).get(1).studentId();

        register.take(List.of(listed("", "M1", "L1", AN)));
        String later = register.take(List.of(listed("I1", "M1", "", AN))).get(1).studentId();
        String last = register.take(List.of(listed("I1", "", "", AN))).get(1).studentId();

        assertThat(later).isEqualTo(first).isEqualTo(last);
    }

    @Test
    void rejectsNewCodesThatWouldBringTwoKnownStudentsTogether() {
        Outcome outcome = match(List.of(plain("I1", "", "L9"), plain("", "M2", "L9"), plain("", "M2", "")), register());

        assertThat(outcome.matches().values())
                .extracting(Match::code)
                .containsExactlyInAnyOrder("I133_CODES_OF_TWO_STUDENTS", "I133_CODES_OF_TWO_STUDENTS", "");
    }

    @Test
    void rejectsBothRowsOfOneLocalCodeOnTwoPersonsAndKeepsTheRest() {
        Outcome outcome = match(
                List.of(listed("", "M1", "L1", AN), listed("", "M2", "L1", BINH), plain("", "M1", "")),
                new KnownPeople());

        assertThat(outcome.matches().values())
                .extracting(Match::code)
                .containsExactlyInAnyOrder("I135_SAME_LOCAL_CODE_TWO_PERSONS", "I135_SAME_LOCAL_CODE_TWO_PERSONS", "");
    }

    @Test
    void asksWhetherTwoNewStudentsOfOneSchoolAreOne() {
        Outcome outcome = match(List.of(listed("", "M1", "", AN), listed("", "", "L1", AN)), new KnownPeople());

        assertThat(outcome.questions()).extracting(Question::kind).containsExactly(Question.Kind.LOOKALIKE);
        assertThat(outcome.matches().values()).extracting(Match::studentId).doesNotHaveDuplicates();
    }

    @Test
    void asksOfManyNamesakesOnlyOnceEach() {
        List<Sighting> few = new ArrayList<>();
        List<Sighting> many = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            (i < 10 ? few : many).add(listed("", "M" + (10_000 + i), "", i < 10 ? BINH : AN));
        }

        Outcome ofFew = match(few, new KnownPeople());
        Outcome ofMany = match(many, new KnownPeople());

        assertThat(ofFew.questions()).hasSize(45);
        assertThat(ofMany.questions()).hasSize(many.size() - 1);
        assertThat(ofMany.matches().values())
                .filteredOn(match -> match.code().isEmpty())
                .hasSize(1);
    }

    @Test
    void givesAReleasedCodeOfTheMinistryANewId() {
        KnownPeople known = new KnownPeople();
        String former = StudentId.ofMoetCode("M1").value();
        known.formerKey(new StudentKey(StudentKey.Kind.MOET, "M1"), former);

        Outcome outcome = match(List.of(listed("", "M1", "", AN)), known);

        assertThat(outcome.matches().get(1).studentId()).isNotEqualTo(former);
    }

    @Property(tries = 200)
    void orderOfRowsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int people) {
        List<Sighting> rows = anyRows(new Random(seed), people);
        List<Sighting> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed + 1));

        assertThat(outcomeByRow(shuffled)).isEqualTo(outcomeByRow(rows));
    }

    @Property(tries = 200)
    void noTwoStudentsShareAKey(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int people) {
        Random random = new Random(seed);
        Register register = new Register();

        for (int export = 0; export < 3; export++) {
            List<Sighting> rows = anyRows(random, people);
            Map<Integer, Match> matches = register.take(rows);

            Map<StudentKey, Set<String>> owners = new HashMap<>();
            for (Sighting row : rows) {
                Match match = matches.get(row.number());
                if (!match.rejects()) {
                    row.keys().forEach(key -> owners.computeIfAbsent(key, none -> new HashSet<>())
                            .add(match.studentId()));
                }
            }
            assertThat(owners.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        }
    }

    @Property(tries = 200)
    void matchingTwiceChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int people) {
        List<Sighting> rows = anyRows(new Random(seed), people);
        Register register = new Register();
        Map<Integer, Match> first = register.take(rows);
        Map<StudentKey, String> keys = register.keys();

        Map<Integer, Match> again = register.take(rows);

        assertThat(register.keys()).isEqualTo(keys);
        rows.stream().filter(row -> !first.get(row.number()).rejects()).forEach(row -> assertThat(
                        again.get(row.number()).studentId())
                .isEqualTo(first.get(row.number()).studentId()));
    }

    @Property(tries = 200)
    void idsStayWhateverCodesAreLearntLater(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int people) {
        Random random = new Random(seed);
        Register register = new Register();
        Map<StudentKey, String> before = Map.of();

        for (int export = 0; export < 4; export++) {
            register.take(consistentRows(random, people));
            assertThat(register.keys()).containsAllEntriesOf(before);
            before = register.keys();
        }
    }

    @Property(tries = 200)
    void splittingAnExportGivesTheSamePeople(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int people) {
        Random random = new Random(seed);
        List<Sighting> rows = chained(random, people);
        int cut = random.nextInt(rows.size() + 1);
        Register whole = new Register();
        Register split = new Register();

        whole.take(rows);
        split.take(numbered(rows.subList(0, cut)));
        split.take(numbered(rows.subList(cut, rows.size())));

        assertThat(split.people()).isEqualTo(whole.people());
    }

    /** Rows of any sort, also such as contradict each other. */
    private static List<Sighting> anyRows(Random random, int people) {
        List<Sighting> rows = new ArrayList<>();
        for (int i = 0; i < people * 3; i++) {
            String[] codes = {"", "", ""};
            for (int kind = 0; kind < 3; kind++) {
                codes[kind] = random.nextInt(3) == 0 ? "" : "IML".charAt(kind) + "" + random.nextInt(people);
            }
            String person = "name " + random.nextInt(people) + "|2013-01-0" + (1 + random.nextInt(2));
            Sighting row = random.nextBoolean() ? listed(codes, person) : plain(codes);
            if (rows.stream().noneMatch(other -> content(other).equals(content(row)))) {
                rows.add(row);
            }
        }
        return numbered(rows);
    }

    /** Rows of people who each have the same codes and name always; some are left out. */
    private static List<Sighting> consistentRows(Random random, int people) {
        List<Sighting> rows = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            int shown = 1 + random.nextInt(7);
            String[] codes = new String[3];
            for (int kind = 0; kind < 3; kind++) {
                codes[kind] = (shown & (1 << kind)) == 0 ? "" : "IML".charAt(kind) + "" + person;
            }
            rows.add(listed(codes, "name " + person + "|2013-01-01"));
        }
        return numbered(rows);
    }

    /** As {@link #consistentRows}, with every code of the person in each row or the code of the ministry alone. */
    private static List<Sighting> chained(Random random, int people) {
        List<Sighting> rows = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            String name = "name " + person + "|2013-01-01";
            rows.add(listed("", "M" + person, random.nextBoolean() ? "L" + person : "", name));
            rows.add(listed("I" + person, "M" + person, "", name));
            rows.add(plain("", "M" + person, "L" + person));
        }
        Collections.shuffle(rows, random);
        return numbered(rows);
    }

    /** Ids and findings by what a row says; numbers and places follow the order that is given. */
    private static Map<String, String> outcomeByRow(List<Sighting> rows) {
        Map<Integer, Match> matches = match(rows, register()).matches();
        Map<String, String> outcome = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Match match = matches.get(i + 1);
            outcome.put(content(rows.get(i)), match.studentId() + " " + match.code() + " " + match.rejects());
        }
        return outcome;
    }

    private static String content(Sighting row) {
        return row.listed() + "/" + row.identityNumber() + "/" + row.moetCode() + "/" + row.localCode() + "/"
                + row.person();
    }

    private static Outcome match(List<Sighting> rows, KnownPeople known) {
        return Matching.match(numbered(rows), known, row -> "row " + row.row());
    }

    private static List<Sighting> numbered(List<Sighting> rows) {
        List<Sighting> numbered = new ArrayList<>();
        for (Sighting row : rows) {
            numbered.add(new Sighting(
                    numbered.size() + 1,
                    row.listed(),
                    row.rejected(),
                    row.identityNumber(),
                    row.moetCode(),
                    row.localCode(),
                    row.school(),
                    row.person(),
                    0,
                    0,
                    numbered.size() + 1));
        }
        return numbered;
    }

    private static Sighting listed(String... codesAndPerson) {
        return row(true, codesAndPerson[0], codesAndPerson[1], codesAndPerson[2], PersonKey.parse(codesAndPerson[3]));
    }

    private static Sighting listed(String[] codes, String person) {
        return listed(codes[0], codes[1], codes[2], person);
    }

    private static Sighting plain(String... codes) {
        return row(false, codes[0], codes[1], codes[2], PersonKey.NOBODY);
    }

    private static Sighting row(boolean listed, String identity, String moet, String local, PersonKey person) {
        return new Sighting(
                1, listed, false, identity, moet, local.toUpperCase(java.util.Locale.ROOT), SCHOOL, person, 0, 0, 1);
    }

    /** What the tables keep from one export to the next. */
    private static final class Register {

        private final Map<StudentKey, String> keys = new TreeMap<>();
        private final Map<String, PersonKey> persons = new TreeMap<>();
        private final List<Question> questions = new ArrayList<>();

        Map<Integer, Match> take(List<Sighting> rows) {
            List<Sighting> numbered = numbered(rows);
            Outcome outcome = Matching.match(numbered, known(), row -> "row " + row.row());
            for (Sighting row : numbered) {
                Match match = outcome.matches().get(row.number());
                if (!match.rejects() && !match.studentId().isEmpty()) {
                    row.keys().forEach(key -> keys.put(key, match.studentId()));
                    if (row.listed()) {
                        persons.put(match.studentId(), row.person());
                    }
                }
            }
            questions.addAll(outcome.questions());
            return outcome.matches();
        }

        KnownPeople known() {
            KnownPeople known = new KnownPeople();
            keys.forEach(known::key);
            persons.forEach(known::person);
            questions.forEach(known::question);
            return known;
        }

        Map<StudentKey, String> keys() {
            return Map.copyOf(keys);
        }

        /** Keys by the student who has them, whatever the student is called. */
        Set<Set<StudentKey>> people() {
            Map<String, Set<StudentKey>> people = new HashMap<>();
            keys.forEach((key, student) ->
                    people.computeIfAbsent(student, none -> new TreeSet<>()).add(key));
            return new HashSet<>(people.values());
        }
    }
}
