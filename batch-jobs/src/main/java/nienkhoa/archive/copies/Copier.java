package nienkhoa.archive.copies;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.copies.CopyLedger.Due;
import nienkhoa.archive.copies.CopyLedger.Event;
import nienkhoa.model.Finding;

/**
 * Brings copies up to date with the store.
 *
 * <p>Flow: objects that the copy lacks or has in an older version → their new files → root inventory → ledger. In full,
 * every object of the copy is then proved by digest and written again where it differs.
 *
 * <p>Restart: an object is entered after it is whole on the copy; killed before, the next run completes it. A full copy
 * that is stopped goes on with the objects that were not looked at since it began.
 */
public final class Copier {

    private static final int PAGE = 100;

    private final CopyMedium store;
    private final CopyLedger ledger;
    private final Suppression suppression;
    private final ObjectProof proof;
    private final Clock clock;

    public Copier(CopyMedium store, CopyLedger ledger, Suppression suppression, ObjectProof proof, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.suppression = suppression;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * What a run did to one copy.
     *
     * @param copied objects
     * @param proved objects that were read back, in a full run
     * @param repaired files that were written again
     * @param stopped whether time was up before the end
     */
    public record Outcome(long copied, long proved, long repaired, boolean stopped, List<Finding> findings) {}

    /** Brings one copy up to date, however long it takes. */
    public Outcome copy(CopyTarget target, boolean full) {
        return copy(target, full, Instant.MAX);
    }

    /**
     * Brings one copy up to date as far as it can be reached. Never throws for a copy that is out of reach.
     *
     * @param until no object is begun from then on
     */
    public Outcome copy(CopyTarget target, boolean full, Instant until) {
        Run run = new Run(target.id(), until);
        Instant began = clock.instant();
        try {
            CopyMedium medium = target.open();
            ledger.note(target.id(), Event.REACHED, began);
            ObjectTransfer.writeRoot(store, medium);
            run.copyBehind(medium);
            if (!run.stopped) {
                ledger.note(target.id(), Event.COPIED, clock.instant());
            }
            if (full && !run.stopped) {
                run.proveAll(medium, fullSince(target.id(), began));
            }
            if (full && !run.stopped) {
                ledger.note(target.id(), Event.COPIED_IN_FULL, clock.instant());
            }
        } catch (IOException e) {
            ledger.note(target.id(), Event.UNREACHABLE, began);
            run.findings.add(CopyFindings.unreachable(target.id(), e));
        }
        return new Outcome(run.copied, run.proved, run.repaired, run.stopped, List.copyOf(run.findings));
    }

    /** When the full copy began that goes on now, or begins. */
    private Instant fullSince(String target, Instant now) {
        return ledger.standing(target).openFull().orElseGet(() -> {
            ledger.note(target, Event.FULL_BEGUN, now);
            return now;
        });
    }

    /** One copy in the making. */
    private final class Run {

        private final String target;
        private final List<Finding> findings = new ArrayList<>();
        private long copied;
        private long proved;
        private long repaired;
        private final Instant until;
        private boolean stopped;

        Run(String target, Instant until) {
            this.target = target;
            this.until = until;
        }

        private boolean timeIsUp() {
            stopped = stopped || !clock.instant().isBefore(until);
            return stopped;
        }

        void copyBehind(CopyMedium medium) throws IOException {
            List<ExpectedObject> page = ledger.behind(target, "", PAGE);
            while (!page.isEmpty()) {
                for (ExpectedObject object : page) {
                    if (timeIsUp()) {
                        return;
                    }
                    copy(object, medium);
                }
                page = ledger.behind(target, page.get(page.size() - 1).place(), PAGE);
            }
        }

        private void copy(ExpectedObject object, CopyMedium medium) throws IOException {
            if (suppression.isDestroyed(object.dossierId())) {
                medium.destroy(object.place());
                if (store.files(object.place()).isEmpty()) {
                    ledger.forget(object.place());
                    return;
                }
            }
            try {
                ObjectTransfer.write(store, medium, object);
                if (ObjectCheck.soundInventory(medium, object).isEmpty()) {
                    throw new IOException("not there after it was written: " + object.place());
                }
                ledger.holds(target, object, clock.instant());
                copied++;
            } catch (SourceFailure | WrongDigest e) {
                String file = e instanceof WrongDigest wrong ? wrong.file() : "";
                findings.add(CopyFindings.of("A422_SOURCE_DAMAGED", target, object.dossierId(), file));
            }
        }

        void proveAll(CopyMedium medium, Instant began) throws IOException {
            Map<String, CopyMedium> copies = new LinkedHashMap<>();
            copies.put(CopyLedger.STORE, store);
            copies.put(target, medium);
            List<Due> page = ledger.due(target, began, PAGE);
            while (!page.isEmpty()) {
                for (Due due : page) {
                    if (timeIsUp()) {
                        return;
                    }
                    ObjectProof.Outcome outcome = proof.prove(target, due.object(), copies);
                    ledger.lookedAt(target, due.object().place(), clock.instant(), outcome.sound());
                    findings.addAll(outcome.findings());
                    repaired += outcome.repaired();
                    proved++;
                }
                page = ledger.due(target, began, PAGE);
            }
            medium.objects(this::knownOrDestroyed);
        }

        /** An object that nobody knows is only told of; it may be all that is left of something. */
        private void knownOrDestroyed(String place) throws NoSuchFileException {
            if (ledger.expected(place).isEmpty()) {
                findings.add(CopyFindings.of("A423_UNKNOWN_OBJECT", target, place, ""));
            }
        }
    }
}
