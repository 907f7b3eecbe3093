package nienkhoa.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules of a made-up circular say; the real ones have their own tables. */
class DecisionTest {

    private static final RecordFacts BOOK_OF_2020 =
            RecordFacts.of("BOOK", Medium.PAPER).after(Trigger.SCHOOL_YEAR_END, 2020);

    @ParameterizedTest(name = "{5}")
    @CsvSource(textBlock = """
            # rules,                                                     as of,      hold, decision,         kept until,  why
            a 5 CONFIRMED V,                                             2025-12-31,     , KEEP_UNTIL,       2025-12-31,  the last day still counts
            a 5 CONFIRMED V,                                             2026-01-01,     , DUE_FOR_REVIEW,   2025-12-31,  review starts on the first day of the next year
            a 5 CONFIRMED V,                                             2026-01-01, C-1,  HELD,             2025-12-31,  a hold outlives the period
            a 5 CONFIRMED V2,                                            2026-01-01,     , UNCONFIRMED_KEEP, unconfirmed, a second-hand text ends nothing
            a 5 CONFIRMED_OLD V,                                         2026-01-01,     , UNCONFIRMED_KEEP, unconfirmed, a replaced text ends nothing
            a 5 CONFIRMED_OLD V 2022-06-30;b 5 CONFIRMED V,              2026-01-01,     , DUE_FOR_REVIEW,   2025-12-31,  the successor confirms what the old text said
            a 5 CONFIRMED_OLD V 2022-06-30;b 10 CONFIRMED V,             2026-01-01,     , KEEP_UNTIL,       2030-12-31,  the successor lengthens
            a 10 CONFIRMED_OLD V 2022-06-30;b 5 CONFIRMED V,             2026-01-01,     , KEEP_UNTIL,       2030-12-31,  the successor does not shorten silently
            a 10 CONFIRMED_OLD V 2022-06-30;b 5 CONFIRMED V,             2031-01-01,     , UNCONFIRMED_KEEP, unconfirmed, and waits for a person after the longer period
            a 10 CONFIRMED_OLD V 2019-06-30;b 5 CONFIRMED V,             2026-01-01,     , DUE_FOR_REVIEW,   2025-12-31,  a text that ended before the work did says nothing
            a 5 CONFIRMED V;b ? UNCONFIRMED NF,                          2026-01-01,     , UNCONFIRMED_KEEP, unconfirmed, an unconfirmed rule holds
            a ever CONFIRMED_OLD V;b ? UNCONFIRMED NF,                   2026-01-01,     , PERMANENT,        permanent,   nothing shortens for ever
            a 5 CONFIRMED V;b ever CONFIRMED V2,                         2026-01-01,     , PERMANENT,        permanent,   the longer of two
            """)
    void decidesByTheLongestRule(String rules, LocalDate asOf, String hold, String decision, String until, String why) {
        RecordFacts facts = BOOK_OF_2020.heldBy(hold == null ? List.of() : List.of(hold));

        Decision said = Circulars.about(rules.split(";")).decide(facts, asOf);

        assertThat(said.code()).isEqualTo(decision);
        assertThat(said.keptUntil()).isEqualTo(until);
    }

    @Test
    void everyPartOfADossierNeedsItsOwnConfirmedRule() {
        RetentionRules rules = Circulars.about("a 5 CONFIRMED V");
        RecordFacts unnamed = RecordFacts.of("BOOK", Medium.DATA).after(Trigger.SCHOOL_YEAR_END, 2020);

        Decision decision = rules.decide(List.of(BOOK_OF_2020, unnamed), LocalDate.of(2030, 1, 1));

        assertThat(decision).isInstanceOf(Decision.UnruledKeep.class);
    }

    @Test
    void theLaterPartOfADossierDecides() {
        RetentionRules rules = Circulars.about("a 5 CONFIRMED V");
        RecordFacts later = RecordFacts.of("BOOK", Medium.PAPER).after(Trigger.SCHOOL_YEAR_END, 2024);

        Decision decision = rules.decide(List.of(BOOK_OF_2020, later), LocalDate.of(2026, 1, 1));

        assertThat(decision.keptUntil()).isEqualTo("2029-12-31");
    }

    @Test
    void keepsUntilTheDayOfAnEvent() {
        RetentionRules rules = RetentionRules.of(List.of(Circulars.read("test", """
                instrument: {no: 1/2000/TEST, kind: Test, mark: V}
                rules:
                  - {id: a, recordClass: DIPLOMA, name: Diploma, media: [PAPER], periodKind: UNTIL_EVENT, trigger: EVENT,
                     disposition: REVIEW, validFrom: 2000-01-01, source: made up, status: CONFIRMED, mark: V}
                """)));
        RecordFacts uncollected = RecordFacts.of("DIPLOMA", Medium.PAPER);
        RecordFacts collected = uncollected.after(Trigger.EVENT, LocalDate.of(2024, 2, 29));

        assertThat(rules.decide(uncollected, LocalDate.of(2024, 2, 29))).isInstanceOf(Decision.AwaitsTrigger.class);
        assertThat(rules.decide(collected, LocalDate.of(2024, 2, 29)).keptUntil())
                .isEqualTo("2024-02-29");
        assertThat(rules.decide(collected, LocalDate.of(2024, 3, 1)))
                .extracting("since")
                .isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void statementNamesEveryRuleAndHold() {
        Decision decision = RetentionRules.bundled()
                .decide(
                        RecordFacts.of("SO_DAU_BAI", Medium.PAPER)
                                .after(Trigger.SCHOOL_YEAR_END, 2024)
                                .heldBy(List.of("inspection 3")),
                        LocalDate.of(2025, 6, 30));

        RetentionStatement statement = decision.statement(LocalDate.of(2025, 6, 30));

        assertThat(statement)
                .isEqualTo(new RetentionStatement(
                        "HELD",
                        "2029-12-31",
                        "2025-06-30",
                        List.of("inspection 3"),
                        List.of(new Citation(
                                "27-2016.so-dau-bai",
                                "mục 58",
                                "27/2016/TT-BGDĐT",
                                "SO_DAU_BAI",
                                "PAPER",
                                Status.CONFIRMED_OLD,
                                "V",
                                "5 YEARS",
                                "2029-12-31",
                                ""))));
    }

    @Test
    void refusesAnEmptyDossier() {
        RetentionRules rules = Circulars.about("a 5 CONFIRMED V");

        assertThatIllegalArgumentException().isThrownBy(() -> rules.decide(List.of(), LocalDate.of(2026, 1, 1)));
    }
}
