package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nienkhoa.app.YearEndSummary.Opening;
import nienkhoa.app.YearEndSummary.SchoolLine;
import nienkhoa.app.postgres.YearEndLedger;
import nienkhoa.app.postgres.YearEndLedger.Line;
import nienkhoa.app.postgres.YearEndLedger.Reason;
import nienkhoa.forms.Edition;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.School;
import nienkhoa.rendering.Scope;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Runs {@link YearEndJob}, then counts from the outside whether everything that was planned has come to an end. */
final class YearEnd implements YearEndRunner {

    private static final double NANOS_A_SECOND = 1e9;

    private final YearEndParts parts;
    private final YearEndJob job;
    private final YearEndLedger ledger;
    private final RunReport report;
    private final JobOperator operator;
    private final JobRepository repository;

    YearEnd(
            YearEndParts parts,
            YearEndJob job,
            YearEndLedger ledger,
            RunReport report,
            JobOperator operator,
            JobRepository repository) {
        this.parts = parts;
        this.job = job;
        this.ledger = ledger;
        this.report = report;
        this.operator = operator;
        this.repository = repository;
    }

    @Override
    public YearEndSummary run(YearEndRequest request, Home home, Messages messages, Progress progress) {
        long began = System.nanoTime();
        List<Scope.FormChoice> forms = forms(request);
        closeCutOffRuns();
        YearEndWork work = new YearEndWork(parts, request, forms, home, progress, ledger.nextRunId());
        run(work);
        progress.begin(Progress.Stage.REPORT, 0);
        Scope scope = work.scope();
        new Balance(ledger, home.out()).check(scope, request.form().isEmpty());
        double seconds = (System.nanoTime() - began) / NANOS_A_SECOND;
        YearEndSummary summary = summary(work, scope, seconds, home);
        report.write(summary, ledger.lines(scope), ledger.reasons(scope), work, messages);
        return summary;
    }

    /** The forms asked for; every form that a school owes if none is named. */
    private List<Scope.FormChoice> forms(YearEndRequest request) {
        if (request.form().isEmpty()) {
            return parts.papers().forms().stream()
                    .map(form -> new Scope.FormChoice(form, Optional.empty()))
                    .toList();
        }
        Scope.FormChoice choice = request.form().get();
        if (!parts.papers().forms().contains(choice.form())) {
            throw Problem.wrongUse(
                    "S052_UNKNOWN_FORM",
                    choice.form(),
                    String.join(", ", parts.papers().forms()));
        }
        choice.variant().ifPresent(variant -> checkVariant(choice.form(), variant));
        return List.of(choice);
    }

    private void checkVariant(String form, String variant) {
        List<String> variants = parts.catalogue().editions().stream()
                .filter(edition -> edition.form().equals(form))
                .map(Edition::variants)
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (!variants.contains(variant)) {
            throw Problem.wrongUse("S053_UNKNOWN_VARIANT", variant, form, String.join(", ", variants));
        }
    }

    /** A run that was killed still counts as running; only one process works in a home, so none does. */
    private void closeCutOffRuns() {
        for (JobExecution cutOff : repository.findRunningJobExecutions(YearEndJob.NAME)) {
            operator.recover(cutOff);
        }
    }

    private void run(YearEndWork work) {
        try {
            JobExecution execution = operator.start(
                    job.job(work),
                    new JobParametersBuilder().addString("run", work.runId()).toJobParameters());
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw problem(execution);
            }
        } catch (JobExecutionException e) {
            throw Problem.failedBy(e, "S061_YEAR_END_FAILED", String.valueOf(e.getMessage()));
        }
    }

    private static Problem problem(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        return failures.stream()
                .flatMap(failure -> Failures.problemIn(failure).stream())
                .findFirst()
                .orElseGet(() -> failures.isEmpty()
                        ? Problem.failed(
                                "S061_YEAR_END_FAILED",
                                execution.getExitStatus().getExitCode())
                        : Problem.failedBy(
                                failures.get(0),
                                "S061_YEAR_END_FAILED",
                                root(failures.get(0)).toString()));
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private YearEndSummary summary(YearEndWork work, Scope scope, double seconds, Home home) {
        List<Line> lines = ledger.lines(scope);
        List<SchoolLine> schools = schools(scope, lines);
        SortedMap<String, Long> byCode = findings(work, scope);
        return new YearEndSummary(
                scope.exportSha256(),
                scope.year().toString(),
                schools.stream().mapToLong(SchoolLine::students).sum(),
                lines.stream().mapToLong(Line::planned).sum(),
                lines.stream().mapToLong(Line::rendered).sum(),
                lines.stream().mapToLong(Line::rejected).sum(),
                lines.stream().mapToLong(Line::notRendered).sum(),
                lines.stream().mapToLong(Line::archived).sum(),
                lines.stream().mapToLong(Line::rendered).sum(),
                lines.stream().mapToLong(Line::pages).sum(),
                lines.stream().mapToLong(Line::bytes).sum(),
                seconds,
                byCode.values().stream().mapToLong(Long::longValue).sum(),
                byCode,
                schools,
                open(work, home),
                LoadSummary.of(work.intake().load(), work.messages()));
    }

    private List<SchoolLine> schools(Scope scope, List<Line> lines) {
        SortedMap<String, Long> students = ledger.students(scope);
        List<SchoolLine> schools = new ArrayList<>();
        students.forEach((code, count) -> {
            List<Line> own = lines.stream()
                    .filter(line -> line.schoolCode().equals(code))
                    .toList();
            schools.add(new SchoolLine(
                    code,
                    name(code, scope),
                    count,
                    own.stream().mapToLong(Line::planned).sum(),
                    own.stream().mapToLong(Line::rendered).sum(),
                    own.stream().mapToLong(Line::rejected).sum(),
                    own.stream().mapToLong(Line::notRendered).sum(),
                    own.stream().mapToLong(Line::archived).sum(),
                    own.stream().mapToLong(Line::pages).sum()));
        });
        return schools;
    }

    private String name(String schoolCode, Scope scope) {
        return parts.register().school(schoolCode).names().stream()
                .filter(name -> name.inForceOn(parts.papers().signedOn(scope.year())))
                .map(School.Name::name)
                .findFirst()
                .orElse(schoolCode);
    }

    private SortedMap<String, Long> findings(YearEndWork work, Scope scope) {
        SortedMap<String, Long> byCode = new TreeMap<>(work.intake().byCode());
        ledger.reasons(scope).stream()
                .map(Reason::findings)
                .flatMap(List::stream)
                .map(Finding::code)
                .forEach(code -> byCode.merge(code, 1L, Long::sum));
        work.archiveFindings().forEach(finding -> byCode.merge(finding.code(), 1L, Long::sum));
        return byCode;
    }

    private List<Opening> open(YearEndWork work, Home home) {
        List<Opening> open = new ArrayList<>();
        Path year = home.out().resolve(work.scope().year().toString());
        open.add(new Opening("OPEN_RUN_REPORT", RunReport.pdf(work).toString()));
        open.add(new Opening("OPEN_DOCUMENTS", year.toString()));
        String findings = work.intake().counts().rowsRejected() > 0 ? "OPEN_REJECTS" : "OPEN_FINDINGS";
        work.intake().workbook().ifPresent(workbook -> open.add(new Opening(findings, workbook.toString())));
        work.intake()
                .load()
                .workbook()
                .ifPresent(workbook -> open.add(new Opening("OPEN_DIFFERENCE", workbook.toString())));
        open.add(new Opening("OPEN_ARCHIVE", home.archive().toString()));
        open.sort(Comparator.comparing(Opening::what).reversed());
        return open;
    }
}
