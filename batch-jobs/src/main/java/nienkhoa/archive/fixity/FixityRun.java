package nienkhoa.archive.fixity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.archive.copies.CopyFindings;
import nienkhoa.archive.copies.CopyLedger;
import nienkhoa.archive.copies.CopyLedger.Backlog;
import nienkhoa.archive.copies.CopyLedger.Due;
import nienkhoa.archive.copies.CopyMedium;
import nienkhoa.archive.copies.ObjectCheck;
import nienkhoa.archive.copies.ObjectCheck.Flaw;
import nienkhoa.archive.copies.ObjectProof;
import nienkhoa.archive.copies.RootProof;
import nienkhoa.model.Finding;

/**
 * Looks at every file of every copy within a number of days.
 *
 * <p>Flow: canaries of each copy → files of its storage root → objects longest not looked at first → repair → summary.
 *
 * <p>Restart: each object is entered after it was looked at; the next run goes on with the others.
 */
public final class FixityRun {

    private static final int PAGE = 100;

    private final CopyLedger ledger;
    private final ObjectCheck check;
    private final ObjectProof proof;
    private final RootProof root;
    private final Budget budget;
    private final Clock clock;
    private final Canary canary = new Canary();

    /** @param check the one that {@code proof} uses, so that the canaries judge it */
    public FixityRun(
            CopyLedger ledger, ObjectCheck check, ObjectProof proof, RootProof root, Budget budget, Clock clock) {
        this.root = root;
        this.ledger = ledger;
        this.check = check;
        this.proof = proof;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * What a run saw in one copy.
     *
     * @param objects looked at
     * @param bytes of them
     * @param damaged objects that were not sound
     * @param repaired files
     * @param canaries planted flaws that the checker named
     * @param planted flaws
     * @param overdue objects that nobody looked at for longer than the budget's days, after the run
     * @param nights how many nights of this budget all of the copy takes
     */
    public record Line(
            String target,
            long objects,
            long bytes,
            long damaged,
            long repaired,
            int canaries,
            int planted,
            long overdue,
            long nights) {}

    /**
     * The summary of a night.
     *
     * @param goalKept whether every object of these copies was looked at in time and the budget suffices for the next days
     */
    public record Summary(List<Line> lines, boolean goalKept, List<Finding> findings) {
        public Summary {
            lines = List.copyOf(lines);
            findings = List.copyOf(findings);
        }
    }

    /**
     * @param copies every place that can be read now, the store first
     * @param targets ids of those that are to be looked at
     */
    public Summary run(Map<String, CopyMedium> copies, List<String> targets) {
        List<Finding> findings = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        Map<String, CopyMedium> reachable = new LinkedHashMap<>(copies);
        Instant end = clock.instant().plus(budget.most());
        for (String target : targets) {
            Duration left = Duration.between(clock.instant(), end);
            Instant until = clock.instant().plus(left.dividedBy(targets.size() - lines.size()));
            Tally tally = new Tally(target, until, findings);
            try {
                tally.look(reachable);
            } catch (IOException e) {
                reachable.remove(target);
                ledger.note(target, CopyLedger.Event.UNREACHABLE, clock.instant());
                findings.add(CopyFindings.unreachable(target, e));
            }
            lines.add(tally.line());
        }
        boolean kept = lines.stream().allMatch(line -> line.overdue() == 0 && line.nights() <= budget.days());
        return new Summary(lines, kept, findings);
    }

    /** What is seen in one copy. */
    private final class Tally {

        private final String target;
        private final List<Finding> findings;
        private final Instant began = clock.instant();
        private final Instant until;
        private long objects;
        private long bytes;
        private long damaged;
        private long repaired;
        private int named;

        /** @param until no object is begun from then on, so that the other places get their part of the night */
        Tally(String target, Instant until, List<Finding> findings) {
            this.target = target;
            this.until = until;
            this.findings = findings;
        }

        void look(Map<String, CopyMedium> copies) throws IOException {
            CopyMedium medium = copies.get(target);
            if (medium == null) {
                throw new IOException("not opened: " + target);
            }
            askCanary(medium);
            List<Finding> mended = root.prove(target, medium, copies.values());
            repaired += mended.size();
            findings.addAll(mended);
            long share = Math.min(budget.bytesANight(), budget.share(all().bytes()));
            while (goesOn(share)) {
                List<Due> page = ledger.due(target, began, PAGE);
                if (page.isEmpty()) {
                    return;
                }
                for (Due due : page) {
                    if (goesOn(share)) {
                        prove(due, copies);
                    }
                }
            }
        }

        private boolean goesOn(long share) {
            return clock.instant().isBefore(until) && bytes < budget.bytesANight() && (bytes < share || overdue() > 0);
        }

        private void askCanary(CopyMedium medium) throws IOException {
            canary.plant(medium);
            List<Flaw> misses = canary.misses(check, medium);
            named = Math.max(0, canary.flaws() - misses.size());
            for (Flaw miss : misses) {
                findings.add(CopyFindings.of(
                        "A438_CHECKER_NOT_TRUSTED",
                        target,
                        "",
                        miss.file(),
                        miss.fault().name()));
            }
        }

        private void prove(Due due, Map<String, CopyMedium> copies) throws IOException {
            ObjectProof.Outcome outcome = proof.prove(target, due.object(), copies);
            ledger.lookedAt(target, due.object().place(), clock.instant(), outcome.sound());
            objects++;
            bytes += due.bytes();
            damaged += outcome.findings().isEmpty() ? 0 : 1;
            repaired += outcome.repaired();
            findings.addAll(outcome.findings());
        }

        private Backlog all() {
            return ledger.backlog(target, clock.instant().plus(Duration.ofDays(1)));
        }

        private long overdue() {
            return ledger.backlog(target, began.minus(Duration.ofDays(budget.days())))
                    .objects();
        }

        Line line() {
            long all = all().bytes();
            long nights = (all + budget.bytesANight() - 1) / budget.bytesANight();
            return new Line(target, objects, bytes, damaged, repaired, named, canary.flaws(), overdue(), nights);
        }
    }
}
