package nienkhoa.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.deposit.DepositKind;
import nienkhoa.archive.deposit.Deposits;
import nienkhoa.archive.deposit.WorkOrderRule;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.audit.AuditLog;
import nienkhoa.printrun.PaperDesk;
import nienkhoa.printrun.PrintDesk;
import nienkhoa.printrun.PrintPolicy;
import nienkhoa.printrun.PrintRuns;
import nienkhoa.printrun.PrintSheets;
import nienkhoa.printrun.PrintableDocuments;
import nienkhoa.printrun.Printings;
import nienkhoa.printrun.ReprintDesk;
import nienkhoa.printrun.RunPlanner;
import nienkhoa.printrun.RunReports;
import nienkhoa.printrun.SendLoop;
import nienkhoa.printrun.SheetFiles;
import nienkhoa.printrun.SigningGate;
import nienkhoa.printrun.WorkOrders;
import nienkhoa.printrun.ipp.IppPrinter;
import nienkhoa.printrun.postgres.PaperLedger;
import nienkhoa.printrun.postgres.PostgresPrintRuns;
import nienkhoa.printrun.postgres.PostgresPrintSheets;
import nienkhoa.printrun.postgres.PostgresPrintings;
import nienkhoa.printrun.postgres.PostgresRunReports;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What print runs are made of. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class PrintWiring {

    private static final String POLICY = "print-policy.yaml";
    private static final String ORDERS = "work-order.csv";

    @Bean
    PrintPolicy printPolicy(Home home) {
        Path file = home.config().resolve(POLICY);
        try {
            return PrintPolicy.with(file);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("S285_BAD_PRINT_POLICY", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    @Bean
    WorkOrders workOrders(Home home) {
        Path file = home.config().resolve(ORDERS);
        try {
            return WorkOrders.with(file);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("S285_BAD_PRINT_POLICY", file.toString(), String.valueOf(e.getMessage()));
        }
    }

    @Bean
    PrintersFile printersFile(Home home) {
        return new PrintersFile(home, IppPrinter::new);
    }

    @Bean
    PrintPapers printPapers(YearEndParts parts, PrintPolicy policy, Clock clock) {
        return new PrintPapers(parts.catalogue(), parts.renderer(), parts.register(), policy, clock);
    }

    @Bean
    PrintableDocuments printableDocuments(
            JdbcClient jdbc, Home home, YearEndParts parts, OcflDossierStore store, PrintPapers papers) {
        return new HomeDocuments(jdbc, home, parts.assembly(), store, papers);
    }

    @Bean
    PaperLedger paperLedger(DataSource database) {
        return new PaperLedger(new JdbcTemplate(database));
    }

    @Bean
    PrintSheets printSheets(DataSource database, PlatformTransactionManager transactions, Clock clock) {
        return new PostgresPrintSheets(new JdbcTemplate(database), transactions, clock);
    }

    @Bean
    Printings printings(DataSource database, PlatformTransactionManager transactions, AuditLog log) {
        return new PostgresPrintings(new JdbcTemplate(database), transactions, log);
    }

    @Bean
    PrintRuns printRuns(
            DataSource database,
            PlatformTransactionManager transactions,
            AuditLog log,
            PaperLedger ledger,
            Clock clock) {
        return new PostgresPrintRuns(new JdbcTemplate(database), transactions, log, ledger, clock);
    }

    @Bean
    RunReports runReports(DataSource database, PrintRuns runs) {
        return new PostgresRunReports(new JdbcTemplate(database), runs);
    }

    @Bean
    SheetFiles sheetFiles(Home home, PrintableDocuments documents, PrintPolicy policy) {
        return new SheetFiles(home.root(), home.work().resolve("print"), documents, policy);
    }

    @Bean
    RunPlanner runPlanner(PrintableDocuments documents, PrintPolicy policy, SheetFiles files) {
        return new RunPlanner(documents, policy, files);
    }

    @Bean
    SendLoop sendLoop(PrintSheets sheets, SheetFiles files) {
        return new SendLoop(sheets, files, SendLoop.Patience.USUAL, PrintWiring::rest);
    }

    /** An interrupted wait ends the command; the same command goes on. */
    private static void rest(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Bean
    PrintDesk printDesk(
            PrintRuns runs,
            Printings printings,
            PrintSheets sheets,
            RunPlanner planner,
            SheetFiles files,
            PrintPolicy policy,
            WorkOrders orders) {
        return new PrintDesk(runs, printings, sheets, planner, files, policy, orders);
    }

    @Bean
    PaperDesk paperDesk(
            PrintRuns runs,
            Printings printings,
            PrintSheets sheets,
            PaperLedger ledger,
            PrintPolicy policy,
            Clock clock) {
        return new PaperDesk(runs, printings, sheets, ledger, policy, clock);
    }

    @Bean
    SigningGate signingGate(WorkOrders orders, PaperLedger ledger, PrintRuns runs, PaperDesk paper) {
        return new SigningGate(orders, ledger, runs, paper);
    }

    @Bean
    WorkOrderRule workOrderRule(SigningGate gate) {
        return (dossier, year, signed) -> {
            String name = dossier.className().isEmpty() ? dossier.period() : dossier.className();
            SigningGate.Subject subject = new SigningGate.Subject(dossier.schoolCode(), year, dossier.form(), name);
            return signed ? gate.againstSigning(subject) : gate.againstPaper(subject);
        };
    }

    @Bean
    Deposits deposits(OcflDossierStore store, Archivist archivist, WorkOrderRule order) {
        return new Deposits(DepositKind.bundled(), store, archivist, order);
    }

    @Bean
    ReprintDesk reprintDesk(
            PrintRuns runs,
            Printings printings,
            PrintSheets sheets,
            PrintableDocuments documents,
            RunPlanner planner,
            PrintPolicy policy,
            PaperDesk paper) {
        return new ReprintDesk(runs, printings, sheets, documents, planner, policy, paper);
    }

    @Bean
    PrintRunView printRunView(
            PrintRuns runs,
            PrintSheets sheets,
            RunReports reports,
            PaperDesk paper,
            SigningGate signing,
            PrintPapers papers,
            Home home) {
        return new PrintRunView(runs, sheets, reports, paper, signing, papers, home.out());
    }

    @Bean
    PrintedDossiers printedDossiers(
            PrintRuns runs,
            SheetFiles files,
            RunReports reports,
            PaperLedger ledger,
            OcflDossierStore store,
            Archivist archivist,
            Home home) {
        return new PrintedDossiers(runs, files, reports, ledger, store, archivist, home.work());
    }
}
