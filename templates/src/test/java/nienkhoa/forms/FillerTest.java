package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample of every edition is laid out as the report engine lays it out, element by element. */
class FillerTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final SimpleJasperReportsContext CONTEXT = FormRenderer.context();
    private static final Templates OURS = new Templates(CONTEXT, ColumnTableDesign::customise);
    private static final Templates ENGINE = OURS.byEngine();

    static Collection<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void laysOutAsTheEngineDoes(Sample sample) {
        List<String> engine = layout(sample, ENGINE);

        assertThat(engine).isNotEmpty();
        assertThat(firstDifference(engine, layout(sample, OURS))).as("set").isEmpty();
        assertThat(firstDifference(engine, layout(sample, OURS))).as("kept").isEmpty();
    }

    private static String firstDifference(List<String> engine, List<String> ours) {
        for (int i = 0; i < Math.max(engine.size(), ours.size()); i++) {
            String expected = i < engine.size() ? engine.get(i) : "nothing more";
            String found = i < ours.size() ? ours.get(i) : "nothing more";
            if (!expected.equals(found)) {
                return "element " + i + ": expected " + expected + " but was " + found;
            }
        }
        return "";
    }

    /** A line for each element: place, size, and of a text the words, the breaks, the sizes that were measured. */
    private static List<String> layout(Sample sample, Templates templates) {
        Book book = CATALOGUE.book(sample.edition(CATALOGUE));
        Node document = Node.parse(sample.text());
        Photos photos = new Photos();
        photos.fetch(book.own().spec(), document, sample::photo);
        Fill.Filled filled = new Fill(CONTEXT, templates, new Deadline(() -> 0, 1))
                .fill(BookParts.of(book, sample.variant(), document), photos);
        List<String> lines = new ArrayList<>();
        filled.refusals().forEach(refusal -> lines.add(refusal.toString()));
        for (JasperPrint print : filled.prints()) {
            print.getPages().forEach(page -> {
                lines.add("page");
                page.getElements().forEach(element -> add(lines, element));
            });
        }
        return lines;
    }

    private static void add(List<String> lines, JRPrintElement element) {
        String line = element.getKey() + " " + element.getX() + " " + element.getY() + " " + element.getWidth() + "x"
                + element.getHeight();
        lines.add(element instanceof JRPrintText text ? line + measured(text) : line);
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
        for (int end : LineEnds.of(text)) {
            found.add(end);
        }
        return found.toString();
    }
}
