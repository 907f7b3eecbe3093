package nienkhoa.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeTableTest {

    private static final RetentionRules BUNDLED = RetentionRules.bundled();

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            years: 3,        false, three years are less than the five of the logbook
            years: 4,        false, four are less too
            years: 5,        true,  the same period is no shorter
            years: 10,       true,  an office may lengthen
            permanent: true, true,  for ever is longest
            """)
    void lengthensAndNeverShortens(String period, boolean allowed, String why) {
        if (allowed) {
            assertThat(office("SO_DAU_BAI", period).rules()).hasSize(1);
        } else {
            assertThatThrownBy(() -> office("SO_DAU_BAI", period)).isInstanceOf(ShorterThanLaw.class);
        }
    }

    @Test
    void noNumberOfYearsIsAsLongAsForEver() {
        assertThatThrownBy(() -> office("SO_GOC_CAP_BANG", "years: 70")).isInstanceOf(ShorterThanLaw.class);
    }

    @Test
    void theLongerPeriodOfTheOfficeCounts() {
        RecordFacts logbook = RecordFacts.of("SO_DAU_BAI", Medium.PAPER).after(Trigger.SCHOOL_YEAR_END, 2024);
        RetentionRules rules = BUNDLED.with(List.of(office("SO_DAU_BAI", "years: 10")));

        assertThat(rules.decide(logbook, LocalDate.of(2025, 6, 30)).keptUntil()).isEqualTo("2034-12-31");
        assertThat(rules.decide(logbook, LocalDate.of(2040, 1, 1)).code()).isEqualTo("UNCONFIRMED_KEEP");
    }

    @Test
    void anOfficeCannotEndWhatNoLawIsConfirmedToEnd() {
        RecordFacts log = RecordFacts.of("NHAT_KY", Medium.DATA).after(Trigger.EVENT, LocalDate.of(2026, 11, 25));
        RetentionRules rules =
                BUNDLED.with(List.of(BUNDLED.officeTable("office.yaml", yaml("NHAT_KY", "years: 2", "EVENT"))));

        assertThat(rules.decide(log, LocalDate.of(2050, 1, 1)).code()).isEqualTo("UNCONFIRMED_KEEP");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(textBlock = """
            SO_XYZ,     an unknown class
            SO_CHU_NHIEM, years out of what the law allows
            """)
    void refusesWhatMakesNoSense(String recordClass, String why) {
        String yaml = yaml(recordClass, "years: 71", "SCHOOL_YEAR_END").replace("2024-01-01", "2026-01-01");

        assertThatThrownBy(() -> BUNDLED.with(List.of(BUNDLED.officeTable("office.yaml", yaml))))
                .isInstanceOf(BadRules.class);
    }

    @Test
    void aRuleTakesThePlaceOnlyOfAnUnconfirmedOne() {
        String rule = """
                instrument: {no: "27/2016/TT-BGDĐT", kind: Thông tư, mark: V}
                rules:
                  - {id: %s, recordClass: SO_DAU_BAI, name: x, media: [PAPER], periodKind: PERMANENT,
                     disposition: RETAIN, validFrom: 2025-07-01, mark: V, status: CONFIRMED, source: x}
                """;
        Circular known = RetentionRules.read("draft", rule.formatted("27-2016.so-dau-bai"));
        Circular unknown = RetentionRules.read("draft", rule.formatted("08-2025.so-dau-bai"));

        assertThatThrownBy(() -> BUNDLED.with(List.of(known))).isInstanceOf(BadRules.class);
        assertThat(BUNDLED.with(List.of(unknown)).rule("08-2025.so-dau-bai"))
                .hasValueSatisfying(one -> assertThat(one.evidence().status()).isEqualTo(Status.CONFIRMED));
    }

    private static Circular office(String recordClass, String period) {
        return BUNDLED.officeTable("office.yaml", yaml(recordClass, period, "SCHOOL_YEAR_END"));
    }

    private static String yaml(String recordClass, String period, String trigger) {
        return "decision: 12/QĐ\nvalidFrom: 2024-01-01\nperiods:\n  - {recordClass: " + recordClass + ", " + period
                + ", trigger: " + trigger + "}\n";
    }
}
