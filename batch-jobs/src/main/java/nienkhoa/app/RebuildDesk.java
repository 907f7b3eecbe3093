package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.rebuild.Rebuild;
import nienkhoa.archive.rebuild.StoreRows;
import nienkhoa.archive.rebuild.StoreRows.RowDifference;
import nienkhoa.audit.AuditChain.Witness;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditFiles;
import nienkhoa.audit.AuditFlush;
import nienkhoa.audit.AuditFlush.ForkedChainException;
import nienkhoa.audit.AuditLog;
import nienkhoa.audit.AuditStore;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Making the database of a home again, for good or as a drill. */
final class RebuildDesk {

    private static final double NANOS_A_SECOND = 1e9;
    private static final int ENTRIES_TOGETHER = 1000;

    private final Application application;
    private final DossierStore store;
    private final AuditStore chain;

    /** @param application opened for rebuild */
    RebuildDesk(Application application) {
        this.application = application;
        this.store = application.part(OcflDossierStore.class);
        this.chain = application.part(AuditStore.class);
    }

    /**
     * What was made.
     *
     * @param replaced where the acts lie that only the lost database knew; empty if there were none
     * @param destroyedAgain dossiers that an old copy had brought back
     * @param differences only of a drill
     */
    record Report(
            Rebuild.Outcome outcome,
            SortedMap<String, Long> rows,
            double seconds,
            Optional<Path> replaced,
            int destroyedAgain,
            List<RowDifference> differences,
            List<Finding> findings) {}

    /** Makes the live database again. */
    Report rebuild(Runnable done) {
        long began = System.nanoTime();
        Optional<Path> replaced = flush() ? Optional.empty() : keepActs();
        Rebuild rebuild = application.part(Rebuild.class);
        Rebuild.Outcome outcome = rebuild.run(store, chain, done);
        int again = DestroyedAgain.clear(application, Set.of());
        List<Finding> findings = new ArrayList<>(outcome.findings());
        againstWitness().ifPresent(findings::add);
        AuditWitness.write(application.part(Home.class).root(), application.part(AuditFlush.class), chain);
        SortedMap<String, Long> rows = application.part(StoreRows.class).count(rebuild.tables());
        return new Report(outcome, rows, seconds(began), replaced, again, List.of(), findings);
    }

    /** Makes it beside the live one, compares both and leaves nothing behind. */
    Report drill(Runnable done) {
        flush();
        try (SchemaBeside beside = SchemaBeside.open(application)) {
            long began = System.nanoTime();
            Rebuild rebuild = beside.part(Rebuild.class);
            Rebuild.Outcome outcome = rebuild.run(store, chain, done);
            double seconds = seconds(began);
            SortedMap<String, Long> rows = beside.part(StoreRows.class).count(rebuild.tables());
            List<RowDifference> differences =
                    application.part(StoreRows.class).compare(SchemaBeside.NAME, rebuild.tables());
            return new Report(outcome, rows, seconds, Optional.empty(), 0, differences, outcome.findings());
        }
    }

    /** Acts that were committed and never reached the store; false if the two parted before. */
    private boolean flush() {
        try {
            application.part(AuditFlush.class).flush();
            return true;
        } catch (ForkedChainException e) {
            return false;
        }
    }

    /** Keeps the chain of a database that is not the store's: it may know acts that nobody else knows. */
    private Optional<Path> keepActs() {
        AuditLog log = application.part(AuditLog.class);
        return log.last().map(last -> {
            String name = "acts-of-the-database-" + last.number() + "-"
                    + last.sha256().substring(0, 8) + ".jsonl";
            Path file = application.part(Home.class).out().resolve("audit").resolve(name);
            try {
                Files.createDirectories(file.resolveSibling(""));
                Path fresh = file.resolveSibling(name + ".new");
                Files.write(fresh, new byte[0]);
                List<AuditEntry> page = log.entriesAfter(0, ENTRIES_TOGETHER);
                while (!page.isEmpty()) {
                    Files.write(fresh, AuditFiles.bytes(page), StandardOpenOption.APPEND, StandardOpenOption.SYNC);
                    page = log.entriesAfter(page.get(page.size() - 1).number(), ENTRIES_TOGETHER);
                }
                return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The store may have been brought back from a copy that is older than the last act. */
    private Optional<Finding> againstWitness() {
        AuditLog log = application.part(AuditLog.class);
        long last = log.last().map(AuditEntry::number).orElse(0L);
        return AuditWitness.read(application.part(Home.class).root())
                .filter(seen -> log.entriesAfter(seen.number() - 1, 1).stream()
                        .map(Witness::of)
                        .noneMatch(seen::equals))
                .map(seen -> new Finding(
                        seen.number() > last ? "A451_CHAIN_SHORTER" : "A452_CHAIN_OTHER",
                        Severity.REJECT,
                        Place.ofSubject(""),
                        "",
                        List.of(Long.toString(last), Long.toString(seen.number()))));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / NANOS_A_SECOND;
    }
}
