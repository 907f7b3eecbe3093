package nienkhoa.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nienkhoa.intake.ProgressListener.Stage;
import nienkhoa.intake.Staging.Merge;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.assessment.Regimes;
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
    private static final int STUDENTS_TOGETHER = 100;

    private final Path home;
    private final Layouts layouts;
    private final AssessmentRules rules;
    private final Workbooks workbooks;
    private final Staging staging;
    private final FindingsReport report;
    private final Clock clock;
    private final int threads;
    private final Checkpoint checkpoint;

    /**
     * For results that nothing is to be recomputed of.
     *
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
        this(home, layouts, AssessmentRules.bundled(Regimes.UNTOLD), workbooks, staging, report, clock, threads);
    }

    /**
     * @param home the home folder
     * @param rules by which results are checked
     * @param threads how many files are read at once
     */
    public Intake(
            Path home,
            Layouts layouts,
            AssessmentRules rules,
            Workbooks workbooks,
            Staging staging,
            FindingsReport report,
            Clock clock,
            int threads) {
        this(home, layouts, rules, workbooks, staging, report, clock, threads, step -> {});
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
        this(
                home,
                layouts,
                AssessmentRules.bundled(Regimes.UNTOLD),
                workbooks,
                staging,
                report,
                clock,
                threads,
                checkpoint);
    }

    Intake(
            Path home,
            Layouts layouts,
            AssessmentRules rules,
            Workbooks workbooks,
            Staging staging,
            FindingsReport report,
            Clock clock,
            int threads,
            Checkpoint checkpoint) {
        this.home = home;
        this.layouts = layouts;
        this.rules = rules;
        this.workbooks = workbooks;
        this.staging = staging;
        this.report = report;
        this.clock = clock;
        this.threads = threads;
        this.checkpoint = checkpoint;
    }

    /**
     * Copies an export into the home folder, unless it is there: a folder, or one workbook of rejected rows that was
     * corrected.
     *
     * @throws RefusedExport if there is nothing to take
     */
    public TakenExport take(Path export) {
        return TakenExport.of(export, home, workbooks);
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
        TakenExport whole = export.whole();
        Set<Integer> corrected = Corrections.likely(whole);
        Reading reading = read(whole, corrected, request, progress);
        if (!reading.knewAllCorrections()) {
            corrected.addAll(reading.files.corrected());
            reading = read(whole, corrected, request, progress);
        }
        reading.remember();
        IntakeResult result = reading.result();
        return new FindingsFolder(reports(request.year()), report).write(result, reading.rejectedRows(result));
    }

    /** Reads and joins; a corrected workbook that nobody knew of ends it before anything is written. */
    private Reading read(TakenExport whole, Set<Integer> corrected, LoadRequest request, ProgressListener progress) {
        FindingCollector findings = new FindingCollector(FindingCollector.KEPT);
        whole.findings().forEach(findings::add);
        Corrections corrections = Corrections.in(whole, corrected, workbooks);
        Reading reading = new Reading(whole, request, findings, progress, corrections);
        try (Staging.Session session = staging.open(whole.sha256(), home.resolve("work"))) {
            reading.facts(session);
            if (reading.knewAllCorrections()) {
                reading.enter(session);
            }
        }
        return reading;
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
        private final Corrections corrections;
        private Function<String, Optional<String>> schoolByPath = path -> Optional.empty();
        private boolean stopped;

        Reading(
                TakenExport export,
                LoadRequest request,
                FindingCollector findings,
                ProgressListener progress,
                Corrections corrections) {
            this.export = export;
            this.request = request;
            this.findings = findings;
            this.progress = progress;
            this.corrections = corrections;
            this.rejected = new RejectedStudents(request.year());
            this.files = new ExportFiles(export, findings, rejected);
            this.load = new Load(export, request, report, reports(request.year()), clock);
        }

        boolean knewAllCorrections() {
            return corrections.files().containsAll(files.corrected());
        }

        void enter(Staging.Session session) {
            stopIfWrongYear(session);
            if (!stopped) {
                merge(session, join(session));
            }
        }

        void facts(Staging.Session session) {
            findings.mute(export.files().subList(0, export.ownFrom()).stream()
                    .map(TakenExport.TakenFile::path)
                    .collect(Collectors.toSet()));
            WorkbookReader reader = new WorkbookReader(workbooks, layouts, findings, files, corrections);
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
            SchoolFolders folders = new SchoolFolders(export, schoolFacts, session.schools(), files);
            folders.nameOrphans(files.filesWithRows(), files, findings);
            files.ofUnknownSchools(folders.nameUnknown(files, findings));
            findings.mute(Set.of());
            schoolByPath = folders::schoolOf;
            List<LayoutSeen> seen = new DriftSentinel(layouts, findings)
                    .check(
                            files.sightings().all(),
                            path -> folders.schoolOf(path).orElse(""),
                            session.layoutsSeen());
            session.keep(seen, clock.instant());
            Supplement supplement = new Supplement(export, schoolFacts, folders);
            SchoolAssembler schools = new SchoolAssembler(folders.inFirstOrder(schoolFacts), folders);
            Map<String, String> ids = new StudentMatch(session, files).match(export, folders);
            findings.rename(ids);
            rejected.rename(ids);
            checkpoint.reached("matched");
            ClassChecks checks = new ClassChecks(rules, layouts, files);
            try (StudentAssembly assembly = new StudentAssembly(schools, checks, threads)) {
                join(session, folders, supplement, assembly);
            }
            checks.end();
            session.records(supplement.schools(schools.records()));
            files.rowsJoinedToo(supplement.otherRows());
            checkpoint.reached("records");
            return folders;
        }

        private void join(
                Staging.Session session, SchoolFolders folders, Supplement supplement, StudentAssembly assembly) {
            StudentJoin join = new StudentJoin(session, folders, assembly, files, home.resolve("work/photos"), export);
            session.students(STUDENTS_TOGETHER, batch -> {
                students += join.join(supplement.students(batch));
                progress.progress(Stage.JOIN, students, 0);
                checkpoint.reached("students " + students);
            });
            students += join.joinLast();
            progress.progress(Stage.JOIN, students, 0);
            join.end().forEach(findings::add);
        }

        void merge(Staging.Session session, SchoolFolders folders) {
            merge = load.compare(session, staging, folders, files);
            stopped = !load.blockers().isEmpty();
            load.blockers().forEach(findings::add);
            if (stopped || request.dryRun()) {
                return;
            }
            session.changes(
                    export.files().stream().map(TakenExport.TakenFile::path).toList());
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
            long accepted = stopped ? 0 : Math.max(0, files.rows() - files.rejectedRows() - merge.unchangedRows());
            IntakeResult.Counts counts = new IntakeResult.Counts(
                    export.files().size() - export.ownFrom(),
                    files.workbooks(),
                    files.sheets(),
                    accepted,
                    merge.unchangedRows(),
                    stopped ? files.rows() : files.rejectedRows(),
                    students,
                    findings.total(),
                    files.unknownColumns(),
                    stopped ? Map.of() : merge.revisions(),
                    files.changes());
            return new IntakeResult(
                    export.sha256(),
                    stopped,
                    counts,
                    findings.all(),
                    findings.byCode(),
                    rejected.all(),
                    Optional.empty(),
                    export.supplement(),
                    load.outcome(Objects.requireNonNull(entry)));
        }

        RejectedRows rejectedRows(IntakeResult result) {
            return stopped
                    ? RejectedRows.none(export, workbooks)
                    : RejectedRows.of(export, workbooks, result.findings(), files.heads(), schoolByPath);
        }
    }

    /** Hears of every step, so that tests can break off at each. */
    interface Checkpoint {

        void reached(String step);
    }
}
