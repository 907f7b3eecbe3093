package nienkhoa.disposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import nienkhoa.archive.ArchiveCodes;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.HandedOver;
import nienkhoa.archive.copies.Copier;
import nienkhoa.archive.copies.CopiesFile;
import nienkhoa.archive.copies.CopyTarget;
import nienkhoa.archive.copies.FolderMedium;
import nienkhoa.archive.copies.ObjectCheck;
import nienkhoa.archive.copies.ObjectProof;
import nienkhoa.archive.copies.Pace;
import nienkhoa.archive.copies.Stocktaking;
import nienkhoa.archive.ocfl.OcflAuditStore;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.ocfl.OcflRemoval;
import nienkhoa.archive.postgres.PostgresCatalogue;
import nienkhoa.archive.postgres.PostgresCopyLedger;
import nienkhoa.audit.AuditFlush;
import nienkhoa.audit.postgres.PostgresAuditLog;
import nienkhoa.disposal.postgres.PostgresArchiveRows;
import nienkhoa.disposal.postgres.PostgresDisposalCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A home with a store, its database and a copy on another disk, wired as the program wires them but without Spring Boot. */
final class LifeHome implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-12T09:00:00Z"), ZoneOffset.UTC);

    final Path folder;
    final Path archive;
    final Path out;
    final Path disk;
    final JdbcTransactionManager transactions;
    final PostgresAuditLog log;
    final PostgresDisposalCases cases;
    final PostgresCatalogue catalogue;
    final PostgresArchiveRows rows;
    final OcflDossierStore store;
    final OcflAuditStore chain;
    final Archivist archivist;
    private final PostgresCopyLedger ledger;
    private final FolderMedium medium;

    LifeHome(Path folder, DataSource database) {
        this.folder = folder;
        archive = folder.resolve("home/archive");
        out = folder.resolve("home/out");
        disk = folder.resolve("disk");
        Path work = folder.resolve("home/work");
        JdbcClient jdbc = JdbcClient.create(database);
        transactions = new JdbcTransactionManager(database);
        log = new PostgresAuditLog(database, transactions, CLOCK);
        cases = new PostgresDisposalCases(jdbc, transactions, log);
        catalogue = new PostgresCatalogue(database, transactions);
        rows = new PostgresArchiveRows(jdbc, catalogue, transactions);
        store = OcflDossierStore.open(archive, work.resolve("ocfl"), CLOCK);
        chain = OcflAuditStore.open(archive, work.resolve("audit"), CLOCK);
        archivist = new Archivist(
                store, catalogue, ArchiveFixture.KEEP, CLOCK, cases, HandedOver.NOTHING, ArchiveCodes.UNKNOWN);
        ledger = new PostgresCopyLedger(database, transactions);
        medium = new FolderMedium(archive, work.resolve("copies"));
    }

    /** Brings acts into the store, as every command does when it begins and when it ends. */
    void flush() {
        new AuditFlush(log, chain).flush();
    }

    void copy() {
        try {
            mustBeEmpty(new Stocktaking(medium, ledger, cases, CLOCK).take());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ObjectProof proof = new ObjectProof(new ObjectCheck(Pace.FREE), cases, (target, object, faults, source) -> {
            throw new IllegalStateException(target + " was damaged: " + object.dossierId() + faults);
        });
        Copier copier = new Copier(medium, ledger, cases, proof, CLOCK);
        mustBeEmpty(copier.copy(target(), false).findings());
    }

    Destruction destruction(DueRecords due) {
        Path work = folder.resolve("home/work");
        List<DisposalPlace> places = List.of(
                new WorkingFiles(store, List.of(out), dossier -> {}),
                new CopyPlace(target()),
                new StorePlace(new OcflRemoval(store, work.resolve("ocfl")), rows, work.resolve("disposal"), CLOCK));
        return new Destruction(cases, due, places, CLOCK);
    }

    private CopyTarget target() {
        try {
            Path config = Files.createDirectories(folder.resolve("home/config"));
            Files.createDirectories(disk);
            Files.writeString(
                    config.resolve(CopiesFile.FILE), "targets: [{id: disk-2, kind: folder, paths: ['" + disk + "']}]");
            CopyTarget target = CopiesFile.read(config, "archive-1", (id, place, marker) -> {
                        throw new IllegalStateException("no bucket is configured");
                    })
                    .all()
                    .get(0);
            target.mark("");
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mustBeEmpty(List<?> findings) {
        if (!findings.isEmpty()) {
            throw new IllegalStateException(findings.toString());
        }
    }

    @Override
    public void close() {
        store.close();
        chain.close();
    }
}
