package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nienkhoa.forms.FormRenderer.Outcome;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reading may give up, but never say anything else than PDFBox. */
class QuickOperatorsTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();

    /** Its clock stands still: a busy machine must not refuse a sample. */
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE, () -> 0);

    private static final int PAGES = 4;
    private static final int DAMAGES = 60;

    /** One of each edition. */
    static Collection<Sample> samples() {
        Map<Path, Sample> samples = new TreeMap<>();
        Sample.all().forEach(sample -> samples.putIfAbsent(sample.json().getParent(), sample));
        return samples.values();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void readsPagesAsPdfBoxDoes(Sample sample) throws IOException {
        Outcome outcome = RENDERER.render(sample.edition(CATALOGUE), sample.variant(), sample.text(), sample::photo);

        try (PDDocument document = Loader.loadPDF(((Outcome.Rendered) outcome).pdf())) {
            for (int page = 0; page < Math.min(PAGES, document.getNumberOfPages()); page++) {
                byte[] content = content(document.getPage(page));

                assertThat(quick(content)).isEqualTo(full(content));
            }
        }
    }

    @Test
    void readsDamagedContentAsPdfBoxDoesOrNotAtAll() throws IOException {
        Sample sample = Sample.of("transcript-primary", "tt27-2020", "shortest");
        Outcome outcome = RENDERER.render(sample.edition(CATALOGUE), sample.variant(), sample.text(), sample::photo);
        Random random = new Random(1);
        int read = 0;
        try (PDDocument document = Loader.loadPDF(((Outcome.Rendered) outcome).pdf())) {
            byte[] content = content(document.getPage(0));
            for (int i = 0; i < DAMAGES; i++) {
                byte[] damaged = damaged(content, random);
                try {
                    List<String> quick = quick(damaged);
                    assertThat(quick).as("damage %d", i).isEqualTo(full(damaged));
                    read++;
                } catch (ContentTokens.Unknown e) {
                    // left to PDFBox
                }
            }
        }
        assertThat(read).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a\\)b\\(c\\\\) Tj",
                "(\\101\\60 \\n\\r\\t\\b\\f) Tj",
                "(a\nbc) Tj",
                "<48656C6C> Tj",
                "[(ab)-120.5(cd)+3 <4142>]TJ",
                "[]0 d",
                "/F1 12.5 Tf 1 0 0 1 .5 -0.25 Tm",
                "1. 0 m 3 4 l S",
                "0 0 m\r\n1 1 l\rS",
                "(ab) ' 1 2 (cd) \"",
                "T* b* W n",
                "() Tj",
                "/P<</MCID 12>>BDC\n(ab)Tj EMC",
                "/Artifact BMC q Q EMC",
                "zz",
                "1 2 3",
            })
    void readsWhatPagesOfFormsAreMadeOf(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(quick(bytes)).isEqualTo(full(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a (b) c) Tj",
                "(a\rb) Tj",
                "(a\\\nb) Tj",
                "(a\\xb) Tj",
                "<48 65> Tj",
                "<486> Tj",
                "% remark\nq Q",
                "BI /W 1 /H 1 ID x EI",
                "/A << /B 1 >> BDC",
                "/A<</MCID 1/B 2>>BDC",
                "/A<</MCID -1>>BDC",
                "/A<</MCID 12345678901>>BDC",
                "/A<</MCID 1",
                "/A#20B gs",
                "true null",
                "(abc) Tj",
                "<4142 43> Tj",
                "/A /B scn",
                "abcd",
                "[/A]TJ",
                "[[1]]TJ",
                "1--2 w",
                "1.2.3 w",
                "1e3 w",
                "0 d0",
                "(a",
                "[(a)",
                "<41",
                "q)Q",
                "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 m",
            })
    void leavesTheRestToPdfBox(String content) {
        assertThatThrownBy(() -> quick(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ContentTokens.Unknown.class);
    }

    private static byte[] damaged(byte[] content, Random random) {
        byte[] damaged = Arrays.copyOf(
                content, random.nextInt(3) == 0 ? 1 + random.nextInt(content.length - 1) : content.length);
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static List<String> quick(byte[] content) throws IOException {
        return words(new QuickOperators(content));
    }

    private static List<String> full(byte[] content) throws IOException {
        return words(new ParsedOperators(content));
    }

    private static List<String> words(Operators operators) throws IOException {
        List<String> words = new ArrayList<>();
        while (operators.next()) {
            StringBuilder word = new StringBuilder("" + operators.operator());
            for (int i = 0; i < operators.count(); i++) {
                word.append(String.format(Locale.ROOT, " %.3f", operators.number(i)));
            }
            word.append(' ').append(operators.markedId());
            word.append(' ').append(Arrays.toString(operators.shown()));
            try {
                word.append(' ').append(operators.name());
            } catch (IOException e) {
                word.append(" no name");
            }
            words.add(word.toString());
        }
        return words;
    }

    private static byte[] content(PDPage page) throws IOException {
        try (var in = page.getContents()) {
            return in.readAllBytes();
        }
    }
}
