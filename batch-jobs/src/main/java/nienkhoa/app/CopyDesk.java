package nienkhoa.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.copies.Copier;
import nienkhoa.archive.copies.CopyFindings;
import nienkhoa.archive.copies.CopyLedger;
import nienkhoa.archive.copies.CopyMedium;
import nienkhoa.archive.copies.CopyTarget;
import nienkhoa.archive.copies.CopyTargets;
import nienkhoa.archive.copies.FolderMedium;
import nienkhoa.archive.copies.FullCopy;
import nienkhoa.archive.copies.ObjectCheck;
import nienkhoa.archive.copies.ObjectProof;
import nienkhoa.archive.copies.ObjectProof.RepairLog;
import nienkhoa.archive.copies.Pace;
import nienkhoa.archive.copies.RootProof;
import nienkhoa.archive.copies.Stocktaking;
import nienkhoa.archive.fixity.Budget;
import nienkhoa.archive.fixity.FixityRun;
import nienkhoa.model.Finding;

/** Copying and proving, with all that both need. */
record CopyDesk(
        CopyMedium store,
        CopyTargets targets,
        CopyLedger ledger,
        Suppression suppression,
        RepairLog repairs,
        Supplier<RootProof> root,
        Clock clock) {

    /** The store of a home as a medium among its copies. */
    static FolderMedium store(Home home) {
        return new FolderMedium(home.archive(), home.work().resolve("copies"));
    }

    /** Learns what the store holds; what is wrong there. */
    List<Finding> takeStock() {
        try {
            return new Stocktaking(store, ledger, suppression, clock).take();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether a month has passed since this copy was last made in full, or a full one was begun and has not ended. */
    boolean isFullDue(CopyTarget target) {
        CopyLedger.Standing standing = ledger.standing(target.id());
        return standing.openFull().isPresent()
                || FullCopy.isDue(standing.fullAt(), LocalDate.now(clock), clock.getZone());
    }

    Copier.Outcome copy(CopyTarget target, boolean full, Instant until) {
        ObjectProof proof = new ObjectProof(new ObjectCheck(Pace.FREE), suppression, repairs);
        return new Copier(store, ledger, suppression, proof, clock).copy(target, full, until);
    }

    /** Looks at the store and these copies; a copy that is out of reach is a finding. */
    FixityRun.Summary prove(List<CopyTarget> wanted, Budget budget, Pace pace) {
        Map<String, CopyMedium> copies = new LinkedHashMap<>();
        copies.put(CopyLedger.STORE, store);
        List<Finding> findings = new ArrayList<>(takeStock());
        for (CopyTarget target : targets.all()) {
            try {
                copies.put(target.id(), target.open());
                ledger.note(target.id(), CopyLedger.Event.REACHED, clock.instant());
            } catch (IOException e) {
                ledger.note(target.id(), CopyLedger.Event.UNREACHABLE, clock.instant());
                if (wanted.contains(target)) {
                    findings.add(CopyFindings.unreachable(target.id(), e));
                }
            }
        }
        List<String> ids = new ArrayList<>(List.of(CopyLedger.STORE));
        wanted.stream().map(CopyTarget::id).filter(copies::containsKey).forEach(ids::add);
        ObjectCheck check = new ObjectCheck(pace);
        FixityRun.Summary summary = new FixityRun(
                        ledger, check, new ObjectProof(check, suppression, repairs), root.get(), budget, clock)
                .run(copies, ids);
        findings.addAll(summary.findings());
        return new FixityRun.Summary(summary.lines(), summary.goalKept(), findings);
    }

    /** Those that are asked for. @throws Problem if there is none of that name, or none at all */
    List<CopyTarget> wanted(String id) {
        if (targets.all().isEmpty()) {
            throw Problem.wrongUse("S110_NO_COPIES");
        }
        if (id.isEmpty()) {
            return targets.all();
        }
        String known =
                String.join(", ", targets.all().stream().map(CopyTarget::id).toList());
        return List.of(targets.find(id).orElseThrow(() -> Problem.wrongUse("S111_UNKNOWN_COPY", id, known)));
    }
}
