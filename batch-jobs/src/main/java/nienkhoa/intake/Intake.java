package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.ProgressListener.Stage;
import nienkhoa.intake.Staging.Merge;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.assessment.Regimes;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;

/**
 * Takes an export into the register.
 *
 * <p>Flow: folder → {@link TakenExport} (kept byte for byte) → facts, one a row → records, joined by student → new
 * revisions in the register → workbook of findings.
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
     * Copies an export into the home folder, unless it is there.
     *
     * @throws RefusedExport if there is nothing to take
     */
    public TakenExport take(Path export) {
        return TakenExport.of(export, home);
    }

    /**
     * Reads a taken export into the register.
     *
     * @param expected the school year that is asked for; an export without it is stopped before anything is written
     */
    public IntakeResult read(TakenExport export, SchoolYear expected, ProgressListener progress) {
        FindingCollector findings = new FindingCollector(FindingCollector.KEPT);
        export.findings().forEach(findings::add);
        Reading reading = new Reading(export, expected, findings, progress);
        try (Staging.Session session = staging.open(export.sha256())) {
            reading.facts(session);
            reading.stopIfWrongYear(session);
            if (!reading.stopped) {
                reading.join(session);
                reading.merge(session);
            }
        }
        return report(expected, reading.result());
    }

    private IntakeResult report(SchoolYear expected, IntakeResult result) {
        Path folder = home.resolve("out/" + expected + "/intake");
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
                Optional.of(workbook));
    }

    /** One call of {@link #read}. */
    private final class Reading {

        private final TakenExport export;
        private final SchoolYear expected;
        private final FindingCollector findings;
        private final ProgressListener progress;
        private final ExportFiles files;
        private final RejectedStudents rejected;
        private Merge merge = new Merge(0, 0, Map.of());
        private long students;
        private boolean stopped;

        Reading(TakenExport export, SchoolYear expected, FindingCollector findings, ProgressListener progress) {
            this.export = export;
            this.expected = expected;
            this.findings = findings;
            this.progress = progress;
            this.rejected = new RejectedStudents(expected);
            this.files = new ExportFiles(export, findings, rejected);
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
            stopped = !years.containsKey(expected);
            if (stopped) {
                String held = String.join(
                        ", ", years.keySet().stream().map(SchoolYear::toString).toList());
                findings.add(new Finding(
                        "I010_WRONG_SCHOOL_YEAR",
                        Severity.REJECT,
                        Place.ofFile(""),
                        "",
                        List.of(expected.toString(), held.isEmpty() ? "–" : held)));
            }
        }

        void join(Staging.Session session) {
            List<Fact> schoolFacts = session.schoolFacts();
            SchoolFolders folders = new SchoolFolders(export, schoolFacts, files);
            folders.nameOrphans(files.filesWithRows(), files, findings);
            List<LayoutSeen> seen = new DriftSentinel(layouts, findings)
                    .check(
                            files.sightings().all(),
                            path -> folders.schoolOf(path).orElse(""),
                            session.layoutsSeen());
            session.keep(seen, clock.instant());
            SchoolAssembler schools = new SchoolAssembler(schoolFacts, folders);
            ClassChecks checks = new ClassChecks(rules, layouts, files);
            StudentJoin join =
                    new StudentJoin(session, folders, schools, files, home.resolve("work/photos"), export, checks);
            join.refuseSharedIdentityNumbers();
            session.students(STUDENTS_TOGETHER, batch -> {
                students += join.join(batch);
                progress.progress(Stage.JOIN, students, 0);
                checkpoint.reached("students " + students);
            });
            checks.end();
            session.records(schools.records());
            checkpoint.reached("records");
        }

        void merge(Staging.Session session) {
            merge = session.merge(clock.instant());
            checkpoint.reached("merged");
            session.commit();
            checkpoint.reached("committed");
            progress.progress(Stage.REGISTER, 1, 1);
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
                    merge.revisions());
            return new IntakeResult(
                    export.sha256(),
                    stopped,
                    counts,
                    findings.all(),
                    findings.byCode(),
                    rejected.all(),
                    Optional.empty());
        }
    }

    /** Hears of every step, so that tests can break off at each. */
    interface Checkpoint {

        void reached(String step);
    }
}
