package nienkhoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import nienkhoa.app.postgres.EmbeddedPostgres;
import nienkhoa.archive.postgres.PostgresKeptRecords;
import nienkhoa.archive.postgres.PostgresRecordSearch;
import nienkhoa.archive.search.RecordSearch.Code;
import nienkhoa.audit.postgres.PostgresAuditLog;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Asks a made-up catalogue the questions that people ask, each kind with other values every time: the first answers after
 * a restart of the server, when this process has loaded what it needs, then medians of many.
 *
 * <p>Arguments: number of archived documents (default 1,000,000), a folder to work in (default a temporary one).
 */
public final class SearchBench {

    private static final int ASKED = 51;
    private static final int A_LIST = 40;

    private SearchBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = arguments.length > 1
                ? Files.createDirectories(Path.of(arguments[1]))
                : Files.createTempDirectory("search-bench-");
        try {
            CatalogueRows rows = new CatalogueRows(documents);
            try (EmbeddedPostgres server = start(folder)) {
                fill(server, rows);
            }
            try (EmbeddedPostgres server = start(folder)) {
                measure(server, rows);
            }
        } finally {
            BenchFiles.delete(folder);
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(folder.resolve("db"), folder.resolve("logs"));
    }

    private static PGSimpleDataSource source(EmbeddedPostgres server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url("postgres"));
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }

    private static void fill(EmbeddedPostgres server, CatalogueRows rows) {
        long began = System.nanoTime();
        DataSource source = source(server);
        Flyway.configure().dataSource(source).load().migrate();
        rows.fill(JdbcClient.create(source));
        say("%,d documents, %,d students made in %.0f s", rows.documents(), rows.students(), seconds(began));
    }

    private static void measure(EmbeddedPostgres server, CatalogueRows rows) throws SQLException {
        SingleConnectionDataSource database =
                new SingleConnectionDataSource(source(server).getConnection(), true);
        try {
            PostgresRecordSearch search = new PostgresRecordSearch(JdbcClient.create(database));
            PostgresKeptRecords records = new PostgresKeptRecords(database);
            PostgresAuditLog log =
                    new PostgresAuditLog(database, new JdbcTransactionManager(database), Clock.systemUTC());
            load(search, log);
            ask("identity number", n -> search.children(search.byCode(Code.IDENTITY, rows.identity(n))));
            ask("ministry's code", n -> search.children(search.byCode(Code.MOET, rows.moetCode(n))));
            ask("name and birth date", n -> search.children(search.byName(rows.name(n), rows.birthDate(n))));
            ask("name alone", n -> search.children(search.byName(rows.name(n), "")));
            ask("list of " + A_LIST + " students", n -> search.children(list(search, rows, n)));
            ask("one dossier", n -> records.of(rows.dossier(n)));
            ask("a class of a year", n -> records.of(rows.classOf(n)));
            ask("a school's year", n -> records.of(rows.yearOf(n)));
            ask("a form of a school", n -> records.of(rows.formOf(n)));
            ask("what an office keeps", n -> records.of(rows.classKeptByOffice(n)));
            ask("acts on a dossier", n -> log.entriesOn(rows.dossier(n).dossier()));
        } finally {
            database.destroy();
        }
    }

    /** What every question needs of this process, asked without a value. */
    private static void load(PostgresRecordSearch search, PostgresAuditLog log) {
        long began = System.nanoTime();
        search.children(List.of());
        log.last();
        say("classes of driver and JSON reader loaded in %.0f ms", seconds(began) * 1000);
    }

    private static List<String> list(PostgresRecordSearch search, CatalogueRows rows, int n) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < A_LIST; i++) {
            ids.addAll(search.byCode(Code.IDENTITY, rows.identity(n * A_LIST + i)));
        }
        return ids;
    }

    private static void ask(String what, IntFunction<List<?>> question) {
        double[] milliseconds = new double[ASKED];
        int answers = 0;
        for (int n = 0; n < ASKED; n++) {
            long began = System.nanoTime();
            answers += question.apply(n).size();
            milliseconds[n] = seconds(began) * 1000;
        }
        if (answers == 0) {
            throw new IllegalStateException("nothing found: " + what);
        }
        double first = milliseconds[0];
        Arrays.sort(milliseconds);
        say(
                "%-22s first %6.1f ms, median %6.1f ms, slowest %6.1f ms, %.1f answers",
                what, first, milliseconds[ASKED / 2], milliseconds[ASKED - 1], (double) answers / ASKED);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
