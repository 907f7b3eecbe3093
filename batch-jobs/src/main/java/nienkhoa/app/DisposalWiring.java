package nienkhoa.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.copies.CopiesFile;
import nienkhoa.archive.copies.CopyTargets;
import nienkhoa.archive.holds.Selection;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.KeptRecords;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.ocfl.OcflRemoval;
import nienkhoa.archive.postgres.PostgresCatalogue;
import nienkhoa.audit.AuditLog;
import nienkhoa.custody.Custody;
import nienkhoa.disposal.ArchiveRows;
import nienkhoa.disposal.CopyPlace;
import nienkhoa.disposal.Destruction;
import nienkhoa.disposal.DisposalDossier;
import nienkhoa.disposal.DisposalOffice;
import nienkhoa.disposal.DisposalPapers;
import nienkhoa.disposal.DisposalPlace;
import nienkhoa.disposal.DueRecords;
import nienkhoa.disposal.RuledRecords;
import nienkhoa.disposal.StorePlace;
import nienkhoa.disposal.WorkingFiles;
import nienkhoa.disposal.postgres.PostgresArchiveRows;
import nienkhoa.disposal.postgres.PostgresDisposalCases;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.PdfaGate;
import nienkhoa.language.Messages;
import nienkhoa.model.Person;
import nienkhoa.retention.RecordClass;
import nienkhoa.retention.RetentionRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What disposal is made of; the only place besides {@code nienkhoa.disposal} that knows how a record is removed. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class DisposalWiring {

    private static final Selection EVERYTHING = new Selection("", "", "", "", "", "");

    /** Every place in which a dossier may lie, in the order in which they are cleared: the store last. */
    record Places(List<DisposalPlace> all) {}

    @Bean
    PostgresDisposalCases disposalCases(JdbcClient jdbc, PlatformTransactionManager transactions, AuditLog log) {
        return new PostgresDisposalCases(jdbc, transactions, log);
    }

    @Bean
    ArchiveRows archiveRows(DataSource dataSource, JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new PostgresArchiveRows(jdbc, new PostgresCatalogue(dataSource, transactions), transactions);
    }

    @Bean
    Places disposalPlaces(
            Home home,
            OcflDossierStore store,
            ArchiveRows rows,
            ObjectProvider<CopyTargets> copies,
            PrintedDossiers printed,
            Clock clock) {
        Path work = home.work();
        List<Path> folders = List.of(
                home.out(),
                work.resolve("runs"),
                work.resolve("exports"),
                work.resolve(SignedScans.FOLDER),
                work.resolve(PrintedDossiers.FOLDER));
        List<DisposalPlace> places = new ArrayList<>();
        places.add(new WorkingFiles(store, folders, printed::forget));
        copies(home, copies).all().forEach(copy -> places.add(new CopyPlace(copy)));
        places.add(new StorePlace(new OcflRemoval(store, work.resolve("ocfl")), rows, work.resolve("disposal"), clock));
        return new Places(places);
    }

    /** A home that names copies is never disposed of without them. */
    private static CopyTargets copies(Home home, ObjectProvider<CopyTargets> copies) {
        return copies.getIfAvailable(() -> {
            if (Files.exists(home.config().resolve(CopiesFile.FILE))) {
                throw new IllegalStateException(CopiesFile.FILE + " is there, but nobody reads it");
            }
            return new CopyTargets(List.of());
        });
    }

    @Bean
    DueRecords dueRecords(KeptRecords records, Keeping keeping, ArchiveRows rows, Custody custody) {
        return new SettledRecords(new RuledRecords(records, () -> records.of(EVERYTHING), keeping, rows), custody);
    }

    @Bean
    DisposalOffice disposalOffice(PostgresDisposalCases cases, DueRecords due, Clock clock) {
        return new DisposalOffice(cases, due, clock);
    }

    @Bean
    Destruction destruction(PostgresDisposalCases cases, DueRecords due, Places places, Clock clock) {
        return new Destruction(cases, due, places.all(), clock);
    }

    @Bean
    DisposalDossier disposalDossier(
            Home home, People people, Places places, Archivist archivist, RetentionRules rules) {
        Messages messages = Messages.vietnamese();
        FormCatalogue catalogue = FormCatalogue.with(home.forms());
        DisposalPapers.Office office = OfficeFile.read(home);
        DisposalPapers.Words words = new DisposalPapers.Words(
                office,
                id -> people.find(id).map(Person::name).orElse(id),
                code -> rules.recordClass(code).map(RecordClass::vi).orElse(code),
                places.all().stream().map(DisposalPlace::id).toList(),
                place -> DisposalTexts.place(messages, place));
        DisposalPapers papers = new DisposalPapers(catalogue, new FormRenderer(catalogue), words);
        return new DisposalDossier(papers, archivist, new PdfaGate(), home.out().resolve("disposal"), office.name());
    }
}
