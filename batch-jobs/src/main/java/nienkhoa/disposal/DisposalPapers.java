package nienkhoa.disposal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nienkhoa.data.CanonicalJson;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PhotoSource;

/** The papers of a disposal case as far as it has come, the same whenever they are asked for. */
public final class DisposalPapers {

    /** The form of all papers; each is a variant of it. */
    public static final String FORM = "disposal-papers";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final long KILOBYTE = 1000;

    private final FormCatalogue catalogue;
    private final FormRenderer renderer;
    private final Words words;

    public DisposalPapers(FormCatalogue catalogue, FormRenderer renderer, Words words) {
        this.catalogue = catalogue;
        this.renderer = renderer;
        this.words = words;
    }

    /**
     * What acts do not say and papers need.
     *
     * @param office the office that keeps the archive
     * @param person the name of a person by id
     * @param recordClass the name of a class of records by code
     * @param places the places that a disposal reaches, in the order in which they are cleared
     * @param place what people call a place
     */
    public record Words(
            Office office,
            UnaryOperator<String> person,
            UnaryOperator<String> recordClass,
            List<String> places,
            UnaryOperator<String> place) {

        public Words {
            places = List.copyOf(places);
        }
    }

    /** The office that keeps the archive, the one above it, and its town. */
    public record Office(String name, String superior, String place) {}

    /** A finished paper with its data. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Paper(String variant, int pages, String json, byte[] pdf) {}

    public Edition edition() {
        return catalogue.edition(FORM);
    }

    /** @throws IllegalStateException if the form refuses what a paper would have to say */
    public List<Paper> of(DisposalCase disposal) {
        List<Paper> papers = new ArrayList<>();
        papers.add(paper(disposal, "list", disposal.openedOn()));
        papers.add(paper(disposal, "note", disposal.openedOn()));
        add(papers, disposal, "council", disposal.council().on());
        add(papers, disposal, "minutes", disposal.minutesOn());
        add(papers, disposal, "decision", disposal.ruling().on());
        add(papers, disposal, "hand-over", disposal.handOver().on());
        add(papers, disposal, "destruction", disposal.destroyedOn());
        if (disposal.stage() == Stage.PENDING || disposal.stage() == Stage.DESTROYED) {
            String day = disposal.destroyedOn();
            add(
                    papers,
                    disposal,
                    "certificate",
                    day.isEmpty() ? disposal.handOver().on() : day);
        }
        return papers;
    }

    private void add(List<Paper> papers, DisposalCase disposal, String variant, String day) {
        if (!day.isEmpty()) {
            papers.add(paper(disposal, variant, day));
        }
    }

    private Paper paper(DisposalCase disposal, String variant, String day) {
        Edition edition = edition();
        Map<String, Object> data = data(disposal, variant, day);
        data.put(
                "document",
                Map.of(
                        "id", disposal.id() + "-" + variant,
                        "form", FORM,
                        "edition", edition.edition(),
                        "variant", variant,
                        "issued", day));
        String json = CanonicalJson.write(data);
        Outcome outcome = renderer.render(edition, variant, json, PhotoSource.NONE);
        if (outcome instanceof Outcome.Rendered rendered) {
            return new Paper(variant, rendered.pages(), json, rendered.pdf());
        }
        throw new IllegalStateException("no " + variant + " of " + disposal.id() + ": " + outcome);
    }

    private Map<String, Object> data(DisposalCase disposal, String variant, String day) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("schema", "nienkhoa/" + FORM + "/1");
        data.put("organisation", words.office().name());
        data.put("superior", words.office().superior());
        data.put("place", words.office().place());
        data.put("case", disposal.id());
        data.put("day", day);
        data.put("dayText", day(day));
        counts(disposal, data);
        steps(disposal, data);
        data.put(
                "items",
                PaperLines.items(disposal, variant).stream().map(this::item).toList());
        data.put("lines", PaperLines.of(disposal, variant, words));
        PaperLines.signatures(disposal, variant, words, data);
        return data;
    }

    private void counts(DisposalCase disposal, Map<String, Object> data) {
        List<DisposalItem> all = disposal.items();
        data.put("count", all.size());
        data.put("documentCount", documents(all));
        data.put("size", all.stream().mapToLong(DisposalItem::bytes).sum() / KILOBYTE);
        data.put("asOf", day(disposal.openedOn()));
        data.put(
                "classes",
                distinct(all.stream()
                        .map(item -> words.recordClass().apply(item.recordClass()))
                        .toList()));
        data.put("bases", distinct(all.stream().map(DisposalItem::basis).toList()));
        data.put("places", distinct(words.places().stream().map(words.place()).toList()));
        data.put("goingCount", disposal.going().size());
        data.put("keptCount", all.size() - disposal.going().size());
        data.put("goingDocuments", documents(disposal.going()));
        data.put(
                "destroyedCount",
                all.stream().filter(item -> item.fate() == Fate.DESTROYED).count());
        data.put(
                "waiting",
                distinct(PaperLines.waiting(disposal, words.places()).stream()
                        .map(words.place())
                        .toList()));
    }

    private void steps(DisposalCase disposal, Map<String, Object> data) {
        data.put("councilNumber", disposal.council().number());
        data.put("memberCount", disposal.council().members().size());
        data.put(
                "members",
                distinct(disposal.council().members().stream()
                        .map(words.person())
                        .toList()));
        data.put("minutesText", day(disposal.minutesOn()));
        data.put("decisionNumber", disposal.ruling().number());
        data.put("decisionText", day(disposal.ruling().on()));
        data.put("lastDayText", disposal.ruling().on().isEmpty() ? "" : DAY.format(disposal.lastDay()));
        data.put("fromName", words.person().apply(disposal.handOver().from()));
        data.put("toName", words.person().apply(disposal.handOver().to()));
    }

    private Map<String, Object> item(DisposalItem item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("dossier", item.dossierId());
        row.put("class", words.recordClass().apply(item.recordClass()));
        row.put("basis", item.basis());
        row.put("since", item.since());
        row.put("documents", item.documents());
        row.put("fate", item.fate().name());
        row.put("reason", item.reason());
        return row;
    }

    private static int documents(List<DisposalItem> items) {
        return items.stream().mapToInt(DisposalItem::documents).sum();
    }

    private static String distinct(List<String> texts) {
        return texts.stream().distinct().collect(Collectors.joining(", "));
    }

    private static String day(String day) {
        return day.isEmpty() ? "" : DAY.format(LocalDate.parse(day));
    }
}
