package nienkhoa.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nienkhoa.app.postgres.EmbeddedPostgres;
import nienkhoa.forms.Regimes;
import nienkhoa.intake.Intake;
import nienkhoa.intake.IntakeResult;
import nienkhoa.intake.Layouts;
import nienkhoa.intake.ProgressListener;
import nienkhoa.intake.TakenExport;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SampleDistrict;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How fast intake is from files to the committed register, against a plain streaming read of the same files by the same
 * library. Prints the median of the rounds after a first one, in which the JVM still compiles; that one is printed too.
 *
 * <p>Arguments: students of a sample district or an export's folder, rounds, work folder, threads, first calendar year.
 */
public final class IntakeBench {

    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final long SEED = 7;

    private final Path work;
    private final int threads;
    private final SchoolYear year;
    private final PGSimpleDataSource database;

    private IntakeBench(Path work, int threads, SchoolYear year, PGSimpleDataSource database) {
        this.work = work;
        this.threads = threads;
        this.year = year;
        this.database = database;
    }

    public static void main(String[] args) throws IOException, SQLException {
        String what = args.length > 0 ? args[0] : "3000";
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path work = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("nienkhoa-bench");
        int threads = args.length > 3 ? Integer.parseInt(args[3]) : 2;
        SchoolYear year = args.length > 4 ? new SchoolYear(Integer.parseInt(args[4])) : YEAR;
        Path export = what.matches("\\d+") ? export(work, Integer.parseInt(what), year) : Path.of(what);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(work.resolve("db"), work.resolve("logs"))) {
            new IntakeBench(work, threads, year, database(server)).run(export, rounds);
        }
    }

    private static Path export(Path work, int students, SchoolYear year) {
        Path export = work.resolve("export-" + students);
        if (!Files.exists(export)) {
            int schools = Math.max(1, students / 800);
            SampleDistrict.write(
                    new SampleDistrict.Options(export, schools, students, year, SEED), (done, total) -> {});
        }
        return export;
    }

    private static PGSimpleDataSource database(EmbeddedPostgres server) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.url("postgres"));
        database.setUser(server.user());
        database.setPassword(server.password());
        Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
        return database;
    }

    private void run(Path export, int rounds) throws SQLException {
        Intake intake = new Intake(
                work,
                Layouts.bundled(),
                AssessmentRules.bundled(Regimes.bundled()::find),
                new FileWorkbooks(),
                new PostgresStaging(database),
                new RejectWorkbook(Messages.vietnamese()),
                Clock.systemUTC(),
                threads);
        TakenExport taken = intake.take(export);
        Samples samples = new Samples(CpuTime.of(database));
        HeapWatch heap = new HeapWatch();
        IntakeResult result = null;
        for (int round = 0; round <= rounds; round++) {
            samples.plain(() -> plainRead(taken));
            emptyRegister();
            heap.begin();
            result = samples.whole(progress -> intake.read(taken, year, progress));
            heap.end();
            samples.again(() -> intake.read(taken, year, ProgressListener.NONE));
        }
        print("files %d, threads %d", taken.files().size(), threads);
        samples.print();
        print("findings        %s", result == null ? "" : result.byCode());
        print(
                "peak heap       %d MiB, after collections %d MiB, after full collections %d MiB",
                heap.peak() >> 20, heap.afterCollections() >> 20, heap.afterFullCollections() >> 20);
    }

    @SuppressWarnings("SystemOut")
    static void print(String line, Object... args) {
        System.out.println(String.format(Locale.ROOT, line, args));
    }

    /** All cells of all workbooks, read on one thread and thrown away. */
    private static void plainRead(TakenExport taken) {
        AtomicLong cells = new AtomicLong();
        for (TakenExport.TakenFile file : taken.files()) {
            if (file.path().endsWith(".xlsx")) {
                try (ReadableWorkbook workbook =
                        new ReadableWorkbook(taken.folder().resolve(file.path()).toFile())) {
                    workbook.getSheets().forEach(sheet -> cells.addAndGet(cells(sheet)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static long cells(org.dhatim.fastexcel.reader.Sheet sheet) {
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            return rows.mapToLong(row -> row.stream()
                            .filter(cell -> cell != null && cell.getText() != null)
                            .count())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void emptyRegister() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate register_entry");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
