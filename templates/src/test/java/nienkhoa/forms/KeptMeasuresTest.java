package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fill.TextMeasurerFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of every form folder is laid out as the report engine's own measurer lays it out, element by element. */
class KeptMeasuresTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final SimpleJasperReportsContext KEEPING = FormRenderer.context();
    private static final SimpleJasperReportsContext ENGINE = engine();
    private static final Templates KEPT = new Templates(KEEPING, ColumnTableDesign::customise);
    private static final Templates PLAIN = new Templates(ENGINE, ColumnTableDesign::customise);

    private static SimpleJasperReportsContext engine() {
        SimpleJasperReportsContext context = FormRenderer.context();
        context.setProperty(KeptMeasures.SETTING, TextMeasurerFactory.class.getName());
        return context;
    }

    /** The sample with the most words of each folder. */
    static Collection<Sample> samples() {
        return Sample.all().stream()
                .collect(Collectors.toMap(
                        sample -> sample.json().getParent(),
                        sample -> sample,
                        BinaryOperator.maxBy(
                                Comparator.comparingInt(sample -> sample.text().length())),
                        TreeMap::new))
                .values();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void laysOutAsTheEngineDoes(Sample sample) {
        List<String> engine = layout(sample, ENGINE, PLAIN);

        assertThat(engine).isNotEmpty();
        assertThat(layout(sample, KEEPING, KEPT)).as("measured").isEqualTo(engine);
        assertThat(layout(sample, KEEPING, KEPT)).as("kept").isEqualTo(engine);
    }

    /** A line for each element: place, size, and of a text the words, the breaks, the sizes that were measured. */
    private static List<String> layout(Sample sample, SimpleJasperReportsContext context, Templates templates) {
        Book book = CATALOGUE.book(sample.edition(CATALOGUE));
        Node document = Node.parse(sample.text());
        Photos photos = new Photos();
        photos.fetch(book.own().spec(), document, sample::photo);
        Fill.Filled filled = new Fill(context, templates, new Deadline(() -> 0, 1))
                .fill(BookParts.of(book, sample.variant(), document), photos);
        List<String> lines = new ArrayList<>();
        filled.refusals().forEach(refusal -> lines.add(refusal.toString()));
        for (JasperPrint print : filled.prints()) {
            print.getPages().forEach(page -> page.getElements().forEach(element -> add(lines, element)));
        }
        return lines;
    }

    private static void add(List<String> lines, JRPrintElement element) {
        String line = element.getKey() + " " + element.getX() + " " + element.getY() + " " + element.getWidth() + "x"
                + element.getHeight();
        lines.add(element instanceof JRPrintText text ? line + measured(text) : line);
        if (element instanceof JRPrintFrame frame) {
            frame.getElements().forEach(inner -> add(lines, inner));
        }
    }

    private static String measured(JRPrintText text) {
        List<Object> found = new ArrayList<>();
        found.add(text.getFullText());
        found.add(text.getFontSize());
        found.add(text.getTextHeight());
        found.add(text.getLeadingOffset());
        found.add(text.getLineSpacingFactor());
        found.add(text.getRunDirection());
        found.add(String.valueOf(text.getTextTruncateIndex()));
        for (int end : LineEnds.of(text)) {
            found.add(end);
        }
        return found.toString();
    }
}
