package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.copies.CopiedActs;
import nienkhoa.archive.copies.CopyFindings;
import nienkhoa.archive.copies.CopyLedger;
import nienkhoa.archive.copies.CopyLedger.Event;
import nienkhoa.archive.copies.CopyMedium;
import nienkhoa.archive.copies.CopyTarget;
import nienkhoa.archive.copies.RestoreDrill;
import nienkhoa.archive.copies.Restorer;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.rebuild.StoreRows;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditFiles;
import nienkhoa.model.Finding;

/** Bringing the store of a home back from its copies, for good or as a drill. */
final class RestoreDesk {

    private static final double NANOS_A_SECOND = 1e9;

    private final Application application;
    private final Home home;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    /** @param application opened for rebuild: the store may be damaged, and the database lost */
    RestoreDesk(Application application) {
        this.application = application;
        this.home = application.part(Home.class);
        this.clock = application.part(Clock.class);
    }

    /**
     * What was brought back.
     *
     * @param from ids of the copies that could be asked
     * @param destroyedAgain dossiers whose tombstones were put back
     * @param rebuildNext whether the database does not know what the store holds now
     * @param settings files that were put back into {@code config/}
     */
    record Report(
            Restorer.Outcome outcome,
            List<String> from,
            int destroyedAgain,
            boolean rebuildNext,
            int settings,
            double seconds,
            List<Finding> findings) {}

    /** What a drill of each copy saw. */
    record DrillReport(List<RestoreDrill.Outcome> copies, long seed, List<Finding> findings) {}

    /**
     * @param from id of the only copy to be asked; empty = all of them
     * @param dossier the only dossier to be restored; empty = all of them
     */
    Report restore(String from, String dossier, Runnable after) throws IOException {
        long began = System.nanoTime();
        takeIdentity(from);
        CopyDesk desk = application.part(CopyDesk.class);
        Map<String, CopyMedium> copies = open(desk, desk.wanted(from));
        boolean lives = databaseLives();
        Restorer restorer = new Restorer(
                desk.store(),
                destroyed(desk, copies),
                place -> lives ? desk.ledger().expected(place) : Optional.empty());
        Restorer.Outcome outcome =
                dossier.isEmpty() ? restorer.restoreAll(copies, after) : restorer.restore(dossier, copies);
        findings.addAll(outcome.findings());
        boolean inStep = EventOfCopies.enter(application, act(outcome, copies.keySet(), dossier));
        int again = inStep ? DestroyedAgain.clear(application, outcome.leftovers()) : 0;
        if (!lives) {
            desk.store().objects(desk.ledger()::forget);
        }
        findings.addAll(desk.takeStock());
        boolean rebuildNext = !inStep || outcome.restored().stream().anyMatch(this::isUnknown);
        double seconds = (System.nanoTime() - began) / NANOS_A_SECOND;
        int settings = HomeSettings.putBack(home);
        return new Report(outcome, List.copyOf(copies.keySet()), again, rebuildNext, settings, seconds, findings);
    }

    /** @param most objects of each copy */
    DrillReport drill(String from, int most, OptionalLong given) throws IOException {
        CopyDesk desk = application.part(CopyDesk.class);
        Map<String, CopyMedium> copies = open(desk, desk.wanted(from));
        Suppression suppression = destroyed(desk, copies);
        long seed = given.orElse(LocalDate.now(clock).toEpochDay());
        Path scratch = home.work().resolve("restore-drill");
        List<RestoreDrill.Outcome> outcomes = new ArrayList<>();
        for (Map.Entry<String, CopyMedium> copy : copies.entrySet()) {
            RestoreDrill.Outcome outcome = new RestoreDrill(
                            scratch, suppression, place -> desk.ledger().expected(place), System::nanoTime)
                    .run(copy.getKey(), copy.getValue(), most, seed);
            outcomes.add(outcome);
            findings.addAll(outcome.findings());
            if (outcome.findings().isEmpty()) {
                desk.ledger().note(copy.getKey(), Event.RESTORED, clock.instant());
            }
            EventOfCopies.enter(application, act(outcome, seed));
        }
        return new DrillReport(outcomes, seed, findings);
    }

    /** What an empty database learned of media on the way is nothing to hold copies against. */
    private boolean databaseLives() {
        return application.part(StoreRows.class).count(List.of("archive_dossier", "audit_entry")).values().stream()
                .anyMatch(rows -> rows > 0);
    }

    /** A new home, for one that died with its disk: the copies know whose they are. */
    private void takeIdentity(String from) throws IOException {
        List<String> places = new ArrayList<>();
        CopyDesk.store(home).objects(places::add);
        if (!places.isEmpty()) {
            return;
        }
        Set<String> archives = new TreeSet<>();
        for (CopyTarget target : CopiesWiring.targets(home, "").all()) {
            if (from.isEmpty() || from.equals(target.id())) {
                markedArchive(target).ifPresent(archives::add);
            }
        }
        if (archives.size() > 1) {
            throw Problem.wrongUse("S115_COPIES_OF_SEVERAL");
        }
        for (String archive : archives) {
            ArchiveIdentity.take(home, archive);
        }
    }

    /** A copy out of reach is told of when it is opened. */
    private static Optional<String> markedArchive(CopyTarget target) {
        try {
            return target.markedArchive();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Map<String, CopyMedium> open(CopyDesk desk, List<CopyTarget> wanted) {
        Map<String, CopyMedium> copies = new LinkedHashMap<>();
        for (CopyTarget target : wanted) {
            try {
                copies.put(target.id(), target.open());
                desk.ledger().note(target.id(), Event.REACHED, clock.instant());
            } catch (IOException e) {
                desk.ledger().note(target.id(), Event.UNREACHABLE, clock.instant());
                findings.add(CopyFindings.unreachable(target.id(), e));
            }
        }
        return copies;
    }

    /** The database, the store and every copy in reach are asked; the newest of them may be none that is restored from. */
    private Suppression destroyed(CopyDesk desk, Map<String, CopyMedium> copies) {
        Map<String, CopyMedium> asked = new LinkedHashMap<>(copies);
        asked.put(CopyLedger.STORE, desk.store());
        desk.targets().all().forEach(target -> opened(target).ifPresent(copy -> asked.putIfAbsent(target.id(), copy)));
        Set<String> destroyed = new HashSet<>();
        asked.forEach((id, medium) -> {
            try {
                destroyed.addAll(
                        CopiedActs.destroyed(medium, LocalDate.now(clock).getYear()));
            } catch (IOException e) {
                findings.add(CopyFindings.of("A443_CHAIN_UNREADABLE", id, "", ""));
            }
        });
        return id -> destroyed.contains(id) || desk.suppression().isDestroyed(id);
    }

    /** Empty if it is not in reach, which does not matter for a copy that is not restored from. */
    private static Optional<CopyMedium> opened(CopyTarget target) {
        try {
            return Optional.of(target.open());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isUnknown(String dossierId) {
        if (dossierId.startsWith(AuditFiles.OBJECTS)) {
            return false;
        }
        try {
            return application
                    .part(OcflDossierStore.class)
                    .head(dossierId)
                    .filter(application.part(Catalogue.class)::knows)
                    .isEmpty();
        } catch (DamagedDossierException e) {
            return true;
        }
    }

    private static Act act(Restorer.Outcome outcome, Set<String> from, String dossier) {
        Map<String, String> details = new TreeMap<>();
        details.put("copies", String.join(",", from));
        details.put("restored", Integer.toString(outcome.restored().size()));
        details.put("repairedFiles", Long.toString(outcome.repaired()));
        details.put("destroyedKept", Integer.toString(outcome.leftovers().size()));
        details.put("findings", Integer.toString(outcome.findings().size()));
        return Act.of(Act.SYSTEM, "STORE_RESTORED", dossier, "", details);
    }

    private static Act act(RestoreDrill.Outcome outcome, long seed) {
        Map<String, String> details = new TreeMap<>();
        details.put("copy", outcome.target());
        details.put("seed", Long.toString(seed));
        details.put("objects", Long.toString(outcome.objects()));
        details.put("restored", Long.toString(outcome.restored()));
        details.put("bytes", Long.toString(outcome.bytes()));
        details.put("seconds", String.format(Locale.ROOT, "%.3f", outcome.seconds()));
        details.put("findings", Integer.toString(outcome.findings().size()));
        return Act.of(Act.SYSTEM, "RESTORE_DRILLED", "", "", details);
    }
}
