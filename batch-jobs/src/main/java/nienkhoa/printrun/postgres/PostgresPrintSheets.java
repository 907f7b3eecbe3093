package nienkhoa.printrun.postgres;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.printrun.PrintSheets;
import nienkhoa.printrun.SheetCode;
import nienkhoa.printrun.SheetJob;
import nienkhoa.printrun.Trouble;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code print_sheet}, {@code print_serial} and {@code print_job}. */
public final class PostgresPrintSheets implements PrintSheets {

    private static final String NEXT = """
            select s.bundle, s.sheet, b.sheets as of_sheets, d.document_id, d.source, d.sha256, d.way, b.form,
                s.of_document, s.paper, s.edge, s.sides, s.serial + 1 as serial, b.coded
            from print_sheet s
            join print_bundle b using (run_id, bundle)
            join print_document d using (run_id, bundle, position)
            where s.run_id = ? and s.state = 'PLANNED'
            order by s.bundle, s.sheet limit ?
            """;

    private static final String NEEDS = """
            select distinct paper, edge, sides from print_sheet where run_id = ? and state = 'PLANNED'
            order by paper, edge, sides
            """;

    private static final String INSERT_JOB = """
            insert into print_job (run_id, job, name, bundle, paper, edge, sides, sheets, state, printer, prepared_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'PREPARED', ?, ?)
            """;

    private static final String INSERT_SERIAL = """
            insert into print_serial (run_id, bundle, sheet, serial, document_id, sha256, sides, of_sheets, job, place, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENT')
            """;

    private static final String SENT = """
            update print_sheet s set serial = p.serial, state = 'SENT'
            from print_serial p
            where p.run_id = ? and p.job = ?
              and s.run_id = p.run_id and s.bundle = p.bundle and s.sheet = p.sheet
            """;

    private static final String SHEETS_OF_JOB = """
            select s.bundle, s.sheet, p.of_sheets, p.document_id, d.source, p.sha256, d.way, b.form,
                s.of_document, s.paper, s.edge, s.sides, p.serial, b.coded
            from print_serial p
            join print_sheet s using (run_id, bundle, sheet)
            join print_bundle b using (run_id, bundle)
            join print_document d using (run_id, bundle, position)
            where p.run_id = ? and p.job = ? order by p.place
            """;

    private static final String JOBS = "select * from print_job where run_id = ? and state = any(?) order by job";

    private static final String PRINTED = """
            with said as (
                update print_serial set state = 'PRINTED'
                where run_id = ? and job = ? and place <= ? and state = 'SENT'
                returning run_id, bundle, sheet, serial)
            update print_sheet s set state = 'PRINTED' from said
            where s.run_id = said.run_id and s.bundle = said.bundle and s.sheet = said.sheet and s.serial = said.serial
            """;

    private static final String PAUSE =
            "update print_run set state = 'PAUSED', trouble = ?, trouble_args = ? where run_id = ? and state = 'OPEN'";

    private static final String INSERT_TROUBLE = """
            insert into print_trouble (run_id, number, code, args, at)
            select ?, coalesce(max(number), 0) + 1, ?, ?, ? from print_trouble where run_id = ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final PrintingRows printings;
    private final Clock clock;

    public PostgresPrintSheets(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.printings = new PrintingRows(jdbc);
        this.clock = clock;
    }

    @Override
    public List<SheetJob.Sheet> next(String run, int limit) {
        List<SheetJob.Sheet> together = new ArrayList<>();
        for (SheetJob.Sheet sheet : jdbc.query(NEXT, (row, n) -> PrintTables.sheet(row), run, limit)) {
            if (!together.isEmpty() && !together.get(together.size() - 1).isFollowedBy(sheet)) {
                break;
            }
            together.add(sheet);
        }
        return together;
    }

    @Override
    public List<SheetJob.Print> needs(String run) {
        return jdbc.query(NEEDS, (row, n) -> PrintTables.print(row), run);
    }

    @Override
    public SheetJob prepare(String run, String printer, List<SheetJob.Sheet> sheets) {
        return Objects.requireNonNull(transaction.execute(status -> {
            int number = 1 + count("select coalesce(max(job), 0) from print_job where run_id = ?", run);
            SheetJob.Sheet first = sheets.get(0);
            jdbc.update(
                    INSERT_JOB,
                    run,
                    number,
                    PrintTables.jobName(run, number, sheets),
                    first.bundle(),
                    first.print().paper().name(),
                    first.print().edge().name(),
                    first.print().sides(),
                    sheets.size(),
                    printer,
                    Timestamp.from(clock.instant()));
            List<Object[]> rows = new ArrayList<>();
            for (SheetJob.Sheet sheet : sheets) {
                rows.add(serial(run, number, rows.size() + 1, sheet));
            }
            jdbc.batchUpdate(INSERT_SERIAL, rows);
            jdbc.update(SENT, run, number);
            return jdbc.query(
                            "select * from print_job where run_id = ? and job = ?",
                            (row, n) -> PrintTables.job(row),
                            run,
                            number)
                    .get(0);
        }));
    }

    private static Object[] serial(String run, int job, int place, SheetJob.Sheet sheet) {
        return new Object[] {
            run,
            sheet.bundle(),
            sheet.sheet(),
            sheet.serial(),
            sheet.content().documentId(),
            sheet.content().sha256(),
            sheet.print().sides(),
            sheet.of(),
            job,
            place
        };
    }

    @Override
    public List<SheetJob.Sheet> of(SheetJob job) {
        return jdbc.query(SHEETS_OF_JOB, (row, n) -> PrintTables.sheet(row), job.run(), job.number());
    }

    @Override
    public List<SheetJob> jobs(String run, SheetJob.State... states) {
        String[] names = Arrays.stream(states).map(SheetJob.State::name).toArray(String[]::new);
        return jdbc.query(JOBS, (row, n) -> PrintTables.job(row), run, names);
    }

    @Override
    public void handedOver(SheetJob job, String printerJob, SheetJob.State state) {
        jdbc.update(
                "update print_job set printer_job = ?, state = ? where run_id = ? and job = ?",
                printerJob,
                state.name(),
                job.run(),
                job.number());
    }

    @Override
    public void said(SheetJob job, int sheets) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("update print_job set said = ? where run_id = ? and job = ?", sheets, job.run(), job.number());
            jdbc.update(PRINTED, job.run(), job.number(), sheets);
        });
    }

    @Override
    public void end(SheetJob job, SheetJob.State state) {
        jdbc.update(
                "update print_job set state = ? where run_id = ? and job = ?", state.name(), job.run(), job.number());
    }

    @Override
    public void pause(String run, Trouble trouble) {
        String args = CanonicalJson.write(trouble.args());
        transaction.executeWithoutResult(status -> {
            if (jdbc.update(PAUSE, trouble.kind().name(), args, run) > 0) {
                jdbc.update(INSERT_TROUBLE, run, trouble.kind().name(), args, Timestamp.from(clock.instant()), run);
            }
        });
    }

    @Override
    public Optional<Known> newest(String run, int bundle, int sheet) {
        return printings.newest(run, bundle, sheet);
    }

    @Override
    public Optional<Known> find(String run, Printing printing) {
        return printings.find(run, printing);
    }

    @Override
    public List<Integer> ofPupil(String run, int bundle, int pupil) {
        return printings.ofPupil(run, bundle, pupil);
    }

    @Override
    public int sheetsOf(String run, int bundle, String documentId) {
        return printings.sheetsOf(run, bundle, documentId);
    }

    @Override
    public List<Known> toShred(String run) {
        return printings.toShred(run);
    }

    @Override
    public List<Known> valid(String run, Optional<Integer> bundle) {
        return printings.valid(run, bundle);
    }

    @Override
    public List<SheetCode> sides(String run, Optional<Integer> bundle) {
        return printings.sides(run, bundle);
    }

    private int count(String query, Object... arguments) {
        return Objects.requireNonNull(jdbc.queryForObject(query, Integer.class, arguments));
    }
}
