package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import nienkhoa.forms.fill.Filler;
import nienkhoa.forms.fill.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Our filler makes the pages that the report engine's filler makes: every element, every line end, every byte. */
class FillerTest {

    private static final int LONG = 4;
    private static final String SENTENCE = " Em chăm chỉ, lễ phép, biết giúp đỡ bạn bè và luôn cố gắng trong học tập.";

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final SimpleJasperReportsContext CONTEXT = FormRenderer.context();
    private static final Templates OURS = new Templates(CONTEXT, ColumnTableDesign::customise);
    private static final Templates ENGINE = OURS.byEngine();
    private static final PdfExport EXPORT = new PdfExport(CONTEXT);
    private static final PdfFinish FINISH = new PdfFinish("Văn bản", "Trường", LocalDate.EPOCH, new byte[0]);

    /** The samples with the most and the fewest words of each folder. */
    static Stream<Sample> samples() {
        Comparator<Sample> words =
                Comparator.comparingInt(sample -> sample.text().length());
        return Sample.all().stream()
                .collect(Collectors.groupingBy(sample -> sample.json().getParent()))
                .values()
                .stream()
                .flatMap(folder ->
                        Stream.of(folder.stream().max(words), folder.stream().min(words)))
                .flatMap(sample -> sample.stream())
                .distinct()
                .sorted(Comparator.comparing(Sample::json));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void makesThePagesOfTheEngine(Sample sample) {
        Fill.Filled engine = fill(sample, sample.text(), ENGINE);
        Fill.Filled ours = fill(sample, sample.text(), OURS);
        Fill.Filled kept = fill(sample, sample.text(), OURS);

        assertThat(engine.pages()).isPositive();
        assertThat(firstDifference(engine, ours)).as("set").isEmpty();
        assertThat(firstDifference(engine, kept)).as("kept").isEmpty();
        assertThat(EXPORT.export(kept.prints(), FINISH)).isEqualTo(EXPORT.export(engine.prints(), FINISH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void setsLongTextsAsTheEngineDoes(Sample sample) {
        JsonNode document = Node.parse(sample.text()).json().deepCopy();
        lengthen(document);

        assertThat(firstDifference(fill(sample, document.toString(), ENGINE), fill(sample, document.toString(), OURS)))
                .isEmpty();
    }

    /** No edition may be left to the engine without anybody knowing it. */
    @Test
    void knowsEveryTemplate() {
        List<String> left = new ArrayList<>();
        for (Sample sample : Sample.all()) {
            parts(sample, sample.text()).forEach(part -> tables(part).forEach(table -> {
                if (OURS.filler(part.form(), part.part(), table.isEmpty() ? null : table.get(0))
                        .isEmpty()) {
                    left.add(part.form().spec().form() + "/" + part.part().template());
                }
            }));
        }

        assertThat(left).isEmpty();
    }

    @Test
    void namesWhatItDoesNotKnow() throws JRException {
        JasperDesign design = JRXmlLoader.load(CONTEXT, "forms/run-report/v1/reasons.jrxml");
        design.setSummaryNewPage(true);

        assertThat(Filler.firstUnknown(JasperCompileManager.getInstance(CONTEXT).compile(design)))
                .contains("a title or summary on a page of its own");
    }

    /** A text that is longer than a page is divided by the engine. */
    @Test
    void leavesToTheEngineWhatItCannotDivide() throws JRException {
        Sample sample = samples()
                .filter(one -> one.toString().contains("disposal-papers"))
                .findFirst()
                .orElseThrow();
        PartData part = parts(sample, sample.text()).stream()
                .filter(one -> one.part().template().equals("items.jrxml"))
                .findFirst()
                .orElseThrow();
        Filler filler = OURS.filler(part.form(), part.part(), null).orElseThrow();
        Map<String, Object> parameters = Fill.parameters(part, new Photos());
        ObjectNode row = (ObjectNode) part.rows().get(0).json().deepCopy();
        row.propertyNames().forEach(name -> row.put(name, SENTENCE.repeat(200)));

        assertThat(filler.fill(parameters, new Rows(part.rows()), Watch.NONE)).isPresent();
        assertThat(filler.fill(parameters, new Rows(List.of(new Node(row))), Watch.NONE))
                .isEmpty();
    }

    private static List<List<ColumnTable>> tables(PartData part) {
        return part.tables().isEmpty()
                ? List.of(List.of())
                : part.tables().stream().map(List::of).toList();
    }

    private static void lengthen(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (value.isString() && value.stringValue().split(" ").length >= LONG) {
                    object.put(name, value.stringValue() + SENTENCE.repeat(1 + name.length() % LONG));
                }
                lengthen(value);
            }
        } else if (node instanceof ArrayNode items) {
            items.forEach(FillerTest::lengthen);
        }
    }

    private static List<PartData> parts(Sample sample, String json) {
        return BookParts.of(CATALOGUE.book(sample.edition(CATALOGUE)), sample.variant(), Node.parse(json));
    }

    private static Fill.Filled fill(Sample sample, String json, Templates templates) {
        Photos photos = new Photos();
        photos.fetch(CATALOGUE.form(sample.edition(CATALOGUE)).spec(), Node.parse(json), sample::photo);
        return new Fill(CONTEXT, templates, new Deadline(() -> 0, 1)).fill(parts(sample, json), photos);
    }

    private static String firstDifference(Fill.Filled engine, Fill.Filled ours) {
        List<String> expected = lines(engine);
        List<String> found = lines(ours);
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String one = i < expected.size() ? expected.get(i) : "nothing more";
            String other = i < found.size() ? found.get(i) : "nothing more";
            if (!one.equals(other)) {
                return "element " + i + ": expected " + one + " but was " + other;
            }
        }
        return "";
    }

    /** A line for each element: place, size, and of a text the words, the breaks, the sizes that were measured. */
    private static List<String> lines(Fill.Filled filled) {
        List<String> lines = new ArrayList<>();
        filled.refusals().forEach(refusal -> lines.add(refusal.toString()));
        filled.prints().stream().flatMap(print -> print.getPages().stream()).forEach(page -> {
            lines.add("page");
            page.getElements().forEach(element -> lines.add(line(element)));
        });
        return lines;
    }

    private static String line(JRPrintElement element) {
        String line = element.getKey() + " " + element.getX() + " " + element.getY() + " " + element.getWidth() + "x"
                + element.getHeight();
        return element instanceof JRPrintText text ? line + measured(text) : line;
    }

    private static String measured(JRPrintText text) {
        List<Object> found = new ArrayList<>();
        found.add(text.getFullText());
        found.add(text.getMarkup());
        found.add(text.getFontSize());
        found.add(text.getTextHeight());
        found.add(text.getLeadingOffset());
        found.add(text.getLineSpacingFactor());
        found.add(text.getRunDirection());
        found.add(String.valueOf(text.getTextTruncateIndex()));
        found.add(String.valueOf(text.getTextTruncateSuffix()));
        for (int end : LineEnds.of(text)) {
            found.add(end);
        }
        return found.toString();
    }
}
