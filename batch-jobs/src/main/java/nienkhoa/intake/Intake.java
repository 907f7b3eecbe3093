package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.ProgressListener.Stage;
import nienkhoa.intake.Staging.Merge;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * Takes an export into the register.
 *
 * <p>Flow: folder → {@link TakenExport} (kept byte for byte) → facts, one a row → records, joined by student → {@link
 * Load}, compared with the register → new revisions in the register → workbook of findings.
 *
 * <p>Restart: {@link #take} does nothing for an export that it has. {@link #read} writes the register in one transaction,
 * so an export is in it wholly or not at all; killed anywhere, the same call reads again and ends the same. Reading an
 * export again changes nothing.
 */
public final class Intake {

    /** Students joined together: enough to keep the database busy, few enough for a small heap. */
    private static final int STUDENTS_TOGETHER = 400;

    private final Path home;
    private final Layouts layouts;
    private final Workbooks workbooks;
    private final Staging staging;
    private final FindingsReport report;
    private final Clock clock;
    private final int threads;
    private final Checkpoint checkpoint;

    /**
     * @param home the home folder
     * @param threads how many files are read at once
     */
    public Intake(
            Path home,
            Layouts layouts,
            Workbooks workbooks,
            Staging staging,
            FindingsReport report,
            Clock clock,
            int threads) {
        this(home, layouts, workbooks, staging, report, clock, threads, step -> {});
    }

    Intake(
            Path home,
            Layouts layouts,
            Workbooks workbooks,
            Staging staging,
            FindingsReport report,
            Clock clock,
            int threads,
            Checkpoint checkpoint) {
        this.home = home;
        this.layouts = layouts;
        this.workbooks = workbooks;
        this.staging = staging;
        this.report = report;
        this.clock = clock;
        this.threads = threads;
        this.checkpoint = checkpoint;
    }

    /**
     * Copies an export into the home folder, unless it is there.
     *
     * @throws RefusedExport if there is nothing to take
     */
    public TakenExport take(Path export) {
        return new ExportTaker(home.resolve("work/exports")).take(export);
    }

    /** Reads a taken export into the register as it ordinarily is read. */
    public IntakeResult read(TakenExport export, SchoolYear expected, ProgressListener progress) {
        return read(export, LoadRequest.of(expected), progress);
    }

    /**
     * Reads a taken export into the register. It stops before anything is written if the export has nothing of the year
     * asked for, or if a person has to confirm the load; {@link IntakeResult#load()} says why.
     */
    public IntakeResult read(TakenExport export, LoadRequest request, ProgressListener progress) {
        FindingCollector findings = new FindingCollector(FindingCollector.KEPT);
        export.findings().forEach(findings::add);
        Reading reading = new Reading(export, request, findings, progress);
        try (Staging.Session session = staging.open(export.sha256())) {
            reading.facts(session);
            reading.stopIfWrongYear(session);
            if (!reading.stopped) {
                reading.merge(session, reading.join(session));
            }
        }
        reading.remember();
        return report(request.year(), reading.result());
    }

    private IntakeResult report(SchoolYear expected, IntakeResult result) {
        Path folder = reports(expected);
        String name = result.exportSha256().substring(0, 12);
        Path workbook = folder.resolve(name + "-rejects.xlsx");
        Path json = folder.resolve(name + "-findings.json");
        try {
            if (result.findings().isEmpty()) {
                Files.deleteIfExists(workbook);
                Files.deleteIfExists(json);
                return result;
            }
            Files.createDirectories(folder);
            report.write(workbook, result);
            Path unfinished = folder.resolve(name + "-findings.json.part");
            Files.write(
                    unfinished, CanonicalJson.bytes(Map.of("counts", result.counts(), "findings", result.findings())));
            Files.move(unfinished, json, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("findings cannot be written to " + folder, e);
        }
        return new IntakeResult(
                result.exportSha256(),
                result.stopped(),
                result.counts(),
                result.findings(),
                result.byCode(),
                result.rejectedStudents(),
                Optional.of(workbook),
                result.load());
    }

    private Path reports(SchoolYear year) {
        return home.resolve("out/" + year + "/intake");
    }

    /** One call of {@link #read}. */
    private final class Reading {

        private final TakenExport export;
        private final LoadRequest request;
        private final FindingCollector findings;
        private final ProgressListener progress;
        private final ExportFiles files;
        private final RejectedStudents rejected;
        private final Load load;
        private Merge merge = Merge.NOTHING;
        private @Nullable LoadEntry entry;
        private long students;
        private boolean stopped;

        Reading(TakenExport export, LoadRequest request, FindingCollector findings, ProgressListener progress) {
            this.export = export;
            this.request = request;
            this.findings = findings;
            this.progress = progress;
            this.rejected = new RejectedStudents(request.year());
            this.files = new ExportFiles(export, findings, rejected);
            this.load = new Load(export, request, report, reports(request.year()), clock);
        }

        void facts(Staging.Session session) {
            WorkbookReader reader = new WorkbookReader(workbooks, layouts, findings, files);
            try (ExportReader batches =
                    new ExportReader(export, reader, workbooks, findings, files, progress, threads)) {
                session.facts(batches);
                batches.proveComplete();
            }
            checkpoint.reached("facts");
        }

        void stopIfWrongYear(Staging.Session session) {
            Map<SchoolYear, Long> years = session.schoolYears();
            stopped = !years.containsKey(request.year());
            if (stopped) {
                String held = String.join(
                        ", ", years.keySet().stream().map(SchoolYear::toString).toList());
                Finding why = new Finding(
                        "I010_WRONG_SCHOOL_YEAR",
                        Severity.REJECT,
                        Place.ofFile(""),
                        "",
                        List.of(request.year().toString(), held.isEmpty() ? "–" : held));
                findings.add(why);
                load.wrongYear(why, years, files);
            }
        }

        SchoolFolders join(Staging.Session session) {
            List<Fact> schoolFacts = session.schoolFacts();
            SchoolFolders folders = new SchoolFolders(export, schoolFacts, files);
            folders.nameOrphans(files.filesWithRows(), files, findings);
            SchoolAssembler schools = new SchoolAssembler(schoolFacts, folders);
            StudentJoin join = new StudentJoin(session, folders, schools, files, home.resolve("work/photos"), export);
            join.refuseSharedIdentityNumbers();
            session.students(STUDENTS_TOGETHER, batch -> {
                students += join.join(batch);
                progress.progress(Stage.JOIN, students, 0);
                checkpoint.reached("students " + students);
            });
            session.records(schools.records());
            checkpoint.reached("records");
            return folders;
        }

        void merge(Staging.Session session, SchoolFolders folders) {
            merge = load.compare(session, staging, folders, files);
            stopped = !load.blockers().isEmpty();
            load.blockers().forEach(findings::add);
            if (stopped || request.dryRun()) {
                return;
            }
            session.merge(clock.instant());
            entry = load.entry();
            session.record(entry);
            checkpoint.reached("merged");
            session.commit();
            checkpoint.reached("committed");
            progress.progress(Stage.REGISTER, 1, 1);
        }

        /** Once the register is what it will be. */
        void remember() {
            if (entry == null) {
                entry = load.entry();
                staging.record(entry);
            }
            load.keepConfirmed(staging);
        }

        IntakeResult result() {
            long accepted = stopped ? 0 : files.rows() - files.rejectedRows() - merge.unchangedRows();
            IntakeResult.Counts counts = new IntakeResult.Counts(
                    export.files().size(),
                    files.workbooks(),
                    files.sheets(),
                    accepted,
                    merge.unchangedRows(),
                    stopped ? files.rows() : files.rejectedRows(),
                    students,
                    findings.total(),
                    files.unknownColumns(),
                    stopped ? Map.of() : merge.revisions());
            return new IntakeResult(
                    export.sha256(),
                    stopped,
                    counts,
                    findings.all(),
                    findings.byCode(),
                    rejected.all(),
                    Optional.empty(),
                    load.outcome(Objects.requireNonNull(entry)));
        }
    }

    /** Hears of every step, so that tests can break off at each. */
    interface Checkpoint {

        void reached(String step);
    }
}
