package nienkhoa.archive.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nienkhoa.archive.keeping.KeptRecord.Choice;
import nienkhoa.retention.Medium;
import nienkhoa.retention.RetentionRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeepingTest {

    private static final RetentionRules BUNDLED = RetentionRules.bundled();

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            2029-12-31,        2034-12-31,        false, a later day
            2034-12-31,        2029-12-31,        true,  an earlier day
            2034-12-31,        2034-12-31,        false, the same day
            permanent,         2090-12-31,        true,  no day is as long as for ever
            unconfirmed,       2034-12-31,        true,  what was kept for want of a rule now has an end
            unruled,           unconfirmed,       true,  named by an unconfirmed line
            2034-12-31,        unconfirmed,       false, what is not known keeps longer
            not-started,       2034-12-31,        false, a period that starts is not shortened
            2034-12-31,        return-to-student, true,  the paper would leave the school
            return-to-student, 2034-12-31,        false, the paper would stay
            """)
    void knowsWhenLessIsKeptThanBefore(String was, String now, boolean shortens, String why) {
        assertThat(KeepingLength.shortens(was, now)).isEqualTo(shortens);
    }

    @Test
    void aShorterRuleWaitsForAPersonAndTheLongerPeriodCounts() {
        Keeping keeping = new Keeping(confirmed(5));
        LocalDate day = LocalDate.of(2040, 1, 1);

        Keeping.Answer waiting = keeping.answer(logbook("2034-12-31", List.of(), Map.of()), Medium.PAPER, day);
        Keeping.Answer kept = keeping.answer(logbook("2034-12-31", List.of(), chosen(false)), Medium.PAPER, day);
        Keeping.Answer taken = keeping.answer(logbook("2034-12-31", List.of(), chosen(true)), Medium.PAPER, day);

        assertThat(waiting.awaiting()).isTrue();
        assertThat(waiting.keptUntil()).isEqualTo("2034-12-31");
        assertThat(waiting.now()).isEqualTo("2031-12-31");
        assertThat(waiting.isDue()).isFalse();
        assertThat(kept.awaiting()).isFalse();
        assertThat(kept.isDue()).isFalse();
        assertThat(taken.keptUntil()).isEqualTo("2031-12-31");
        assertThat(taken.isDue()).isTrue();
    }

    @Test
    void aDecisionAboutAnotherPeriodDecidesNothing() {
        Map<Medium, Choice> other = Map.of(Medium.PAPER, new Choice("2034-12-31", "2030-12-31", true));

        Keeping.Answer answer = new Keeping(confirmed(5))
                .answer(logbook("2034-12-31", List.of(), other), Medium.PAPER, LocalDate.of(2040, 1, 1));

        assertThat(answer.awaiting()).isTrue();
    }

    @Property(tries = 200)
    void aHoldNeverMakesAnythingDueEarlier(
            @ForAll @IntRange(min = 2, max = 70) int years,
            @ForAll @IntRange(max = 60) int later,
            @ForAll @IntRange(max = 3) int holds) {
        Keeping keeping = new Keeping(confirmed(years));
        LocalDate day = LocalDate.of(2027 + later, 1, 1);
        List<String> cases =
                IntStream.range(0, holds).mapToObj(i -> "case " + i).toList();

        boolean free = keeping.answer(logbook("", List.of(), Map.of()), Medium.PAPER, day)
                .isDue();
        boolean held =
                keeping.answer(logbook("", cases, Map.of()), Medium.PAPER, day).isDue();

        assertThat(held).isEqualTo(free && holds == 0);
    }

    @Property(tries = 200)
    void noRuleShortensWhatWasStoredWithoutAPerson(
            @ForAll @IntRange(min = 2, max = 70) int years, @ForAll @IntRange(min = 2028, max = 2099) int stored) {
        String was = stored + "-12-31";

        Keeping.Answer answer = new Keeping(confirmed(years))
                .answer(logbook(was, List.of(), Map.of()), Medium.PAPER, LocalDate.of(2027, 1, 1));

        assertThat(answer.keptUntil()).isGreaterThanOrEqualTo(was);
        assertThat(answer.awaiting()).isEqualTo(answer.now().compareTo(was) < 0);
    }

    @Test
    void tellsWhatChangedByLaw() {
        List<Keeping.Change> changes =
                new Keeping(BUNDLED).history(logbookOf("2023-2024"), Medium.PAPER, LocalDate.of(2026, 11, 25));

        assertThat(changes)
                .extracting(Keeping.Change::since, Keeping.Change::keptUntil)
                .contains(org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 7, 1), "unconfirmed"));
    }

    @Test
    void aDraftIsLaidOverThousandsOfRecordsInSeconds() {
        List<KeptRecord> records = IntStream.range(0, 5000)
                .mapToObj(i -> record("D" + i, i % 2 == 0 ? "SO_DAU_BAI" : "HOC_BA", "unconfirmed"))
                .toList();
        long began = System.nanoTime();

        WhatIf.Result result =
                WhatIf.of(new Keeping(BUNDLED), new Keeping(confirmed(5)), records, LocalDate.of(2026, 11, 25));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(result.byClass().get("SO_DAU_BAI").shorter()).isEqualTo(2500);
        assertThat(result.byClass().get("HOC_BA")).isEqualTo(new WhatIf.Count(0, 0, 2500));
        assertThat(result.moves()).hasSize(2500).allSatisfy(move -> {
            assertThat(move.from()).isEqualTo("unconfirmed");
            assertThat(move.to()).isEqualTo("2031-12-31");
        });
    }

    private static RetentionRules confirmed(int years) {
        return BUNDLED.with(List.of(RetentionRules.read("draft.yaml", """
                instrument: {no: "08/2025/TT-BGDĐT", kind: Thông tư, mark: V}
                rules:
                  - id: "08-2025.so-dau-bai"
                    item: mục 1
                    recordClass: SO_DAU_BAI
                    name: Sổ ghi đầu bài
                    media: [PAPER, SIGNED_FILE, DATA]
                    periodKind: YEARS
                    years: %d
                    countedFrom: YEAR_END
                    trigger: SCHOOL_YEAR_END
                    disposition: REVIEW
                    validFrom: 2025-07-01
                    mark: V
                    status: CONFIRMED
                    source: test
                """.formatted(years))));
    }

    private static Map<Medium, Choice> chosen(boolean accepted) {
        return Map.of(Medium.PAPER, new Choice("2034-12-31", "2031-12-31", accepted));
    }

    private static KeptRecord logbook(String stored, List<String> cases, Map<Medium, Choice> choices) {
        return new KeptRecord(
                "S/2025-2026/5A/logbook",
                "CLASS_SECTION_FORM",
                "2025-2026",
                "SO_DAU_BAI",
                new TreeMap<>(Map.of(Medium.PAPER, stored)),
                cases,
                choices);
    }

    private static KeptRecord logbookOf(String year) {
        return new KeptRecord(
                "S/" + year + "/5A/logbook",
                "CLASS_SECTION_FORM",
                year,
                "SO_DAU_BAI",
                new TreeMap<>(Map.of(Medium.PAPER, "2029-12-31")),
                List.of(),
                Map.of());
    }

    private static KeptRecord record(String id, String recordClass, String stored) {
        return new KeptRecord(
                id,
                "CLASS_SECTION_FORM",
                "2025-2026",
                recordClass,
                new TreeMap<>(Map.of(Medium.PAPER, stored)),
                List.of(),
                Map.of());
    }
}
