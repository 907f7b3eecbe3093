package nienkhoa.printrun.ipp;

import static java.util.Locale.ROOT;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.PrintNeeds;

/** What a printer says that it can do (RFC 8011, section 5.4; PWG 5100.14). */
final class Abilities {

    static final String PDF = "application/pdf";
    static final String RASTER = "image/pwg-raster";

    private static final List<String> NEEDED =
            List.of("Print-Job", "Validate-Job", "Cancel-Job", "Get-Job-Attributes", "Get-Jobs");

    private final URI printer;
    private final Words said;

    Abilities(URI printer, Words said) {
        this.printer = printer;
        this.said = said;
    }

    /** The size by its self-describing name (PWG 5101.1). */
    static String media(Paper paper) {
        return paper == Paper.A3 ? "iso_a3_297x420mm" : "iso_a4_210x297mm";
    }

    static String sides(Edge edge) {
        return switch (edge) {
            case ONE_SIDED -> "one-sided";
            case LONG -> "two-sided-long-edge";
            case SHORT -> "two-sided-short-edge";
        };
    }

    /** Whether it takes this attribute with a job; printers that do not list them take what they list values for. */
    boolean takes(String attribute) {
        List<String> listed = said.all("job-creation-attributes-supported");
        return listed.contains(attribute)
                || (listed.isEmpty() && !said.all(attribute + "-supported").isEmpty());
    }

    boolean can(String attribute, String value) {
        return said.has(attribute + "-supported", value);
    }

    boolean sizesAndTrays() {
        return can("media-col", "media-size");
    }

    boolean createsJobs() {
        return can("operations", "Create-Job") && can("operations", "Send-Document");
    }

    boolean listsAllJobs() {
        return can("which-jobs", "all");
    }

    boolean readsPdf() {
        return can("document-format", PDF);
    }

    /** Dots per inch of the pictures that it takes: 600 for high quality, else 300, or what of them it has. */
    Optional<Integer> rasterDpi(IppOptions.Quality quality) {
        if (!can("document-format", RASTER) || !can("pwg-raster-document-type", "sgray_8")) {
            return Optional.empty();
        }
        List<Integer> wanted = quality == IppOptions.Quality.HIGH ? List.of(600, 300) : List.of(300, 600);
        return wanted.stream()
                .filter(dpi -> can("pwg-raster-document-resolution", dpi + "x" + dpi + " dpi"))
                .findFirst();
    }

    /** How the back of a sheet has to lie in a picture; {@code normal} if nothing is said. */
    String sheetBack() {
        String word = said.one("pwg-raster-document-sheet-back");
        return word.isEmpty() ? "normal" : word;
    }

    List<Finding> cannot(PrintNeeds needs, IppOptions options) {
        List<Finding> findings = new ArrayList<>();
        if (said.all("ipp-versions-supported").stream().noneMatch(version -> version.startsWith("2."))) {
            findings.add(reject("P201_NO_IPP_2"));
        }
        List<String> lacks =
                NEEDED.stream().filter(need -> !can("operations", need)).toList();
        if (!lacks.isEmpty()) {
            findings.add(reject("P202_LACKS_OPERATIONS", String.join(", ", lacks)));
        }
        needs.papers().stream().sorted().forEach(paper -> paper(paper, findings));
        needs.edges().stream().sorted().forEach(edge -> edge(edge, findings));
        tray(needs.tray(), findings);
        look(options, findings);
        if (!readsPdf() && rasterDpi(options.quality()).isEmpty()) {
            findings.add(reject("P208_NO_FORMAT", String.join(", ", said.all("document-format-supported"))));
        }
        state(findings);
        return findings;
    }

    private void paper(Paper paper, List<Finding> findings) {
        List<String> ready = said.all("media-ready");
        if (!can("media", media(paper))) {
            findings.add(reject("P203_NO_PAPER", paper.name()));
        } else if (!ready.isEmpty() && !ready.contains(media(paper))) {
            findings.add(warn("P204_PAPER_NOT_IN_TRAY", paper.name()));
        }
    }

    private void edge(Edge edge, List<Finding> findings) {
        if (edge != Edge.ONE_SIDED && !can("sides", sides(edge))) {
            findings.add(reject(edge == Edge.LONG ? "P205_NO_LONG_EDGE" : "P206_NO_SHORT_EDGE"));
        }
    }

    private void tray(String tray, List<Finding> findings) {
        if (!tray.isEmpty() && !(can("media-col", "media-source") && can("media-source", tray))) {
            findings.add(reject("P207_NO_TRAY", tray, String.join(", ", said.all("media-source-supported"))));
        }
    }

    private void look(IppOptions options, List<Finding> findings) {
        String quality = options.quality().name().toLowerCase(ROOT);
        List<String> qualities = said.all("print-quality-supported");
        if (!qualities.isEmpty() && !qualities.contains(quality)) {
            findings.add(reject("P218_NO_QUALITY", quality, String.join(", ", qualities)));
        }
        for (String wish : options.finishing().stream().sorted().toList()) {
            if (!can("finishings", wish)) {
                findings.add(reject("P219_NO_FINISHING", wish, String.join(", ", said.all("finishings-supported"))));
            }
        }
    }

    private void state(List<Finding> findings) {
        if (said.has("printer-is-accepting-jobs", "false")) {
            findings.add(reject("P209_TAKES_NO_JOBS"));
        }
        if (said.has("printer-state", "stopped")) {
            findings.add(warn("P210_STOPPED", String.join(", ", JobWord.reasons(said.all("printer-state-reasons")))));
        }
        String policy = said.one("printer-error-policy");
        if (!policy.isEmpty() && !policy.equals("abort-job")) {
            findings.add(warn("P211_QUEUE_PRINTS_AGAIN", policy, queue()));
        }
    }

    private String queue() {
        return printer.getPath().substring(printer.getPath().lastIndexOf('/') + 1);
    }

    private Finding reject(String code, String... args) {
        return finding(code, Severity.REJECT, args);
    }

    private Finding warn(String code, String... args) {
        return finding(code, Severity.WARN, args);
    }

    private Finding finding(String code, Severity severity, String... args) {
        return new Finding(code, severity, Place.ofSubject(printer.toString()), "", List.of(args));
    }
}
