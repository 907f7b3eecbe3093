package nienkhoa.custody;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.custody.HandOver.Line;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PhotoSource;
import nienkhoa.language.Messages;

/** The papers of a hand-over, in two copies each, the same whenever they are asked for. */
public final class TransferPapers {

    static final String FORM = "custody-papers";
    static final String LIST = "list";
    static final String MINUTES = "minutes";
    static final String RECEIPT = "receipt";

    /** The copy of who gives and that of who takes. */
    static final List<String> COPIES = List.of("1", "2");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final long KILOBYTE = 1000;
    private static final List<String> MINUTES_LINES = List.of(
            "nd30",
            "law",
            "decision",
            "we",
            "from",
            "to",
            "agree",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "end");
    private static final List<String> RECEIPT_LINES = List.of("from", "to", "checked", "count", "sum", "entry");

    private final FormCatalogue catalogue;
    private final FormRenderer renderer;
    private final Organisations organisations;
    private final UnaryOperator<String> person;
    private final String place;
    private final Messages words = Messages.vietnamese();

    /**
     * @param person the name of a person by id
     * @param place what is written before the date above signatures
     */
    public TransferPapers(
            FormCatalogue catalogue,
            FormRenderer renderer,
            Organisations organisations,
            UnaryOperator<String> person,
            String place) {
        this.catalogue = catalogue;
        this.renderer = renderer;
        this.organisations = organisations;
        this.person = person;
        this.place = place;
    }

    /** A finished paper with its data. */
    @SuppressWarnings("ArrayRecordComponent")
    record Paper(String variant, String copy, int pages, String json, byte[] pdf) {}

    String edition() {
        return FORM + "/" + catalogue.edition(FORM).edition();
    }

    /** Index and record of hand-over. */
    List<Paper> ofGiver(HandOver handOver) {
        List<Paper> papers = new ArrayList<>();
        for (String variant : List.of(LIST, MINUTES)) {
            for (String copy : COPIES) {
                Map<String, Object> data = data(handOver, handOver.from(), handOver.opened());
                data.put("giver", person.apply(handOver.openedBy()));
                data.put("lines", variant.equals(MINUTES) ? lines(MINUTES, MINUTES_LINES) : List.of());
                data.put(
                        "items",
                        variant.equals(LIST)
                                ? handOver.dossiers().stream().map(this::item).toList()
                                : List.of());
                data.put("left", Map.of("role", "FROM", "name", person.apply(handOver.openedBy())));
                data.put("right", Map.of("role", "TO", "name", ""));
                papers.add(paper(handOver, variant, copy, data));
            }
        }
        return papers;
    }

    /** What the receiver took. */
    List<Paper> ofReceiver(HandOver handOver, Receipt receipt) {
        String receiver = person.apply(receipt.receivedBy());
        List<Paper> papers = new ArrayList<>();
        for (String copy : COPIES) {
            Map<String, Object> data = data(handOver, handOver.to(), receipt.receivedOn());
            data.put("receiver", receiver);
            data.put("acceptedCount", receipt.accepted());
            data.put("refusedCount", receipt.lines().size() - receipt.accepted());
            data.put("handOverSha256", receipt.handOverSha256());
            data.put("entryNumber", receipt.entryNumber());
            data.put("entrySha256", receipt.entrySha256());
            data.put("lines", lines(RECEIPT, RECEIPT_LINES));
            data.put(
                    "items",
                    receipt.lines().stream().map(TransferPapers::result).toList());
            data.put("left", Map.of("role", "FROM", "name", ""));
            data.put("right", Map.of("role", "TO", "name", receiver));
            papers.add(paper(handOver, RECEIPT, copy, data));
        }
        return papers;
    }

    private Paper paper(HandOver handOver, String variant, String copy, Map<String, Object> data) {
        Edition edition = catalogue.edition(FORM);
        String id = paperId(handOver.transfer(), variant, copy);
        data.put("copy", copy);
        data.put(
                "document",
                Map.of(
                        "id", id,
                        "form", FORM,
                        "edition", edition.edition(),
                        "variant", variant,
                        "issued", data.getOrDefault("day", "")));
        String json = CanonicalJson.write(data);
        Outcome outcome = renderer.render(edition, variant, json, PhotoSource.NONE);
        if (outcome instanceof Outcome.Rendered rendered) {
            return new Paper(variant, copy, rendered.pages(), json, rendered.pdf());
        }
        throw new IllegalStateException("no " + id + ": " + outcome);
    }

    static String paperId(String transfer, String variant, String copy) {
        return transfer + "-" + variant + "-" + copy;
    }

    private Map<String, Object> data(HandOver handOver, HandOver.Party side, String day) {
        LocalDate on = LocalDate.parse(day);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("schema", "nienkhoa/" + FORM + "/1");
        data.put("transfer", handOver.transfer());
        data.put("organisation", side.name());
        data.put("superior", organisations.superior(side.code(), on));
        data.put("place", place);
        data.put("day", day);
        data.put("dayText", DAY.format(on));
        data.put("fromName", handOver.from().name());
        data.put("fromCode", handOver.from().code());
        data.put("toName", handOver.to().name());
        data.put("toCode", handOver.to().code());
        data.put("decision", handOver.instrument().number());
        data.put("decidedText", DAY.format(LocalDate.parse(handOver.instrument().decided())));
        counts(handOver, data);
        return data;
    }

    private static void counts(HandOver handOver, Map<String, Object> data) {
        List<HandOver.Facts> facts =
                handOver.dossiers().stream().map(Line::facts).toList();
        data.put("count", facts.size());
        data.put(
                "documentCount",
                facts.stream().mapToInt(HandOver.Facts::documents).sum());
        data.put("fileCount", facts.stream().mapToInt(HandOver.Facts::files).sum());
        data.put(
                "packageCount",
                handOver.dossiers().stream()
                        .mapToInt(line -> line.packages().size())
                        .sum());
        data.put("size", facts.stream().mapToLong(HandOver.Facts::bytes).sum() / KILOBYTE);
        data.put(
                "heldCount",
                handOver.dossiers().stream()
                        .filter(line -> !line.holds().isEmpty())
                        .count());
        data.put("periods", periods(facts));
        data.put("packagesSha256", handOver.packagesSha256());
    }

    private static String periods(List<HandOver.Facts> facts) {
        return facts.stream()
                .map(HandOver.Facts::period)
                .filter(period -> !period.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<Map<String, String>> lines(String variant, List<String> codes) {
        return codes.stream().map(code -> Map.of("word", variant + "." + code)).toList();
    }

    private Map<String, String> item(Line line) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("code", line.facts().fileCode());
        row.put("title", line.title());
        row.put("period", line.facts().period());
        row.put("kept", line.facts().kept());
        row.put("documents", Integer.toString(line.facts().documents()));
        row.put(
                "pages",
                line.facts().pages() == 0 ? "" : Integer.toString(line.facts().pages()));
        row.put("note", note(line));
        return row;
    }

    private String note(Line line) {
        String held = line.holds().stream().map(HandOver.Held::caseId).collect(Collectors.joining(", "));
        return Stream.of(
                        line.packages().size() > 1
                                ? words.text(
                                        "custody",
                                        "NOTE_VERSIONS",
                                        "" + line.packages().size())
                                : "",
                        held.isEmpty() ? "" : words.text("custody", "NOTE_HELD", held))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static Map<String, String> result(Receipt.Line line) {
        return Map.of(
                "code", line.dossier(),
                "result", Receipt.outcome(line).name(),
                "reason", line.sentence());
    }
}
