package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nienkhoa.forms.FormRenderer.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of a class or of a cohort print a birth date as far as it is known; transcripts ask for the day. */
class PartialBirthDateTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);

    /** The thinnest sample of each form that lists students with their birth dates. */
    static List<Sample> lists() {
        return CATALOGUE.editions().stream()
                .map(edition -> Sample.all().stream()
                        .filter(sample -> sample.edition(CATALOGUE).equals(edition)
                                && !place(sample).isEmpty())
                        .min((one, other) -> one.text().length() - other.text().length()))
                .flatMap(sample -> sample.stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void printsTheMonthOrTheYearThatIsKnown(Sample sample) {
        for (String known : List.of("05/1987", "1987")) {
            Outcome outcome = render(sample, known);

            assertThat(outcome).as(known).isInstanceOf(Outcome.Rendered.class);
            assertThat(PdfReadback.text(((Outcome.Rendered) outcome).pdf())).contains(known);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void refusesWhatNoCalendarHas(Sample sample) {
        for (String wrong : List.of("13/1987", "1987-02-29", "31/05/1987", "87")) {
            assertThat(render(sample, wrong)).as(wrong).isInstanceOfSatisfying(Outcome.Refused.class, no -> assertThat(
                            no.refusals())
                    .anyMatch(refusal -> refusal.code().equals(Refusal.BAD_VALUE)
                            && refusal.place().equals(place(sample))));
        }
    }

    private static String place(Sample sample) {
        Node document = Node.parse(sample.text());
        return List.of("students[0].birthDate", "entries[0].birthDate").stream()
                .filter(place -> !DataMutations.at(document.json(), place).isMissingNode())
                .findFirst()
                .orElse("");
    }

    private static Outcome render(Sample sample, String birthDate) {
        String data = FilledSample.of(CATALOGUE, sample).with(place(sample), birthDate);
        return RENDERER.render(sample.edition(CATALOGUE), sample.variant(), data, sample::photo);
    }
}
