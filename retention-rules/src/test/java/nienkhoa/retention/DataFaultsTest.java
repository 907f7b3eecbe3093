package nienkhoa.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault in a data file is named with file, rule and reason. */
class DataFaultsTest {

    private static final String INSTRUMENT = "instrument: {no: 1/2030/TEST, kind: Test, issued: 2030-01-01, mark: V}\n";
    private static final String SOUND = "{id: a, recordClass: SO_DAU_BAI, name: Sổ, media: [PAPER], periodKind: YEARS,"
            + " years: 5, countedFrom: YEAR_END, trigger: SCHOOL_YEAR_END, disposition: REVIEW,"
            + " validFrom: 2030-01-01, mark: V, status: CONFIRMED, source: made up}";

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            periodKind: YEARS           | periodKind: WEEKS         | periodKind must be one of [PERMANENT, YEARS, MONTHS, RETURN_TO_SUBJECT, UNTIL_EVENT], not WEEKS
            periodKind: YEARS           | periodKind: PERMANENT     | years is given, but periodKind is not YEARS
            years: 5                    | years: five               | years must be a whole number, not five
            years: 5                    | years: 0                  | a period must be at least 1, not 0
            countedFrom: YEAR_END,      | ''                        | countedFrom is missing
            'periodKind: YEARS, years: 5'| 'periodKind: MONTHS, months: 5' | 'months are counted from a day: countedFrom must be DAY'
            disposition: REVIEW         | disposition: [REVIEW]     | disposition must be a single value
            trigger: SCHOOL_YEAR_END,   | ''                        | trigger is missing
            validFrom: 2030-01-01       | validFrom: 01/01/2030     | validFrom must be a day like 2025-07-01, not 01/01/2030
            source: made up             | validTo: 2029-12-31, source: x | validTo lies before validFrom
            source: made up             | period: 5, source: x      | unknown field period
            mark: V                     | mark: R-H                 | mark R-H is too weak for CONFIRMED; only V and V2 carry it
            mark: V                     | mark: R                   | mark must be one of V, V2, R-H, R-M, R-L, NF, not R
            status: CONFIRMED           | status: UNCONFIRMED       | mark V contradicts UNCONFIRMED
            mark: V, status: CONFIRMED  | mark: NF, status: UNCONFIRMED | an UNCONFIRMED rule states no periodKind; write it as candidate
            source: made up             | candidate: 5 năm, source: x | only an UNCONFIRMED rule has a candidate
            media: [PAPER]              | media: PAPER              | media must be a list with at least one value
            media: [PAPER]              | media: [STONE]            | media must be one of [PAPER, SIGNED_FILE, DATA], not STONE
            name: Sổ,                   | ''                        | name is missing
            """)
    void namesWhatIsWrongInARule(String sound, String faulty, String what) {
        List<Problem> problems = new ArrayList<>();
        String yaml = INSTRUMENT + "rules:\n  - " + SOUND.replace(sound, faulty);

        var circular = new CircularReader("x/rules.yaml", problems).circular("x", yaml);

        assertThat(problems).containsExactly(new Problem("x/rules.yaml", "a", what));
        assertThat(circular.orElseThrow().rules()).isEmpty();
    }

    @Test
    void namesAFileThatIsNotYaml() {
        List<Problem> problems = new ArrayList<>();

        var circular = new CircularReader("x/rules.yaml", problems).circular("x", "rules: [");

        assertThat(circular).isEmpty();
        assertThat(problems)
                .singleElement()
                .extracting(Problem::what)
                .asString()
                .startsWith("is not YAML");
    }

    @Test
    void namesAMissingInstrument() {
        List<Problem> problems = new ArrayList<>();

        new CircularReader("x/rules.yaml", problems).circular("x", "rules: []");

        assertThat(problems).containsExactly(new Problem("x/rules.yaml", "", "instrument is missing"));
    }

    @Test
    void namesAnInstrumentInForceBeforeItWasIssued() {
        List<Problem> problems = new ArrayList<>();

        new CircularReader("instruments.yaml", problems)
                .instruments("- {no: 1/2030/TEST, kind: Test, issued: 2030-01-02, effective: 2030-01-01, mark: V}");

        assertThat(problems)
                .containsExactly(new Problem("instruments.yaml", "1/2030/TEST", "effective lies before issued"));
    }

    @Test
    void namesWhatIsListedTwice() {
        Circular law = Circulars.read("law", INSTRUMENT);
        RecordClass book = new RecordClass("BOOK", "Sổ", "Book");

        List<Problem> problems =
                new RuleBook(List.of(law), List.of(book, book), List.of(law.instrument(), law.instrument())).problems();

        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly("the instrument is listed twice", "the class is listed twice");
    }

    @Test
    void namesWhatOnlyShowsSideBySide() {
        String law = "instrument: {no: 9/2029/TEST, kind: Law, issued: 2029-01-01, effective: 2030-01-01,"
                + " replacedBy: 10/2040/TEST, mark: V}\nbounds: {leastYears: 2, mostYears: 70}";
        String twice = INSTRUMENT + "rules:\n  - " + SOUND.replace("years: 5", "years: 71") + "\n  - " + SOUND;
        List<Circular> circulars = List.of(Circulars.read("law", law), Circulars.read("x", twice));
        List<Instrument> instruments =
                circulars.stream().map(Circular::instrument).toList();

        List<Problem> problems = new RuleBook(circulars, List.of(), instruments).problems();

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "x/rules.yaml [a]: years 71 is outside what 9/2029/TEST allows",
                        "x/rules.yaml [a]: recordClass SO_DAU_BAI is not in record-classes.yaml",
                        "x/rules.yaml [a]: recordClass SO_DAU_BAI is not in record-classes.yaml",
                        "x/rules.yaml [a]: another rule has this id",
                        "instruments.yaml [9/2029/TEST]: its successor 10/2040/TEST is missing");
    }

    @Test
    void bundledDataIsSound() {
        RetentionRules rules = RetentionRules.bundled();

        assertThat(rules.instrument("27/2016/TT-BGDĐT").orElseThrow().replacedBy())
                .contains("08/2025/TT-BGDĐT");
        assertThat(rules.recordClass("HOC_BA").orElseThrow().vi()).isEqualTo("Học bạ");
        assertThat(rules.circulars())
                .flatExtracting(Circular::rules)
                .noneMatch(RetentionRule::mayDispose, "no line seen so far lets a record go");
    }
}
