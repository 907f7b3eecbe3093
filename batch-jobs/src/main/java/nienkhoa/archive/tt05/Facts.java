package nienkhoa.archive.tt05;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.Retention;
import nienkhoa.language.Messages;

/**
 * What is known of a dossier and its documents, by the names that {@code tt05.yaml} asks by. Students are known by
 * the ids of their documents only: who they are stands in the documents.
 */
final class Facts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final String BORN_DIGITAL = "01";

    private final DossierManifest manifest;
    private final Naming naming;
    private final PackageTable table;
    private final Titles titles;
    private final Map<String, History.Superseded> superseded;
    private final Messages words = Messages.vietnamese();

    /** @param superseded documents that a later version replaced, by their ids */
    Facts(DossierManifest manifest, Naming naming, PackageTable table, Map<String, History.Superseded> superseded) {
        this.superseded = superseded;
        this.manifest = manifest;
        this.naming = naming;
        this.table = table;
        this.titles = new Titles(manifest);
    }

    String title() {
        return titles.dossier();
    }

    Map<String, String> dossier(List<PackagedDocument> documents, List<History.Entry> entries) {
        Map<String, String> facts = common();
        List<LocalDate> days = entries.stream().flatMap(Facts::issued).sorted().toList();
        LocalDate made = day(manifest.made().at());
        facts.put("fileCode", naming.fileCode());
        facts.put("title", titles.dossier());
        facts.put("firstDay", DAY.format(days.isEmpty() ? made : days.get(0)));
        facts.put("lastDay", DAY.format(days.isEmpty() ? made : days.get(days.size() - 1)));
        facts.put("documents", Integer.toString(documents.size()));
        facts.put(
                "pages",
                Integer.toString(
                        documents.stream().mapToInt(PackagedDocument::pages).sum()));
        facts.put("origin", documents.stream().allMatch(PackagedDocument::isRendered) ? BORN_DIGITAL : "");
        return facts;
    }

    Map<String, String> document(PackagedDocument document, History.Entry entry) {
        Map<String, String> facts = common();
        facts.put("note", facts.get("note") + superseded(document));
        facts.put("docId", document.id());
        facts.put("docCode", naming.documentCode(entry.number()));
        facts.put("type", table.type(form(document)));
        facts.put("issued", issued(entry).findFirst().map(DAY::format).orElse(""));
        facts.put("organisation", manifest.subject().organisation());
        facts.put("subject", titles.document(document));
        facts.put("pages", document.pages() == 0 ? "" : Integer.toString(document.pages()));
        facts.put("origin", document.isRendered() ? BORN_DIGITAL : "");
        return facts;
    }

    private String superseded(PackagedDocument document) {
        History.Superseded gone = superseded.get(document.id());
        return gone == null
                ? ""
                : " " + words.text("archive", "PACKAGE_SUPERSEDED", gone.by(), DAY.format(day(gone.at())));
    }

    private Map<String, String> common() {
        Map<String, String> facts = new HashMap<>();
        Optional<Retention> kept = kept();
        facts.put("maintenance", kept.map(Retention::periodCode).orElse(""));
        facts.put("keyword", manifest.subject().recordClass());
        facts.put("note", kept.map(this::note).orElse(""));
        return facts;
    }

    /** How long the file is kept; the data, for what is nothing else. */
    private Optional<Retention> kept() {
        return Stream.of("SIGNED_FILE", "DATA")
                .flatMap(medium -> manifest.retention().stream()
                        .filter(retention -> retention.medium().equals(medium)))
                .findFirst();
    }

    private String note(Retention kept) {
        String rules = kept.rules().stream()
                .map(rule -> rule.item().isEmpty() ? rule.instrument() : rule.instrument() + ", " + rule.item())
                .distinct()
                .collect(Collectors.joining("; "));
        return words.text("archive", "PACKAGE_NOTE", kept.period(), rules.isEmpty() ? "?" : rules);
    }

    private String form(PackagedDocument document) {
        String form = manifest.subject().form();
        String id = manifest.id().substring(manifest.id().indexOf('/') + 1) + "-";
        return document.name().startsWith(id) ? form + "." + document.name().substring(id.length()) : form;
    }

    private static Stream<LocalDate> issued(History.Entry entry) {
        return entry.issued().isEmpty() ? Stream.empty() : Stream.of(LocalDate.parse(entry.issued()));
    }

    private static LocalDate day(String instant) {
        return LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.ofHours(7));
    }
}
