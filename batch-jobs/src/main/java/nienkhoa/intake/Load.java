package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.LoadEntry.Outcome;
import nienkhoa.intake.Staging.Merge;
import nienkhoa.intake.difference.ClassDifference;
import nienkhoa.intake.difference.ClassKey;
import nienkhoa.intake.difference.Difference;
import nienkhoa.intake.evidence.DataYear;
import nienkhoa.intake.evidence.SavedOn;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;

/**
 * One load of an export: what it changes, whether it may, and the memory of it.
 *
 * <p>A load stops before it writes anything if the data seem to be of another year than the one asked for, or if more of
 * the register is disturbed than ordinary corrections do. A reason given by a person lets it go on. What is in the
 * register already stops no more: neither the year of an export that was committed for it, nor a load without changes.
 */
final class Load {

    /** Beside the manifest of a kept export; only there if a load of it was confirmed. */
    static final String CONFIRMED = "confirmed-loads.json";

    private final TakenExport export;
    private final LoadRequest request;
    private final FindingsReport report;
    private final Path workbook;
    private final Clock clock;
    private final List<Finding> stops = new ArrayList<>();
    private LoadComparison comparison = LoadComparison.NONE;
    private DataYear dataYear;
    private boolean wrongYear;

    /** @param folder where people find what a load is about */
    Load(TakenExport export, LoadRequest request, FindingsReport report, Path folder, Clock clock) {
        this.export = export;
        this.request = request;
        this.report = report;
        this.workbook = folder.resolve(export.sha256().substring(0, 12) + "-difference.xlsx");
        this.clock = clock;
        this.dataYear = new DataYear(request.year(), request.year(), Optional.empty(), List.of());
    }

    /** The export has nothing of the year asked for: no reason lets that go on. */
    void wrongYear(Finding why, Map<SchoolYear, Long> titled, ExportFiles files) {
        wrongYear = true;
        stops.add(why);
        weigh(titled, Map.of(), files);
    }

    /** Compares what was joined with the register, before anything is written. */
    Merge compare(Staging.Session session, Staging staging, SchoolFolders folders, ExportFiles files) {
        weigh(session.schoolYears(), session.gradeSteps(request.year()), files);
        comparison = LoadComparison.of(
                session, whole(session, folders, files), dataYear, report, workbook, request.dryRun());
        boolean known = staging.committed(export.sha256()).stream()
                .anyMatch(load -> load.year().equals(request.year()));
        if (dataYear.contradicts() && !known) {
            stops.add(finding(
                    "I150_DATA_OF_OTHER_YEAR",
                    request.year().toString(),
                    dataYear.seems().toString()));
        }
        request.limit()
                .exceededBy(comparison.difference(), request.year())
                .ifPresent(excess -> stops.add(
                        excess.classes().isEmpty()
                                ? tooMuch("I152_TOO_MUCH_CHANGES", excess.disturbed(), excess.registered())
                                : tooMuch("I151_TOO_MUCH_CHANGES_IN_CLASS", excess.classes())));
        return comparison.merge();
    }

    private void weigh(Map<SchoolYear, Long> titled, Map<Integer, Long> gradeSteps, ExportFiles files) {
        for (int file = export.ownFrom(); file < export.files().size(); file++) {
            if (!PhotoFile.isNamedLikeOne(export.files().get(file).path())) {
                SavedOn.of(export.locate(file)).ifPresent(files.evidence()::savedOn);
            }
        }
        dataYear = files.evidence().judge(request.year(), titled, gradeSteps, LocalDate.now(clock));
    }

    private Staging.Whole whole(Staging.Session session, SchoolFolders folders, ExportFiles files) {
        List<ClassKey> unclear = session.unclearLists(files.notWhole()).stream()
                .flatMap(list -> folders.schoolsOf(list.file(), files).stream()
                        .map(school -> new ClassKey(school, list.schoolYear(), list.className())))
                .toList();
        return new Staging.Whole(request.year(), export.supplement(), unclear);
    }

    private Finding tooMuch(String code, List<ClassDifference> classes) {
        ClassDifference worst = classes.get(0);
        return finding(
                code,
                Long.toString(worst.disturbed()),
                Long.toString(worst.registered()),
                percent(),
                worst.place().toString(),
                Integer.toString(classes.size()));
    }

    private Finding tooMuch(String code, long disturbed, long registered) {
        return finding(code, Long.toString(disturbed), Long.toString(registered), percent());
    }

    private String percent() {
        return Long.toString(Math.round(100 * request.limit().share()));
    }

    private static Finding finding(String code, String... args) {
        return new Finding(code, Severity.REJECT, Place.ofFile(""), "", List.of(args));
    }

    /** Why the load has to end here; empty if it may go on. */
    List<Finding> blockers() {
        return wrongYear || (request.confirm().isEmpty() && !request.dryRun()) ? List.copyOf(stops) : List.of();
    }

    /** What is written into the table of loads. */
    LoadEntry entry() {
        Outcome outcome =
                !blockers().isEmpty() ? Outcome.STOPPED : request.dryRun() ? Outcome.DRY_RUN : Outcome.COMMITTED;
        boolean confirmed = outcome == Outcome.COMMITTED && !stops.isEmpty();
        Difference difference = comparison.difference();
        return new LoadEntry(
                export.sha256(),
                request.year(),
                clock.instant(),
                request.by(),
                outcome,
                stops.stream().map(Finding::code).toList(),
                confirmed ? request.confirm().orElse("") : "",
                CanonicalJson.write(Map.of(
                        "students", difference.students(),
                        "results", difference.results(),
                        "revisions", comparison.merge().revisions())));
    }

    LoadOutcome outcome(LoadEntry entry) {
        return new LoadOutcome(
                entry, dataYear, comparison.difference(), stops, comparison.workbook(), comparison.lines());
    }

    /** Puts the confirmed loads of the export beside its manifest, for the archive. */
    void keepConfirmed(Staging staging) {
        List<LoadEntry> confirmed = staging.committed(export.sha256()).stream()
                .filter(load -> !load.stops().isEmpty())
                .toList();
        Path file = export.manifest().resolveSibling(CONFIRMED);
        try {
            if (!confirmed.isEmpty()) {
                Path unfinished = file.resolveSibling(CONFIRMED + ".part");
                Files.write(unfinished, CanonicalJson.bytes(Map.of("loads", confirmed)));
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("confirmed loads cannot be kept in " + file, e);
        }
    }
}
