package nienkhoa.printrun;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.PrintRun.State;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.PrintableDocuments.Selection;

/** Opens print runs, lets them go on after trouble, and ends them. */
public final class PrintDesk {

    private static final Set<Role> WORKERS = Set.of(Role.OPERATOR, Role.CLERK, Role.ARCHIVIST, Role.HEAD);

    private final PrintRuns runs;
    private final Printings printings;
    private final PrintSheets sheets;
    private final RunPlanner planner;
    private final SheetFiles files;
    private final PrintPolicy policy;
    private final WorkOrders orders;
    private final SecondPerson others;

    public PrintDesk(
            PrintRuns runs,
            Printings printings,
            PrintSheets sheets,
            RunPlanner planner,
            SheetFiles files,
            PrintPolicy policy,
            WorkOrders orders) {
        this.runs = runs;
        this.printings = printings;
        this.sheets = sheets;
        this.planner = planner;
        this.files = files;
        this.policy = policy;
        this.orders = orders;
        this.others = new SecondPerson(policy);
    }

    /** @throws PrintRefused if there is no such run */
    public PrintRun find(String id) {
        return runs.find(id).orElseThrow(() -> new PrintRefused("P410_NO_SUCH_RUN", id, openRuns()));
    }

    private String openRuns() {
        String open = runs.all().stream()
                .filter(run -> !run.ended())
                .map(PrintRun::id)
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? "-" : open;
    }

    /** Counts what would be printed; nothing is written. */
    public RunPlan plan(Selection selection) {
        return planner.plan("", selection);
    }

    /** Which of the documents are part of a run that was not abandoned, by document. */
    public Map<String, String> runsOf(RunPlan plan) {
        return runs.runsOf(plan.bundles().stream()
                .flatMap(bundle -> bundle.documents().stream())
                .map(RunPlan.Document::id)
                .filter(id -> !id.startsWith(RunPlanner.PAPER))
                .toList());
    }

    /**
     * How a run is opened.
     *
     * @param leaveOut whether documents that cannot be printed are left out instead of stopping the run
     * @param again why documents of an earlier run are printed again; empty = they stop the run
     * @param second who agrees to that
     */
    public record Opening(boolean leaveOut, String again, Optional<Person> second) {}

    /** @throws PrintRefused if something stops it; nothing is written then */
    public PrintRun open(Selection selection, Opening opening, Person by) {
        works(by);
        sweep();
        String id = runs.newId();
        try {
            RunPlan plan = planner.plan(id, selection);
            new RunOpening(orders, others).check(selection, plan, opening, runsOf(plan), by);
            Act act = act(by, PrintActs.OPENED, id, RunOpening.details(selection, plan));
            runs.open(id, selection, plan, opening.again(), act);
            return find(id);
        } finally {
            sweep();
        }
    }

    /** What the run's planned sheets need of a printer. */
    public PrintNeeds needs(String run, String tray) {
        Set<Paper> papers = EnumSet.noneOf(Paper.class);
        Set<Edge> edges = EnumSet.noneOf(Edge.class);
        for (SheetJob.Print print : sheets.needs(run)) {
            papers.add(print.paper());
            edges.add(print.edge());
        }
        return new PrintNeeds(papers, edges, tray);
    }

    /** @throws PrintRefused unless the run may be sent */
    public void checkOpen(PrintRun run) {
        if (run.ended()) {
            throw new PrintRefused("P415_RUN_ENDED", run.id());
        }
        if (run.state() == State.PAUSED) {
            throw new PrintRefused("P416_RUN_PAUSED", run.id());
        }
    }

    /**
     * Goes on from exactly the sheet after the last good one in the tray.
     *
     * @param lastGood what a person reads on it; empty = nothing of what is in question came out well
     * @return the voided printings
     */
    public List<Printing> resume(PrintRun run, Optional<String> lastGood, Person by) {
        works(by);
        notEnded(run);
        List<SheetJob> question = inQuestion(run.id());
        if (lastGood.isEmpty() && question.isEmpty() && run.state() == State.OPEN) {
            throw new PrintRefused("P417_NOTHING_IN_QUESTION", run.id());
        }
        Optional<Known> good = lastGood.map(written -> good(run, written, question));
        String named =
                good.map(known -> PrintActs.written(List.of(known.printing()))).orElse("");
        String why = run.trouble().map(trouble -> trouble.kind().name()).orElse("");
        Act act = act(by, PrintActs.RESUMED, run.id(), Map.of("lastGood", named, "trouble", why));
        return printings.resume(run.id(), good.map(Known::printing), act);
    }

    private Known good(PrintRun run, String written, List<SheetJob> question) {
        Optional<Integer> bundle = question.stream().map(SheetJob::bundle).findFirst();
        Known known = new SheetRef(sheets, run.id()).find(written, bundle.or(() -> onlyBundle(run.id())));
        if (known.state().equals("VOID")) {
            throw new PrintRefused("P423_PRINTING_IS_VOID", known.front().readable());
        }
        return known;
    }

    private Optional<Integer> onlyBundle(String run) {
        List<BundleState> bundles = runs.bundles(run);
        return bundles.size() == 1 ? Optional.of(bundles.get(0).number()) : Optional.empty();
    }

    private List<SheetJob> inQuestion(String run) {
        return sheets.jobs(run, SheetJob.State.PREPARED, SheetJob.State.SENT, SheetJob.State.ENDED);
    }

    /** Ends a run of which every bundle stands in its place and nothing is left to shred. */
    public void close(PrintRun run, Person by) {
        works(by);
        notEnded(run);
        List<BundleState> bundles = runs.bundles(run.id());
        for (BundleState bundle : bundles) {
            FormPolicy form = policy.of(bundle.form());
            PaperStep last = form.steps().get(form.steps().size() - 1);
            if (!bundle.counts().allSeen() || !bundle.has(last) || bundle.toShred() > 0) {
                throw new PrintRefused("P418_BUNDLE_OPEN", Integer.toString(bundle.number()), bundle.group());
            }
        }
        runs.end(run.id(), State.CLOSED, act(by, PrintActs.CLOSED, run.id(), Map.of("state", "CLOSED")));
        sweep();
    }

    /** Gives a run up: what is not shelved is void. Two people decide it. */
    public void abandon(PrintRun run, String reason, Person by, Optional<Person> second) {
        works(by);
        notEnded(run);
        others.check(second, by);
        if (!sheets.jobs(run.id(), SheetJob.State.SENT).isEmpty()) {
            throw new PrintRefused("P419_STILL_PRINTING", run.id());
        }
        Set<Integer> shelved = runs.bundles(run.id()).stream()
                .filter(bundle -> bundle.has(PaperStep.SHELVED))
                .map(BundleState::number)
                .collect(Collectors.toCollection(HashSet::new));
        List<Printing> rest = new ArrayList<>();
        for (Known known : sheets.valid(run.id(), Optional.empty())) {
            if (!shelved.contains(known.printing().bundle())) {
                rest.add(known.printing());
            }
        }
        if (!rest.isEmpty()) {
            Act voided = act(by, PrintActs.VOIDED, run.id(), Map.of("why", "RUN_ABANDONED", "count", rest.size() + ""));
            printings.voidThem(run.id(), rest, "RUN_ABANDONED", voided);
        }
        Map<String, String> details = Map.of(
                "state",
                "ABANDONED",
                "reason",
                reason,
                "second",
                second.orElseThrow().id());
        runs.end(run.id(), State.ABANDONED, act(by, PrintActs.CLOSED, run.id(), details));
        sweep();
    }

    /** Removes the files of runs that have ended. */
    private void sweep() {
        files.keepOnly(runs.all().stream()
                .filter(run -> !run.ended())
                .map(PrintRun::id)
                .collect(Collectors.toSet()));
    }

    private static void notEnded(PrintRun run) {
        if (run.ended()) {
            throw new PrintRefused("P415_RUN_ENDED", run.id());
        }
    }

    static void works(Person by) {
        if (by.roles().stream().noneMatch(WORKERS::contains)) {
            throw new PrintRefused("P430_MAY_NOT_PRINT", by.id(), SecondPerson.named(WORKERS));
        }
    }

    static Act act(Person by, String action, String run, Map<String, String> details) {
        return new Act(by.id(), action, run, "", new TreeMap<>(details));
    }
}
