package nienkhoa.printrun;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.PrintSheets.Printing;

/** What happens to printed paper: it is seen, signed, sealed, bound and put in its place. */
public final class PaperDesk {

    private final PrintRuns runs;
    private final Printings printings;
    private final PrintSheets sheets;
    private final SealedPaper ledger;
    private final PrintPolicy policy;
    private final Clock clock;

    public PaperDesk(
            PrintRuns runs,
            Printings printings,
            PrintSheets sheets,
            SealedPaper ledger,
            PrintPolicy policy,
            Clock clock) {
        this.runs = runs;
        this.printings = printings;
        this.sheets = sheets;
        this.ledger = ledger;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws PrintRefused if the run has no such bundle */
    public BundleState bundle(PrintRun run, int number) {
        return runs.bundles(run.id()).stream()
                .filter(bundle -> bundle.number() == number)
                .findFirst()
                .orElseThrow(() -> new PrintRefused("P450_NO_SUCH_BUNDLE", run.id(), number + ""));
    }

    /** The sides that have to lie in a stack, in the order in which they were meant to lie. */
    public List<SheetCode> expected(PrintRun run, Optional<Integer> bundle) {
        return sheets.sides(run.id(), bundle);
    }

    /**
     * Takes in what a scan shows of a stack: a sheet whose every printed side lies in it was seen on paper. What is
     * missing, doubled, swapped or void is told and changes nothing; nor does a bundle that seems to be wrong as a whole.
     */
    public Reconciliation scanned(PrintRun run, Optional<Integer> bundle, List<SeenSide> seen, Person by) {
        PrintDesk.works(by);
        List<SheetCode> expected = expected(run, bundle);
        Set<SheetCode> found =
                seen.stream().flatMap(side -> side.code().stream()).collect(Collectors.toCollection(HashSet::new));
        Reconciliation result = Reconciliation.of(expected, code -> isVoid(run, code), seen);
        Map<Printing, Boolean> whole = new HashMap<>();
        for (SheetCode code : expected) {
            whole.merge(printing(code), found.contains(code), Boolean::logicalAnd);
        }
        List<Printing> all = whole.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(printing -> !result.bundles().contains(printing.bundle()))
                .toList();
        if (!all.isEmpty()) {
            Map<String, String> details = Map.of("how", "SCAN", "count", all.size() + "");
            printings.seen(run.id(), all, "SCAN", PrintDesk.act(by, PrintActs.SEEN, run.id(), details));
        }
        return result;
    }

    private static Printing printing(SheetCode code) {
        return new Printing(code.bundle(), code.sheet(), code.serial());
    }

    private boolean isVoid(PrintRun run, SheetCode code) {
        return code.run().equals(run.id())
                && sheets.find(run.id(), printing(code))
                        .filter(known -> known.state().equals("VOID"))
                        .isPresent();
    }

    /**
     * Enters that a bundle was checked: nothing of it is planned, on its way or to be shredded, and every sheet was seen,
     * by a scan or by counting.
     *
     * @param counted how many sheets a person counted; empty if a scan has seen every one
     */
    public void check(PrintRun run, int number, Optional<Integer> counted, Person by, LocalDate on) {
        BundleState bundle = bundle(run, number);
        allowed(run, bundle, PaperStep.CHECKED, by, on);
        if (bundle.counts().planned() > 0 || onItsWay(run, number)) {
            throw new PrintRefused(
                    "P451_SHEETS_OPEN", number + "", bundle.counts().planned() + "", run.id());
        }
        if (bundle.toShred() > 0) {
            throw new PrintRefused("P452_TO_SHRED", number + "", bundle.toShred() + "", run.id());
        }
        if (!bundle.counts().allSeen()) {
            count(run, bundle, counted, by);
        }
        enter(run, bundle, PaperStep.CHECKED.name(), by, on, "");
    }

    private boolean onItsWay(PrintRun run, int bundle) {
        return sheets.jobs(run.id(), SheetJob.State.PREPARED, SheetJob.State.SENT, SheetJob.State.ENDED).stream()
                .anyMatch(job -> job.bundle() == bundle);
    }

    private void count(PrintRun run, BundleState bundle, Optional<Integer> counted, Person by) {
        int sheetsOf = bundle.counts().all();
        int count = counted.orElseThrow(() -> new PrintRefused(
                "P453_COUNT_MISSING",
                bundle.number() + "",
                sheetsOf - bundle.counts().seen() + ""));
        if (count != sheetsOf) {
            throw new PrintRefused("P454_COUNT_DIFFERS", bundle.number() + "", count + "", sheetsOf + "");
        }
        List<Printing> unseen = sheets.valid(run.id(), Optional.of(bundle.number())).stream()
                .filter(known -> !known.state().equals("SEEN"))
                .map(Known::printing)
                .toList();
        Map<String, String> details = Map.of("how", "COUNT", "bundle", bundle.number() + "", "count", count + "");
        printings.seen(run.id(), unseen, "COUNT", PrintDesk.act(by, PrintActs.SEEN, run.id(), details));
    }

    /**
     * Enters a step after checking.
     *
     * @param place where the bundle stands; only for {@link PaperStep#SHELVED}
     */
    public void step(PrintRun run, int number, PaperStep step, Person by, LocalDate on, String place) {
        BundleState bundle = bundle(run, number);
        allowed(run, bundle, step, by, on);
        if (!bundle.counts().allSeen()) {
            throw new PrintRefused(
                    "P451_SHEETS_OPEN", number + "", bundle.counts().planned() + "", run.id());
        }
        if (step == PaperStep.SHELVED && place.isBlank()) {
            throw new PrintRefused("P455_PLACE_MISSING", number + "");
        }
        enter(run, bundle, step.name(), by, on, place);
    }

    private void allowed(PrintRun run, BundleState bundle, PaperStep step, Person by, LocalDate on) {
        if (run.ended()) {
            throw new PrintRefused("P415_RUN_ENDED", run.id());
        }
        List<PaperStep> steps = policy.of(bundle.form()).steps();
        if (!steps.contains(step)) {
            throw new PrintRefused("P456_NO_SUCH_STEP", named(step), bundle.form());
        }
        if (bundle.has(step)) {
            throw new PrintRefused("P457_STEP_TAKEN", named(step), bundle.number() + "");
        }
        int at = steps.indexOf(step);
        if (at > 0 && !bundle.has(steps.get(at - 1))) {
            throw new PrintRefused("P458_STEP_BEFORE", named(step), named(steps.get(at - 1)), bundle.number() + "");
        }
        Set<Role> roles = policy.steps().getOrDefault(step, Set.of());
        if (by.roles().stream().noneMatch(roles::contains)) {
            throw new PrintRefused("P459_WRONG_ROLE", by.id(), named(step), SecondPerson.named(roles));
        }
        day(run, bundle, on);
    }

    /** As people call it: the name of its sentence. */
    private static String named(PaperStep step) {
        return "@STEP_" + step;
    }

    private void day(PrintRun run, BundleState bundle, LocalDate on) {
        List<PaperRecord> before = ledger.records(run.id(), bundle.number());
        LocalDate first = before.isEmpty()
                ? LocalDate.ofInstant(run.openedAt(), clock.getZone())
                : before.get(before.size() - 1).on();
        if (on.isBefore(first) || on.isAfter(LocalDate.now(clock))) {
            throw new PrintRefused(
                    "P460_BAD_DAY",
                    on.toString(),
                    first.toString(),
                    LocalDate.now(clock).toString());
        }
    }

    /** Takes every step back, if there was one: sheets of the bundle are printed again. */
    void reopen(PrintRun run, BundleState bundle, Person by) {
        if (!bundle.steps().isEmpty()) {
            enter(run, bundle, PaperRecord.REOPENED, by, LocalDate.now(clock), "");
        }
    }

    private void enter(PrintRun run, BundleState bundle, String step, Person by, LocalDate on, String place) {
        Map<String, String> details = new HashMap<>(Map.of(
                "bundle",
                bundle.number() + "",
                "school",
                run.school(),
                "year",
                run.year().start() + "",
                "form",
                bundle.form(),
                "group",
                bundle.group(),
                "step",
                step,
                "day",
                on.toString(),
                "place",
                place));
        runs.enter(PrintDesk.act(by, PrintActs.PAPER, run.id(), details));
    }

    /** The step that comes next; empty if all were taken. */
    public Optional<PaperStep> next(BundleState bundle) {
        List<PaperStep> left = new ArrayList<>(policy.of(bundle.form()).steps());
        left.removeAll(bundle.steps());
        return left.stream().findFirst();
    }
}
