package nienkhoa.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.SourceFile;
import nienkhoa.archive.postgres.RenderedDossiers;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.BundleState;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintRuns;
import nienkhoa.printrun.PrintableDocuments;
import nienkhoa.printrun.RunCounts;
import nienkhoa.printrun.RunReports;
import nienkhoa.printrun.SealedPaper;
import nienkhoa.printrun.SheetFiles;
import nienkhoa.rendering.Unit;
import org.slf4j.LoggerFactory;

/** Writes into each dossier what became of its paper: counts, who did what and when, and where it stands. */
final class PrintedDossiers {

    /** In the folder for work. */
    static final String FOLDER = "print-reports";

    private final PrintRuns runs;
    private final SheetFiles files;
    private final RunReports reports;
    private final SealedPaper ledger;
    private final DossierStore store;
    private final Archivist archivist;
    private final Path work;

    PrintedDossiers(
            PrintRuns runs,
            SheetFiles files,
            RunReports reports,
            SealedPaper ledger,
            DossierStore store,
            Archivist archivist,
            Path work) {
        this.runs = runs;
        this.files = files;
        this.reports = reports;
        this.ledger = ledger;
        this.store = store;
        this.archivist = archivist;
        this.work = work;
    }

    /**
     * Writes the report of an ended run; called again, nothing changes. Dossiers that are not in the archive are passed
     * over.
     *
     * @return how many dossiers hold it now
     */
    int write(PrintRun run) {
        RunCounts counts = reports.counts(run);
        int written = 0;
        for (BundleState bundle : runs.bundles(run.id())) {
            DossierKey key = DossierAssembly.key(group(run, bundle), run.year());
            Optional<DossierManifest> head = store.head(key.id()).map(DossierStore.StoredDossier::manifest);
            if (head.isPresent() && archive(run, bundle, key, head.get(), counts)) {
                written++;
            }
        }
        return written;
    }

    /** Ids of the dossiers whose documents a run prints, archived or not. */
    Set<String> of(PrintRun run) {
        return runs.bundles(run.id()).stream()
                .map(bundle ->
                        DossierAssembly.key(group(run, bundle), run.year()).id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ids of the dossiers whose documents would be printed, archived or not. */
    static Set<String> of(List<PrintableDocuments.Group> groups) {
        return groups.stream()
                .map(one -> DossierAssembly.key(group(one.unit(), one.form(), one.school(), one.name()), one.year())
                        .id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Removes what open runs keep of a dossier beside its documents: papers of its bundle, and sheets not handed over. */
    void forget(String dossierId) {
        for (PrintRun run : runs.all()) {
            for (BundleState bundle : run.ended() ? List.<BundleState>of() : runs.bundles(run.id())) {
                if (DossierAssembly.key(group(run, bundle), run.year()).id().equals(dossierId)) {
                    files.forget(run.id(), bundle.number());
                }
            }
        }
    }

    static RenderedDossiers.Group group(PrintRun run, BundleState bundle) {
        return group(bundle.unit(), bundle.form(), run.school(), bundle.group());
    }

    /** @param name the class or the cohort, whichever the unit is of */
    static RenderedDossiers.Group group(String unit, String form, String school, String name) {
        boolean ofClass = Unit.ofKey(unit).kind() == Unit.Kind.CLASS_SECTION;
        return new RenderedDossiers.Group(unit, form, school, ofClass ? name : "", ofClass ? "" : name);
    }

    private boolean archive(PrintRun run, BundleState bundle, DossierKey key, DossierManifest head, RunCounts counts) {
        byte[] content = CanonicalJson.bytes(report(run, bundle, counts));
        Path file = work.resolve(FOLDER).resolve(run.id() + "-" + bundle.number() + ".json");
        OutFolder.write(file, content);
        Dossier.Origin origin = new Dossier.Origin(
                head.subject().organisation(),
                head.subject().recordClass(),
                head.made().exportSha256(),
                run.id());
        SourceFile report = SourceFile.of(
                PackagePath.other("print-runs/" + run.id() + ".json"), file, CanonicalJson.sha256(content));
        ArchiveOutcome outcome = archivist.archive(new Dossier(key, origin, List.of(), List.of(report)));
        if (outcome instanceof ArchiveOutcome.Refused refused) {
            LoggerFactory.getLogger(PrintedDossiers.class).warn("no print report in {}: {}", key.id(), refused);
            return false;
        }
        return true;
    }

    private Map<String, Object> report(PrintRun run, BundleState bundle, RunCounts counts) {
        SchoolYear year = run.year();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("schema", "nienkhoa/print-report/1");
        report.put("run", run.id());
        report.put("state", run.state());
        report.put("schoolYear", year.toString());
        report.put("bundle", bundle.number());
        report.put("coded", bundle.coded());
        counts.lines().stream()
                .filter(line -> line.bundle() == bundle.number())
                .forEach(line -> report.put("sheets", line));
        report.put("paper", ledger.records(run.id(), bundle.number()));
        return report;
    }
}
