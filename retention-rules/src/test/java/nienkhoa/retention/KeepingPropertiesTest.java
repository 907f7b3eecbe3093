package nienkhoa.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What must hold whatever the circulars say. */
class KeepingPropertiesTest {

    private static final RetentionRules BUNDLED = RetentionRules.bundled();

    @Property(tries = 150)
    void aLongerPeriodNeverEndsEarlier(
            @ForAll @IntRange(min = 1, max = 70) int years,
            @ForAll @IntRange(max = 70) int more,
            @ForAll @IntRange(min = 1990, max = 2090) int workEnd) {
        RecordFacts facts = book(workEnd);
        LocalDate early = LocalDate.of(2000, 1, 1);

        String shorter = confirmed(years).decide(facts, early).keptUntil();
        String longer = confirmed(years + more).decide(facts, early).keptUntil();

        assertThat(longer).isGreaterThanOrEqualTo(shorter);
        assertThat(shorter).isEqualTo((workEnd + years) + "-12-31");
    }

    @Property(tries = 150)
    void aHeldRecordIsNeverDue(
            @ForAll("rules") @Size(min = 1, max = 4) List<String> rules,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 9) Integer> cases,
            @ForAll("days") LocalDate asOf) {
        RecordFacts held =
                book(2020).heldBy(cases.stream().map(no -> "case " + no).toList());

        Decision decision = about(rules).decide(held, asOf);

        assertThat(decision).isInstanceOf(Decision.Held.class);
        assertThat(((Decision.Held) decision).otherwise())
                .isEqualTo(about(rules).decide(book(2020), asOf));
    }

    @Property(tries = 150)
    void oneMoreRuleNeverMakesARecordDueSooner(
            @ForAll("rules") @Size(min = 1, max = 4) List<String> rules,
            @ForAll("rules") @Size(1) List<String> oneMore,
            @ForAll("days") LocalDate asOf) {
        RecordFacts facts = book(2020);
        boolean wasKept = !(about(rules).decide(facts, asOf) instanceof Decision.DueForReview);

        Decision after =
                about(Stream.concat(rules.stream(), oneMore.stream()).toList()).decide(facts, asOf);

        if (after instanceof Decision.DueForReview due && wasKept) {
            assertThat(oneMore.get(0)).endsWith("CONFIRMED V");
            assertThat(due.since()).isAfterOrEqualTo(firstDayAfterAll(rules));
        }
    }

    @Property(tries = 150)
    void anUnconfirmedRuleIsNeverDue(
            @ForAll("rules") @Size(max = 4) List<String> rules, @ForAll("days") LocalDate asOf) {
        List<String> withUnknown =
                Stream.concat(rules.stream(), Stream.of("? UNCONFIRMED NF")).toList();

        Decision decision = about(withUnknown).decide(book(2020), asOf);

        assertThat(decision).isInstanceOfAny(Decision.UnconfirmedKeep.class, Decision.Permanent.class);
    }

    @Property(tries = 150)
    void timeAloneNeverEndsPermanentOrUnconfirmed(@ForAll("days") LocalDate asOf, @ForAll Medium medium) {
        Stream<RecordFacts> everyClass = BUNDLED.recordClasses().stream()
                .map(one -> RecordFacts.of(one.code(), medium).after(Trigger.SCHOOL_YEAR_END, 2020));

        assertThat(everyClass.map(facts -> BUNDLED.decide(facts, asOf)))
                .noneMatch(decision -> decision instanceof Decision.DueForReview);
    }

    @Provide
    Arbitrary<List<String>> rules() {
        return Arbitraries.of(
                        "5 CONFIRMED V",
                        "10 CONFIRMED V",
                        "5 CONFIRMED V2",
                        "10 CONFIRMED_OLD V",
                        "20 CONFIRMED_OLD V",
                        "ever CONFIRMED V",
                        "? UNCONFIRMED NF")
                .list();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2001, 1, 1).toEpochDay(),
                        LocalDate.of(2120, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static LocalDate firstDayAfterAll(List<String> rules) {
        return rules.stream()
                .map(rule -> LocalDate.of(2021 + Integer.parseInt(rule.split(" ")[0]), 1, 1))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static RetentionRules confirmed(int years) {
        return Circulars.about("a " + years + " CONFIRMED V");
    }

    private static RetentionRules about(List<String> rules) {
        return Circulars.about(IntStream.range(0, rules.size())
                .mapToObj(no -> "r" + no + " " + rules.get(no))
                .toArray(String[]::new));
    }

    private static RecordFacts book(int workEnd) {
        return RecordFacts.of("BOOK", Medium.PAPER).after(Trigger.SCHOOL_YEAR_END, workEnd);
    }
}
