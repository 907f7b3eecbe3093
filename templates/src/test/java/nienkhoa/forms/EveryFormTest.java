package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import nienkhoa.forms.FormRenderer.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample of every form folder: rendered, read back, compared with what its folder expects. {@code
 * -Dgolden.update} rewrites the expectations; look at the difference before committing it.
 */
class EveryFormTest {

    private static final boolean UPDATE = System.getProperty("golden.update") != null;
    private static final double MOST_DIFFERENT = 0.002;

    /** A label as a template names it. */
    private static final Pattern NAMED = Pattern.compile("labels}\\.text\\(\"([\\w.]+)\"\\)");

    /** What a label leaves to the data: {@code {path}} or a word in plain capitals such as {@code DD}. */
    private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z.0-9]+}|[A-Z]{2,}");

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE);
    private static final PdfaGate GATE = new PdfaGate();

    /** All words that the samples of an edition print, in small letters. */
    private static final Map<Edition, String> PRINTED = new ConcurrentHashMap<>();

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void rendersAsExpected(Sample sample) throws IOException {
        Outcome outcome = render(sample);

        assertThat(outcome).isInstanceOf(Outcome.Rendered.class);
        byte[] pdf = ((Outcome.Rendered) outcome).pdf();
        assertThat(PdfReadback.embeddedJson(pdf)).hasValue(sample.text().getBytes(StandardCharsets.UTF_8));
        assertThat(GATE.check(pdf).failedRules()).isEmpty();
        assertThat(render(sample)).usingRecursiveComparison().isEqualTo(outcome);
        assertThat(Ink.overlaps(pdf)).as("texts over each other").isEmpty();
        compareText(sample.expected(".txt"), PdfReadback.text(pdf));
        comparePicture(sample.expected(".png"), ContactSheet.of(pdf));
    }

    static List<Edition> editions() {
        return CATALOGUE.editions();
    }

    /** A label that a template names and no sample of the editions with that template prints is a dead word. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("editions")
    void printsEveryLabelThatATemplateNames(Edition edition) {
        List<String> dead = CATALOGUE.form(edition).files().values().stream()
                .flatMap(file -> NAMED.matcher(new String(file, StandardCharsets.UTF_8))
                        .results()
                        .map(name -> name.group(1))
                        .filter(name -> editions().stream().noneMatch(other -> prints(other, file, name))))
                .distinct()
                .toList();

        assertThat(dead).isEmpty();
    }

    private static boolean prints(Edition edition, byte[] file, String name) {
        Form form = CATALOGUE.form(edition);
        return form.files().values().stream().anyMatch(own -> Arrays.equals(own, file))
                && isIn(
                        PRINTED.computeIfAbsent(edition, EveryFormTest::printed),
                        Objects.requireNonNull(form.labels().get(name), name).text());
    }

    private static String printed(Edition edition) {
        return samples().stream()
                .filter(sample -> sample.edition(CATALOGUE).equals(edition))
                .flatMap(sample -> FilledSample.of(CATALOGUE, sample).texts())
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isIn(String printed, String label) {
        return PLACE.splitAsStream(label.replaceAll("<[^>]+>", ""))
                .map(Expected::spaced)
                .map(words -> words.toLowerCase(Locale.ROOT))
                .allMatch(printed::contains);
    }

    private static Outcome render(Sample sample) {
        return RENDERER.render(sample.edition(CATALOGUE), sample.variant(), sample.text(), sample::photo);
    }

    private static void compareText(Path golden, String text) throws IOException {
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        if (UPDATE) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    /** An update leaves a picture in which no pixel differs visibly: edges of letters are not the same everywhere. */
    private static void comparePicture(Path golden, BufferedImage picture) throws IOException {
        if (UPDATE && (!Files.exists(golden) || difference(golden, picture) > 0)) {
            ImageIO.write(picture, "png", golden.toFile());
        }
        assertThat(difference(golden, picture)).isLessThan(MOST_DIFFERENT);
    }

    private static double difference(Path golden, BufferedImage picture) throws IOException {
        return ContactSheet.difference(picture, ImageIO.read(golden.toFile()));
    }
}
