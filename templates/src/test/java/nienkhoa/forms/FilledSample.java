package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sample filled and exported step by step, so that a test can damage what lies between. */
@SuppressWarnings("ArrayRecordComponent")
record FilledSample(Book book, Node document, List<Expected> pages, byte[] pdf, byte[] data) {

    private static final SimpleJasperReportsContext CONTEXT = FormRenderer.context();
    private static final Templates TEMPLATES = new Templates(CONTEXT, ColumnTableDesign::customise);
    private static final PdfExport EXPORT = new PdfExport(CONTEXT);
    private static final PdfProof PROOF = new PdfProof(CONTEXT);
    private static final KeptPages<Expected> EXPECTED = new KeptPages<>();

    static FilledSample of(FormCatalogue catalogue, Sample sample) {
        Book book = catalogue.book(sample.edition(catalogue));
        Node document = Node.parse(sample.text());
        Photos photos = new Photos();
        photos.fetch(book.own().spec(), document, sample::photo);
        Fill.Filled filled = new Fill(CONTEXT, TEMPLATES, new Deadline(() -> 0, 1))
                .fill(BookParts.of(book, sample.variant(), document), photos);
        byte[] data = sample.text().getBytes(StandardCharsets.UTF_8);
        LocalDate issued = LocalDate.parse(document.text("document.issued"));
        byte[] pdf = EXPORT.export(filled.prints(), new PdfFinish("Mẫu", "Trường", issued, data));
        return new FilledSample(book, document, Expected.pages(filled.prints(), EXPECTED), pdf, data);
    }

    /** What the proof says of a PDF that should be this document, with all that it has kept of earlier ones. */
    List<Refusal> proof(byte[] read) {
        return proof(read, false);
    }

    /** Whether a PDF is refused both by the quick and by the full reading. */
    boolean isRefused(byte[] read) {
        return Stream.of(false, true).allMatch(full -> proof(read, full).stream()
                .anyMatch(one -> one.code().equals(Refusal.READ_BACK)));
    }

    List<Refusal> proof(byte[] read, boolean full) {
        return PROOF.check(read, pages, data, full);
    }

    @Override
    public String toString() {
        return book.own().edition().form() + " " + document.text("document.id");
    }

    Stream<String> texts() {
        return pages.stream().flatMap(page -> page.texts().stream()).map(Expected.Text::text);
    }

    boolean shows(String text) {
        String words = Expected.spaced(text);
        return pages.stream().flatMap(page -> page.texts().stream()).anyMatch(shown -> shown.text()
                .contains(words));
    }

    /** The data with another text at a place. */
    String with(String place, String text) {
        ObjectNode copy = (ObjectNode) document.json().deepCopy();
        int dot = place.lastIndexOf('.');
        JsonNode parent = DataMutations.at(copy, place.substring(0, Math.max(0, dot)));
        String name = place.substring(dot + 1);
        if (name.endsWith("]")) {
            String list = name.substring(0, name.indexOf('['));
            ((ArrayNode) parent.path(list))
                    .set(Integer.parseInt(name.replaceAll(".*\\[|]", "")), JsonNodeFactory.instance.stringNode(text));
        } else {
            ((ObjectNode) parent).put(name, text);
        }
        return copy.toString();
    }

    /** Places of the data that have to be printed and hold something that stands in one piece. */
    List<String> printedPlaces(String variant) {
        List<String> places = new ArrayList<>();
        List<Form> forms = book.forms(document);
        PrintedValues values = new PrintedValues(forms, pages);
        forms.forEach(form -> PrintedValues.places(book, form, variant, document, (place, value) -> {
            if (value.has("") && values.ways(value).stream().anyMatch(values::isPrinted)) {
                places.add(place);
            }
        }));
        return places;
    }

    /** The pages without the texts that show the value at a place. */
    List<Expected> pagesWithout(String place) {
        List<String> ways =
                new PrintedValues(book.forms(document), pages).ways(new Node(DataMutations.at(document.json(), place)));
        return pages.stream()
                .map(page -> new Expected(
                        page.width(),
                        page.height(),
                        page.constant(),
                        page.texts().stream()
                                .filter(text -> ways.stream().noneMatch(PrintedValues.folded(text.text())::contains))
                                .toList(),
                        page.pictures()))
                .toList();
    }
}
