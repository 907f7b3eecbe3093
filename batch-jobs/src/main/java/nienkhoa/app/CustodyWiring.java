package nienkhoa.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.ocfl.OcflVersions;
import nienkhoa.archive.verify.FormsPdfProof;
import nienkhoa.audit.AuditLog;
import nienkhoa.custody.Custody;
import nienkhoa.custody.HandOverProof;
import nienkhoa.custody.Intaking;
import nienkhoa.custody.Organisations;
import nienkhoa.custody.OrganisationsFile;
import nienkhoa.custody.PackageReading;
import nienkhoa.custody.ReceiptOffice;
import nienkhoa.custody.ReceivingOffice;
import nienkhoa.custody.TransferDesk;
import nienkhoa.custody.TransferDossier;
import nienkhoa.custody.TransferOffice;
import nienkhoa.custody.TransferPackages;
import nienkhoa.custody.TransferPapers;
import nienkhoa.custody.TravellingHolds;
import nienkhoa.custody.WithdrawalOffice;
import nienkhoa.custody.postgres.KnownSchools;
import nienkhoa.custody.postgres.PostgresCustody;
import nienkhoa.disposal.DisposalCases;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.PdfaGate;
import nienkhoa.model.Person;
import nienkhoa.printrun.PrintRuns;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What custody is made of. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class CustodyWiring {

    @Bean
    Custody custody(JdbcClient jdbc, PlatformTransactionManager transactions, AuditLog log) {
        return new PostgresCustody(jdbc, transactions, log);
    }

    /** Those of the home's file; without it the schools that the home knows. */
    @Bean
    Organisations organisations(Home home, DataSource dataSource) {
        Path file = home.config().resolve(OrganisationsFile.FILE);
        return Files.exists(file)
                ? OrganisationsFile.read(file)
                : new KnownSchools(JdbcClient.create(dataSource)).read();
    }

    @Bean
    Authority authority(Custody custody, Organisations organisations, Clock clock) {
        return new Authority(custody, organisations, clock);
    }

    @Bean
    TransferPapers transferPapers(Home home, People people, Organisations organisations) {
        FormCatalogue catalogue = FormCatalogue.with(home.forms());
        UnaryOperator<String> names = id -> people.find(id).map(Person::name).orElse(id);
        return new TransferPapers(
                catalogue,
                new FormRenderer(catalogue),
                organisations,
                names,
                OfficeFile.read(home).place());
    }

    @Bean
    TransferOffice transferOffice(
            Custody custody,
            Organisations organisations,
            OcflDossierStore store,
            TransferOffice.Obstacles obstacles,
            Clock clock) {
        return new TransferOffice(custody, organisations, store, obstacles, clock);
    }

    @Bean
    TransferOffice.Obstacles obstacles(
            DisposalCases cases, PrintRuns runs, JdbcClient jdbc, Home home, Configuration configuration) {
        return new HomeObstacles(cases, runs, jdbc, home.archive(), new FormsPdfProof(), configuration.threads());
    }

    @Bean
    ReceivingOffice receivingOffice(
            Custody custody,
            Organisations organisations,
            Intaking intaking,
            TravellingHolds holds,
            Home home,
            Configuration configuration,
            Clock clock) {
        PackageReading reading = new PackageReading(new FormsPdfProof(), configuration.threads());
        Path work = home.work().resolve("custody").resolve("packages");
        return new ReceivingOffice(custody, organisations, reading, intaking, holds, work, clock);
    }

    @Bean
    Intaking intaking(OcflDossierStore store, Catalogue catalogue, Suppression suppression) {
        return new Intaking(store, catalogue, suppression);
    }

    @Bean
    TravellingHolds travellingHolds(Holds holds, AuditLog log) {
        return new TravellingHolds(holds, log);
    }

    @Bean
    TransferPackages transferPackages(
            Home home, Holds holds, Custody custody, Organisations organisations, TransferPapers papers) {
        OcflVersions versions = new OcflVersions(home.archive());
        return new TransferPackages(versions::of, holds, custody, organisations, papers);
    }

    @Bean
    TransferDossier transferDossier(TransferPapers papers, Archivist archivist, Home home) {
        return new TransferDossier(
                papers,
                archivist,
                new PdfaGate(),
                home.work().resolve("custody").resolve("papers"));
    }

    @Bean
    HandOverProof handOverProof(Custody custody) {
        return new HandOverProof(custody);
    }

    @Bean
    WithdrawalOffice withdrawalOffice(Custody custody, Clock clock) {
        return new WithdrawalOffice(custody, clock);
    }

    @Bean
    TransferDesk transferDesk(
            Custody custody,
            TransferOffice office,
            TransferPackages packages,
            ReceivingOffice receiving,
            OcflDossierStore store,
            TransferPapers papers,
            TransferDossier dossier,
            Clock clock) {
        return new TransferDesk(
                custody, office, packages, receiving, new ReceiptOffice(custody, store, clock), papers, dossier);
    }
}
