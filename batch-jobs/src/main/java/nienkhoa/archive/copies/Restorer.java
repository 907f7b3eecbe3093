package nienkhoa.archive.copies;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.copies.RestoreChoice.Choice;
import nienkhoa.model.Finding;

/**
 * Brings the store back from copies, object by object.
 *
 * <p>Flow: what is known of an object, what the store has, what each copy has → the newest of one history → bring what is
 * missing, staged, all at once → read every byte back and repair what is damaged.
 *
 * <p>What is sound in the store is never replaced, nor rolled back; only versions are added to it. A dossier that was
 * destroyed comes back as its tombstone or not at all.
 *
 * <p>Restart: an object is there all at once; what a killed run brought is found sound by the next.
 */
public final class Restorer {

    private final CopyMedium store;
    private final Suppression suppression;
    private final Function<String, Optional<ExpectedObject>> known;
    private final ObjectProof proof;

    /**
     * @param suppression what may not come back, in the eyes of everybody who can still be asked
     * @param known what an object has to be, by its place; empty for all if the database was lost
     */
    public Restorer(CopyMedium store, Suppression suppression, Function<String, Optional<ExpectedObject>> known) {
        this.store = store;
        this.suppression = suppression;
        this.known = known;
        this.proof = new ObjectProof(new ObjectCheck(Pace.FREE), id -> false, (target, object, files, source) -> {});
    }

    /**
     * What was done.
     *
     * @param objects looked at
     * @param restored ids of dossiers that the store did not have, or not in this version
     * @param repaired files that were damaged
     * @param leftovers ids of destroyed dossiers that still lie somewhere: nothing of them was brought
     * @param findings what could not be brought, or only in an older version
     */
    public record Outcome(
            long objects, List<String> restored, long repaired, Set<String> leftovers, List<Finding> findings) {
        public Outcome {
            restored = List.copyOf(restored);
            leftovers = Set.copyOf(leftovers);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Restores everything that the copies and the store hold.
     *
     * @param copies by their ids, in the order in which they are asked
     * @param after called after each object
     */
    public Outcome restoreAll(Map<String, CopyMedium> copies, Runnable after) throws IOException {
        TreeSet<String> places = new TreeSet<>();
        for (CopyMedium copy : copies.values()) {
            ObjectTransfer.writeRoot(copy, store);
            copy.objects(places::add);
        }
        store.objects(places::add);
        Run run = new Run(copies);
        for (String place : places) {
            run.restore(place);
            after.run();
        }
        return run.outcome(places.size());
    }

    /** Restores one dossier; that nobody has it is a finding. */
    public Outcome restore(String dossierId, Map<String, CopyMedium> copies) throws IOException {
        Run run = new Run(copies);
        run.restore(ObjectPlace.ofDossier(dossierId));
        if (run.nothing()) {
            run.findings.add(CopyFindings.of("A447_NOWHERE", String.join(", ", copies.keySet()), dossierId, ""));
        }
        return run.outcome(1);
    }

    /** One restoring. */
    private final class Run {

        private final Map<String, CopyMedium> everywhere = new LinkedHashMap<>();
        private final List<String> restored = new ArrayList<>();
        private final Set<String> leftovers = new TreeSet<>();
        private final List<Finding> findings = new ArrayList<>();
        private final RestoreChoice choice;
        private long sound;
        private long repaired;

        Run(Map<String, CopyMedium> copies) {
            everywhere.put(CopyLedger.STORE, store);
            everywhere.putAll(copies);
            choice = new RestoreChoice(everywhere, suppression, known, findings);
        }

        Outcome outcome(long objects) {
            return new Outcome(objects, restored, repaired, leftovers, findings);
        }

        boolean nothing() {
            return sound == 0 && leftovers.isEmpty() && findings.isEmpty();
        }

        void restore(String place) throws IOException {
            Choice chosen = choice.of(place);
            chosen.leftover().ifPresent(leftovers::add);
            if (!chosen.wanted().isEmpty()) {
                bring(chosen);
            }
        }

        private void bring(Choice chosen) throws IOException {
            ExpectedObject newest = chosen.wanted().get(0);
            boolean absent = store.files(newest.place()).isEmpty();
            for (ExpectedObject object : chosen.wanted()) {
                ExpectedObject there = chosen.held().get(CopyLedger.STORE);
                boolean added = absent || (there != null && object.follows(there));
                boolean written = added && write(object, chosen.held());
                ObjectProof.Outcome outcome = proof.prove(CopyLedger.STORE, object, everywhere);
                if (outcome.sound()) {
                    note(object, newest, added, written ? 0 : outcome.repaired());
                    return;
                }
                if (!absent) {
                    findings.addAll(outcome.findings());
                    return;
                }
            }
            findings.add(CopyFindings.of("A437_NOT_REPAIRED", CopyLedger.STORE, newest.dossierId(), ""));
        }

        private void note(ExpectedObject object, ExpectedObject newest, boolean added, int files) {
            sound++;
            repaired += files;
            if (added) {
                restored.add(object.dossierId());
            }
            if (object.version() < newest.version()) {
                findings.add(CopyFindings.of(
                        "A442_OLDER_RESTORED",
                        CopyLedger.STORE,
                        object.dossierId(),
                        "",
                        Integer.toString(object.version()),
                        Integer.toString(newest.version())));
            }
        }

        /** True if one of the copies gave the object. */
        private boolean write(ExpectedObject object, Map<String, ExpectedObject> held) throws IOException {
            for (Map.Entry<String, ExpectedObject> one : held.entrySet()) {
                if (!one.getKey().equals(CopyLedger.STORE) && one.getValue().equals(object)) {
                    try {
                        ObjectTransfer.write(Objects.requireNonNull(everywhere.get(one.getKey())), store, object);
                        return true;
                    } catch (WrongDigest | SourceFailure e) {
                        String file = e instanceof WrongDigest wrong ? wrong.file() : "";
                        findings.add(CopyFindings.of("A448_COPY_DAMAGED", one.getKey(), object.dossierId(), file));
                    }
                }
            }
            return false;
        }
    }
}
