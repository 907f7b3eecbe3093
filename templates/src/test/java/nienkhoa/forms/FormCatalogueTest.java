package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormCatalogueTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();

    @ParameterizedTest(name = "{0} grade {1}: {2}, {3}")
    @CsvSource(textBlock = """
            2020,  1, P27, the first grade of the new circular
            2020,  2, P22, the others wait
            2023,  4, P27, a transcript of TT 27
            2023,  5, P22, the last year of the old circular
            2024,  5, P27, all of primary
            2023,  8, S22, secondary follows its own roadmap
            2023,  9, S58, and its last year
            2018, 12, S58, before both
            """)
    void knowsTheRegime(int schoolYear, int grade, String regime, String why) {
        assertThat(CATALOGUE.regime(schoolYear, grade)).isEqualTo(regime);
    }

    @Test
    void doesNotGuessAnUnknownRegime() {
        assertThatThrownBy(() -> CATALOGUE.regime(2031, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(CATALOGUE.inForce("transcript-primary", 2031, 1)).isEmpty();
    }

    @Test
    void findsTheEditionInForce() {
        assertThat(CATALOGUE.inForce("transcript-primary", 2023, 4))
                .hasValueSatisfying(edition -> assertThat(edition.edition()).isEqualTo("tt27-2020"));
        assertThat(CATALOGUE.inForce("transcript-primary", 2023, 5))
                .hasValueSatisfying(edition -> assertThat(edition.edition()).isEqualTo("tt22-2016"));
        assertThat(CATALOGUE.inForce("transcript-primary", 2023, 6)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}, grade {2}: {3}")
    @CsvSource(textBlock = """
            transcript-lower-secondary, 2020,  6, tt58-2011, the last grade 6 of the old circular
            transcript-lower-secondary, 2021,  6, tt22-2021, the first one of the new
            transcript-lower-secondary, 2023,  9, tt58-2011, who entered in 2020 keeps the old form to the end
            transcript-upper-secondary, 2021, 10, tt58-2011, upper secondary follows a year later
            transcript-upper-secondary, 2022, 10, tt22-2021, with grade 10
            transcript-upper-secondary, 2023, 12, tt58-2011, and is not through before 2024
            """)
    void findsTheTranscriptOfASecondaryYear(String form, int schoolYear, int grade, String edition, String why) {
        assertThat(CATALOGUE.inForce(form, schoolYear, grade))
                .map(Edition::edition)
                .as(why)
                .hasValue(edition);
    }

    @Test
    void countsATemplateOfAnotherEditionAsItsOwn() {
        String shared = "forms/transcript-lower-secondary/tt22-2021/subjects.jrxml";
        FormCatalogue changed = FormCatalogue.load(path -> {
            byte[] bytes = Resources.CLASS_PATH.bytes(path);
            return path.equals(shared) ? java.util.Arrays.copyOf(bytes, bytes.length + 1) : bytes;
        });

        assertThat(changed.editions())
                .filteredOn(edition -> !CATALOGUE.editions().contains(edition))
                .extracting(edition -> edition.form() + "/" + edition.edition())
                .containsExactly("transcript-lower-secondary/tt22-2021", "transcript-upper-secondary/tt22-2021");
    }

    @Test
    void knowsAnEditionByItsFiles() {
        assertThat(CATALOGUE.editions()).allSatisfy(edition -> {
            assertThat(edition.sha256()).matches("[0-9a-f]{64}");
            assertThat(edition.variants()).contains(edition.yearEndVariant());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void saysOfEveryLabelWhereItIsFrom(Edition edition) {
        assertThat(CATALOGUE.form(edition).labels()).allSatisfy((code, label) -> {
            assertThat(label.mark()).isIn("verified", "recalled", "design");
            assertThat(label.source().isEmpty()).isEqualTo(!label.mark().equals("verified"));
            assertThat(Faces.firstMissing(label.text())).isEqualTo(-1);
        });
    }

    /** What a person has to confirm is what is marked recalled, not what nobody has marked. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void saysOfItsTimeAndOfEveryCodeListWhereTheyAreFrom(Edition edition) {
        FormSpec spec = CATALOGUE.form(edition).spec();
        Set<String> said = new TreeSet<>(Set.of("inForce"));
        spec.codes().keySet().forEach(list -> said.add("codes." + list));

        assertThat(spec.marks().keySet()).containsExactlyInAnyOrderElementsOf(said);
        assertThat(spec.marks()).allSatisfy((of, mark) -> {
            assertThat(mark.mark()).isIn("verified", "recalled", "design");
            assertThat(mark.source().isEmpty()).isEqualTo(!mark.mark().equals("verified"));
        });
    }

    static java.util.List<Edition> editions() {
        return CATALOGUE.editions();
    }
}
