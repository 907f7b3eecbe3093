package nienkhoa.archive.rebuild;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditLog;
import nienkhoa.audit.AuditStore;
import nienkhoa.audit.AuditStore.DamagedChainException;
import nienkhoa.audit.Projection;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/**
 * Makes the catalogue, the audit chain and all that follows from acts again, from the store alone.
 *
 * <p>Flow: empty every table → chain of acts → rows that acts leave → every version of every dossier.
 *
 * <p>Restart: all of it is one transaction; killed, the database is as it was and the same call begins anew.
 */
public final class Rebuild {

    private static final int ENTRIES_TOGETHER = 1000;

    private final StoreRows rows;
    private final AuditLog log;
    private final Catalogue catalogue;
    private final List<Projection> projections;

    public Rebuild(StoreRows rows, AuditLog log, Catalogue catalogue, List<Projection> projections) {
        this.rows = rows;
        this.log = log;
        this.catalogue = catalogue;
        this.projections = List.copyOf(projections);
    }

    /**
     * What was made.
     *
     * @param findings dossiers that are not in the catalogue now, or not with all their versions
     */
    public record Outcome(long dossiers, long versions, long acts, List<Finding> findings) {
        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Makes it.
     *
     * @param done called after each dossier
     * @throws DamagedChainException if the chain is not whole; nothing is changed then
     */
    public Outcome run(DossierStore store, AuditStore chain, Runnable done) {
        Filling filling = new Filling(store, chain, done);
        rows.replace(filling::fill);
        return new Outcome(filling.dossiers, filling.versions, filling.acts, filling.findings);
    }

    /** Every table that is made, in the order of their names. */
    public Collection<String> tables() {
        TreeSet<String> tables = new TreeSet<>(rows.catalogueTables());
        tables.addAll(log.tables());
        projections.forEach(projection -> tables.addAll(projection.tables()));
        return tables;
    }

    /** One making. */
    private final class Filling {

        private final DossierStore store;
        private final AuditStore chain;
        private final Runnable done;
        private final List<AuditEntry> waiting = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private long dossiers;
        private long versions;
        private long acts;

        Filling(DossierStore store, AuditStore chain, Runnable done) {
            this.store = store;
            this.chain = chain;
            this.done = done;
        }

        void fill() {
            projections.forEach(Projection::clear);
            log.clear();
            chain.read(this::take);
            enterWaiting();
            store.readAll(this::enter).forEach(damage -> findings.add(notWhole(damage)));
        }

        private void take(AuditEntry entry) {
            waiting.add(entry);
            if (waiting.size() == ENTRIES_TOGETHER) {
                enterWaiting();
            }
        }

        private void enterWaiting() {
            try {
                log.restore(waiting);
            } catch (IllegalStateException e) {
                throw new DamagedChainException(Long.toString(waiting.get(0).number()), e);
            }
            for (AuditEntry entry : waiting) {
                projections.stream()
                        .filter(projection ->
                                projection.actions().contains(entry.act().action()))
                        .forEach(projection -> projection.apply(entry));
            }
            acts += waiting.size();
            waiting.clear();
        }

        private void enter(List<StoredDossier> stored) {
            stored.forEach(catalogue::enter);
            dossiers++;
            versions += stored.size();
            done.run();
        }
    }

    private static Finding notWhole(DamagedDossierException damage) {
        return new Finding(
                "A450_DOSSIER_NOT_WHOLE", Severity.REJECT, Place.ofSubject(damage.id()), "", List.of(damage.id()));
    }
}
