package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nienkhoa.app.Progress.Stage;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.ReceivedExport;
import nienkhoa.archive.postgres.RenderedDossiers.Group;
import nienkhoa.intake.IntakeResult;
import nienkhoa.intake.LoadRequest;
import nienkhoa.intake.RefusedExport;
import nienkhoa.intake.TakenExport;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.rendering.Documents.Known;
import nienkhoa.rendering.Documents.Unjudged;
import nienkhoa.rendering.Gate;
import nienkhoa.rendering.Result;
import nienkhoa.rendering.Scope;
import nienkhoa.rendering.Unit;
import nienkhoa.rendering.UnitWorker;
import org.jspecify.annotations.Nullable;

/** What the steps of one run of {@link YearEndJob} do. Used by one run only; render, judge and archive by many threads. */
final class YearEndWork {

    /** Documents whose results are committed together. */
    private static final int TOGETHER = 10;

    /** Documents that the gate takes from the table at one go. */
    private static final int JUDGED_TOGETHER = 100;

    /** How long the gate waits for more when it has seen everything, in milliseconds. */
    private static final long GATE_PAUSE_MS = 100;

    private final YearEndParts parts;
    private final YearEndRequest request;
    private final Home home;
    private final Progress progress;
    private final String runId;
    private final List<Scope.FormChoice> forms;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<Finding> archiveFindings = new ConcurrentLinkedQueue<>();
    private volatile boolean renderingEnded;
    private @Nullable TakenExport export;
    private @Nullable IntakeResult intake;
    private List<Unit> units = List.of();

    YearEndWork(
            YearEndParts parts,
            YearEndRequest request,
            List<Scope.FormChoice> forms,
            Home home,
            Progress progress,
            String runId) {
        this.parts = parts;
        this.request = request;
        this.forms = forms;
        this.home = home;
        this.progress = progress;
        this.runId = runId;
    }

    String runId() {
        return runId;
    }

    void takeIn() {
        progress.begin(Stage.INTAKE, 0);
        try {
            export = parts.intake().take(request.export());
        } catch (RefusedExport e) {
            throw Problem.refused("intake", e.finding());
        }
        LoadRequest load = request.load().request(request.year(), parts.configuration());
        intake = request.load().goneOn(parts.intake().read(export, load, new IntakeProgress(progress)));
    }

    void plan() {
        Scope scope = scope();
        units = parts.planner().units(scope);
        if (units.isEmpty()) {
            throw nothingToDo();
        }
        progress.begin(Stage.PLANNING, units.size());
        for (Unit unit : units) {
            parts.documents().plan(scope, unit, parts.planner().plan(scope, unit));
            progress.done(1);
        }
        progress.begin(Stage.RENDERING, parts.documents().tally(scope).planned());
    }

    private Problem nothingToDo() {
        return request.className().isPresent()
                ? Problem.wrongUse(
                        "S051_UNKNOWN_CLASS",
                        request.className().get(),
                        request.year().toString())
                : Problem.wrongUse(
                        "S050_UNKNOWN_SCHOOL",
                        request.schoolCode().orElse(""),
                        request.year().toString());
    }

    List<String> units() {
        return units.stream().map(Unit::key).toList();
    }

    /** Makes the documents of one unit. */
    void render(String key) {
        Unit unit = Unit.ofKey(key);
        List<Known> open = parts.documents().ofUnit(unit);
        if (open.isEmpty()) {
            return;
        }
        UnitWorker worker = new UnitWorker(
                parts.register(),
                parts.papers(),
                unit,
                parts.papers().signedOn(unit.year()),
                parts.catalogue(),
                parts.renderer(),
                parts.photos(),
                home.out());
        for (int from = 0; from < open.size(); from += TOGETHER) {
            List<Known> some = open.subList(from, Math.min(open.size(), from + TOGETHER));
            enter(some, some.stream().map(worker::work).toList());
        }
    }

    private void enter(List<Known> known, List<Result> results) {
        parts.documents().enter(results);
        for (int i = 0; i < known.size(); i++) {
            Result result = results.get(i);
            boolean over =
                    !(result instanceof Result.Rendered) && (known.get(i).judged() || !(result instanceof Result.Kept));
            progress.done(over ? 1 : 0);
            progress.rejected(result instanceof Result.Rejected ? 1 : 0);
        }
    }

    void renderingEnded() {
        renderingEnded = true;
    }

    /** Judges what is rendered, while rendering goes on and until it has all been seen once after its end. */
    void judge() {
        ExecutorService judges = Executors.newFixedThreadPool(parts.threads());
        try {
            boolean last;
            do {
                last = renderingEnded;
                judgeAll(judges);
                if (!last) {
                    Thread.sleep(GATE_PAUSE_MS);
                }
            } while (!last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            judges.shutdown();
        }
    }

    private void judgeAll(ExecutorService judges) throws InterruptedException {
        String seen = "";
        List<Unjudged> some = parts.documents().unjudged(scope(), seen, JUDGED_TOGETHER);
        while (!some.isEmpty()) {
            for (Future<?> judged :
                    judges.invokeAll(some.stream().map(this::judgement).toList())) {
                get(judged);
            }
            seen = some.get(some.size() - 1).documentId();
            some = parts.documents().unjudged(scope(), seen, JUDGED_TOGETHER);
        }
    }

    private Callable<Void> judgement(Unjudged document) {
        Gate gate = parts.gate();
        return () -> {
            gate.judge(document);
            progress.done(1);
            return null;
        };
    }

    private static void get(Future<?> judged) throws InterruptedException {
        try {
            judged.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the gate failed", e.getCause());
        }
    }

    /** The dossiers to archive: the export itself, then one a form and class section or cohort. */
    List<String> dossiers() {
        groups.clear();
        Scope scope = scope();
        List<String> names =
                forms.stream().map(Scope.FormChoice::form).distinct().toList();
        parts.dossiers()
                .groups(
                        scope.year().start(),
                        names,
                        scope.school().orElse(""),
                        scope.className().orElse(""))
                .forEach(group -> groups.put(group.unit() + "|" + group.form(), group));
        progress.begin(Stage.ARCHIVE, groups.size() + 1L);
        List<String> keys = new ArrayList<>(List.of(""));
        keys.addAll(groups.keySet());
        return keys;
    }

    void archive(String key) {
        Group group = groups.get(key);
        Dossier dossier = group == null
                ? ReceivedExport.dossier(home.work().resolve("exports").resolve(export().sha256()), runId)
                : parts.assembly().dossier(group, scope(), runId);
        ArchiveOutcome outcome = parts.archivist().archive(dossier);
        archiveFindings.addAll(outcome.findings());
        progress.done(1);
        progress.rejected(outcome.findings().isEmpty() ? 0 : 1);
    }

    Scope scope() {
        return new Scope(request.year(), request.schoolCode(), request.className(), forms, export().sha256());
    }

    Messages messages() {
        return request.load().messages();
    }

    IntakeResult intake() {
        return Objects.requireNonNull(intake);
    }

    TakenExport export() {
        return Objects.requireNonNull(export);
    }

    List<Finding> archiveFindings() {
        return List.copyOf(archiveFindings);
    }

    Path out() {
        return home.out();
    }
}
