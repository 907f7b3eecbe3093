package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import nienkhoa.app.postgres.YearEndLedger;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.HandedOver;
import nienkhoa.archive.RetentionAdvice;
import nienkhoa.archive.RulesAdvice;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.postgres.PostgresCatalogue;
import nienkhoa.archive.postgres.RenderedDossiers;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.PdfaGate;
import nienkhoa.forms.PhotoSource;
import nienkhoa.forms.Regimes;
import nienkhoa.forms.SampledGate;
import nienkhoa.intake.Intake;
import nienkhoa.intake.Layouts;
import nienkhoa.intake.StudentQuestions;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresQuestions;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.rendering.Documents;
import nienkhoa.rendering.Gate;
import nienkhoa.rendering.Planner;
import nienkhoa.rendering.Register;
import nienkhoa.rendering.YearEndPapers;
import nienkhoa.rendering.postgres.PostgresDocuments;
import nienkhoa.rendering.postgres.PostgresRegister;
import nienkhoa.retention.RetentionRules;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a year-end is made of. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class YearEndWiring {

    @Bean
    YearEndRunner yearEnd(
            YearEndParts parts, YearEndLedger ledger, JobOperator operator, JobRepository repository, Clock clock) {
        int renderers = Math.max(1, parts.threads() / 2);
        YearEndJob job = new YearEndJob(repository, pool("render-", renderers), pool("archive-", parts.threads()));
        RunReport report = new RunReport(parts.catalogue(), parts.renderer(), clock);
        return new YearEnd(parts, job, ledger, report, operator, repository);
    }

    @Bean
    YearEndParts yearEndParts(
            Home home,
            Configuration configuration,
            Intake intake,
            Archivist archivist,
            YearEndLedger ledger,
            JdbcClient jdbc,
            RetentionAdvice advice,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock) {
        FormCatalogue catalogue = FormCatalogue.with(home.forms());
        YearEndPapers papers = YearEndPapers.bundled();
        Register register = new PostgresRegister(jdbc);
        Documents documents =
                new PostgresDocuments(new JdbcTemplate(dataSource), new TransactionTemplate(transactions), clock);
        RenderedDossiers dossiers = new RenderedDossiers(jdbc, home.out());
        FormRenderer renderer = new FormRenderer(catalogue);
        return new YearEndParts(
                intake,
                register,
                new Planner(register, catalogue, papers),
                documents,
                papers,
                catalogue,
                renderer,
                photos(home.work().resolve("photos")),
                new Gate(new SampledGate(new PdfaGate()), documents, home.out()),
                dossiers,
                new DossierAssembly(
                        dossiers,
                        ledger,
                        register,
                        catalogue,
                        papers,
                        new BundlePapers(catalogue, renderer, register, documents, advice),
                        home.work().resolve("runs")),
                archivist,
                configuration);
    }

    @Bean
    Intake intake(Home home, Configuration configuration, DataSource dataSource, Clock clock) {
        return new Intake(
                home.root(),
                Layouts.with(home.config().resolve("layouts")),
                AssessmentRules.bundled(Regimes.bundled()::find),
                new FileWorkbooks(),
                new PostgresStaging(dataSource),
                new RejectWorkbook(Messages.vietnamese()),
                clock,
                configuration.threads());
    }

    @Bean
    StudentQuestions studentQuestions(DataSource dataSource) {
        return new PostgresQuestions(dataSource);
    }

    @Bean
    OcflDossierStore dossierStore(Home home, Clock clock) {
        return OcflDossierStore.open(home.archive(), home.work().resolve("ocfl"), clock);
    }

    @Bean
    Archivist archivist(
            OcflDossierStore store,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            RetentionAdvice advice,
            Clock clock,
            Suppression suppression,
            HandedOver handedOver,
            Home home) {
        return new Archivist(
                store,
                new PostgresCatalogue(dataSource, transactions),
                advice,
                clock,
                suppression,
                handedOver,
                OfficeFile.codes(home));
    }

    @Bean
    RetentionAdvice retentionAdvice(RetentionRules rules, Clock clock) {
        return new RulesAdvice(rules, clock);
    }

    @Bean
    YearEndLedger yearEndLedger(JdbcClient jdbc) {
        return new YearEndLedger(jdbc);
    }

    private static PhotoSource photos(Path folder) {
        return sha256 -> {
            try {
                return Optional.of(Files.readAllBytes(
                        folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ".jpg")));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static ThreadPoolTaskExecutor pool(String name, int threads) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setThreadNamePrefix(name);
        pool.setCorePoolSize(threads);
        pool.setDaemon(true);
        pool.initialize();
        return pool;
    }
}
