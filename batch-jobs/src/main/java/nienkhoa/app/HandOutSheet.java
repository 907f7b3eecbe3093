package nienkhoa.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nienkhoa.archive.PaperDocuments;
import nienkhoa.audit.AuditEntry;
import nienkhoa.custody.Organisations;
import nienkhoa.data.CanonicalJson;
import nienkhoa.disposal.DisposalPapers.Office;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PdfaGate;
import nienkhoa.forms.PhotoSource;
import nienkhoa.model.Person;

/**
 * The sheet for signature and stamp that goes with copies out of the archive: which files, of which version of which dossier,
 * by which digest, by whom and when. It names the act that entered them, so each handing out has a sheet of its own.
 */
final class HandOutSheet {

    private static final String FORM = "handed-out-papers";
    private static final String VARIANT = "sheet";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final Home home;
    private final Organisations organisations;
    private final Clock clock;

    private HandOutSheet(Home home, Organisations organisations, Clock clock) {
        this.home = home;
        this.organisations = organisations;
        this.clock = clock;
    }

    static HandOutSheet in(Application application) {
        return new HandOutSheet(
                application.part(Home.class), application.part(Organisations.class), application.part(Clock.class));
    }

    /** What is handed out. */
    enum What {
        FILES,
        PACKAGES
    }

    /** A file that was handed out. */
    record Line(String file, String dossier, int version, String sha256) {}

    /**
     * Writes the sheet and its data beside the files.
     *
     * @param act the last of those that entered them; its digest stands for all before
     * @return empty if nothing was handed out, or the home does not say whose archive it is
     */
    Optional<Path> write(
            Path folder, Person by, HandOutRequest request, What what, List<Line> lines, Optional<AuditEntry> act) {
        Optional<Office> office = OfficeFile.find(home);
        if (lines.isEmpty() || office.isEmpty()) {
            return Optional.empty();
        }
        String id = "phieu-xac-thuc-" + act.orElseThrow().number();
        FormCatalogue catalogue = FormCatalogue.with(home.forms());
        Edition edition = catalogue.edition(FORM);
        Map<String, Object> data = data(by, lines, act.orElseThrow(), office.orElseThrow());
        data.put("what", what.name().toLowerCase(Locale.ROOT));
        data.put("recipient", request.recipient());
        data.put("purpose", request.purpose());
        data.put("untilText", request.until().map(DAY::format).orElse(""));
        data.put("document", document(id, edition, data));
        String json = CanonicalJson.write(data);
        Outcome outcome = new FormRenderer(catalogue).render(edition, VARIANT, json, PhotoSource.NONE);
        if (outcome instanceof Outcome.Rendered rendered) {
            new PaperDocuments(new PdfaGate())
                    .document(id, edition.toString(), rendered.pages(), rendered.pdf(), json, folder);
            return Optional.of(folder.resolve(id + ".pdf"));
        }
        throw new IllegalStateException("no " + id + ": " + outcome);
    }

    private static Map<String, Object> document(String id, Edition edition, Map<String, Object> data) {
        return Map.of(
                "id", id,
                "form", FORM,
                "edition", edition.edition(),
                "variant", VARIANT,
                "issued", data.getOrDefault("day", ""));
    }

    private Map<String, Object> data(Person by, List<Line> lines, AuditEntry act, Office office) {
        LocalDate today = LocalDate.now(clock);
        boolean own = by.organisation().isEmpty();
        Map<String, Object> data = new TreeMap<>();
        data.put("schema", "nienkhoa/" + FORM + "/1");
        data.put("number", act.number());
        data.put("organisation", own ? office.name() : organisations.name(by.organisation(), today));
        data.put("superior", own ? office.superior() : organisations.superior(by.organisation(), today));
        data.put("place", office.place());
        data.put("day", today.toString());
        data.put("dayText", DAY.format(today));
        data.put("giver", by.name());
        data.put("giverId", by.id());
        data.put("count", lines.size());
        data.put("actNumber", act.number());
        data.put("actSha256", act.sha256());
        data.put("items", lines.stream().map(HandOutSheet::item).toList());
        return data;
    }

    /** The digest once as programs compare it, once in two halves, as it is read from paper. */
    private static Map<String, String> item(Line line) {
        int half = line.sha256().length() / 2;
        return Map.of(
                "file", line.file(),
                "dossier", line.dossier(),
                "version", "" + line.version(),
                "sha256", line.sha256(),
                "digest", line.sha256().substring(0, half) + " " + line.sha256().substring(half));
    }

    /** What a command says of the sheet. */
    static String text(Console console, String sheet) {
        return sheet.isEmpty()
                ? PackageDesk.text(console, "NO_SHEET", "config/" + OfficeFile.FILE)
                : PackageDesk.text(console, "SHEET", sheet);
    }
}
