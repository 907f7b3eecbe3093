package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nienkhoa.forms.FormRenderer.Outcome;
import org.junit.jupiter.api.Test;

/** A book whose second year is of an edition of before: other words, other levels, no page of results. */
class MixedBookTest {

    private static final String FOLDER = "forms/transcript-primary/";
    private static final FormCatalogue CATALOGUE = FormCatalogue.load(MixedBookTest::withOlderEdition);
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);
    private static final Sample REPEATER = Sample.of("transcript-primary", "tt27-2020", "repeater");
    private static final String SECOND_YEAR = "\"className\":\"2A\",\"date\"";
    private static final String OF_OLDER = "\"edition\":\"older\"," + SECOND_YEAR;

    private static byte[] withOlderEdition(String path) {
        if (path.equals("forms/editions.txt")) {
            return "transcript-primary/tt27-2020\ntranscript-primary/older\n".getBytes(StandardCharsets.UTF_8);
        }
        String text = path.endsWith(".yaml") ? Resources.CLASS_PATH.text(path.replace("older", "tt27-2020")) : "";
        if (path.equals(FOLDER + "older/form.yaml")) {
            text = text.replace("edition: tt27-2020", "edition: older")
                    .replace("oneOf: [HTXS, HTT, HT, CHT]", "oneOf: [DAT]")
                    .replace("      - {template: results.jrxml, pages: 1}\n", "");
        } else if (path.equals(FOLDER + "older/labels.yaml")) {
            text = text.replace("\"Đạo đức\"", "\"Đạo đức của mẫu cũ\"");
        }
        return text.isEmpty()
                ? Resources.CLASS_PATH.bytes(path.replace("older", "tt27-2020"))
                : text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void printsTheYearByItsOwnEdition() {
        String json = REPEATER.text().replace(SECOND_YEAR, OF_OLDER).replace("\"CHT\"", "\"DAT\"");

        Outcome.Rendered book = (Outcome.Rendered) render(json);

        String text = PdfReadback.text(book.pdf());
        assertThat(book.pages()).isEqualTo(3 + 3 + 2 + 3 + 3);
        assertThat(text.split("Đạo đức của mẫu cũ", -1)).hasSize(2);
        assertThat(text.indexOf("Lớp: 2A")).isLessThan(text.indexOf("Đạo đức của mẫu cũ"));
        assertThat(text.indexOf("Đạo đức của mẫu cũ")).isLessThan(text.indexOf("Lớp: 2C"));
    }

    @Test
    void holdsEachYearToTheRulesOfItsEdition() {
        String json = REPEATER.text()
                .replace(SECOND_YEAR, OF_OLDER)
                .replaceFirst("\"overall\":\"HT\"", "\"overall\":\"DAT\"");

        assertThat(((Outcome.Refused) render(json)).refusals())
                .containsExactly(
                        new Refusal("R104_BAD_VALUE", "years[0].overall", List.of("", "HTXS, HTT, HT, CHT")),
                        new Refusal("R104_BAD_VALUE", "years[1].overall", List.of("", "DAT")));
    }

    @Test
    void refusesAnEditionThatWeLack() {
        String json = REPEATER.text().replace(SECOND_YEAR, OF_OLDER.replace("older", "tt1-1990"));

        assertThat(((Outcome.Refused) render(json)).refusals())
                .containsExactly(new Refusal("R104_BAD_VALUE", "years[1].edition", List.of("tt1-1990", "older")));
    }

    private static Outcome render(String json) {
        return RENDERER.render(REPEATER.edition(CATALOGUE), "whole-book", json, PhotoSource.NONE);
    }
}
