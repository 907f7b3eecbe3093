package nienkhoa.printrun.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditLog;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.BundleState;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintRuns;
import nienkhoa.printrun.PrintableDocuments.Selection;
import nienkhoa.printrun.RunPlan;
import nienkhoa.printrun.Trouble;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code print_run} and {@code print_bundle}. */
public final class PostgresPrintRuns implements PrintRuns {

    private static final String INSERT_RUN = """
            insert into print_run (run_id, school_code, school_year, state, again, opened_by, opened_at)
            values (?, ?, ?, 'OPEN', ?, ?, ?)
            """;

    private static final String INSERT_LEFT_OUT = """
            insert into print_left_out (run_id, form, group_name, document_id, reasons) values (?, ?, ?, ?, ?)
            """;

    private static final String LEFT_OUT = """
            select form, group_name, document_id, reasons from print_left_out where run_id = ?
            order by form, group_name, document_id
            """;

    private static final String BUNDLES = """
            select b.bundle, b.form, b.unit, b.group_name, b.coded,
                count(*) filter (where s.state = 'PLANNED') as planned,
                count(*) filter (where s.state = 'SENT') as sent,
                count(*) filter (where s.state = 'PRINTED') as printed,
                count(*) filter (where s.state = 'SEEN') as seen,
                (select count(*) from print_serial p where p.run_id = b.run_id and p.bundle = b.bundle
                    and p.state = 'VOID' and p.settled = '') as to_shred
            from print_bundle b join print_sheet s using (run_id, bundle)
            where b.run_id = ?
            group by b.run_id, b.bundle order by b.bundle
            """;

    private static final String RUNS_OF = """
            select distinct document_id, run_id from print_document join print_run using (run_id)
            where document_id = any(?) and state <> 'ABANDONED' order by document_id, run_id
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog log;
    private final PaperLedger ledger;
    private final BundleRows rows;
    private final Clock clock;

    public PostgresPrintRuns(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditLog log, PaperLedger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
        this.ledger = ledger;
        this.rows = new BundleRows(jdbc);
        this.clock = clock;
    }

    @Override
    public String newId() {
        long number = Objects.requireNonNull(jdbc.queryForObject("select nextval('print_run_number')", Long.class));
        return String.format(Locale.ROOT, "D%05d", number);
    }

    @Override
    public Optional<PrintRun> find(String id) {
        return jdbc.query("select * from print_run where run_id = ?", (row, n) -> run(row), id).stream()
                .findFirst();
    }

    @Override
    public List<PrintRun> all() {
        return jdbc.query("select * from print_run order by run_id", (row, n) -> run(row));
    }

    private static PrintRun run(ResultSet row) throws SQLException {
        String trouble = row.getString("trouble");
        List<String> args = Arrays.asList(CanonicalJson.read(row.getString("trouble_args"), String[].class));
        return new PrintRun(
                row.getString("run_id"),
                row.getString("school_code"),
                new SchoolYear(row.getInt("school_year")),
                PrintRun.State.valueOf(row.getString("state")),
                trouble.isEmpty() ? Optional.empty() : Optional.of(new Trouble(Trouble.Kind.valueOf(trouble), args)),
                row.getString("printer"),
                row.getString("again"),
                row.getString("opened_by"),
                row.getTimestamp("opened_at").toInstant());
    }

    @Override
    public List<BundleState> bundles(String run) {
        return jdbc.query(BUNDLES, (row, n) -> bundle(run, row), run);
    }

    private BundleState bundle(String run, ResultSet row) throws SQLException {
        BundleState.Counts counts = new BundleState.Counts(
                row.getInt("planned"), row.getInt("sent"), row.getInt("printed"), row.getInt("seen"));
        int number = row.getInt("bundle");
        return new BundleState(
                number,
                row.getString("form"),
                row.getString("unit"),
                row.getString("group_name"),
                row.getBoolean("coded"),
                counts,
                row.getInt("to_shred"),
                ledger.steps(run, number));
    }

    @Override
    public List<RunPlan.LeftOut> leftOut(PrintRun run) {
        return jdbc.query(
                LEFT_OUT,
                (row, n) -> new RunPlan.LeftOut(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Arrays.asList(CanonicalJson.read(row.getString(4), Finding[].class))),
                run.id());
    }

    @Override
    public Map<String, String> runsOf(List<String> documents) {
        Map<String, String> runs = new LinkedHashMap<>();
        jdbc.query(
                RUNS_OF,
                row -> {
                    runs.put(row.getString(1), row.getString(2));
                },
                (Object) documents.toArray(String[]::new));
        return runs;
    }

    @Override
    public void open(String id, Selection selection, RunPlan plan, String again, Act act) {
        transaction.executeWithoutResult(status -> {
            log.enter(act);
            jdbc.update(
                    INSERT_RUN,
                    id,
                    selection.school(),
                    selection.year().start(),
                    again,
                    act.actor(),
                    Timestamp.from(clock.instant()));
            plan.bundles().forEach(bundle -> rows.insert(id, bundle));
            List<Object[]> left = new ArrayList<>();
            for (RunPlan.LeftOut out : plan.leftOut()) {
                left.add(new Object[] {id, out.form(), out.group(), out.documentId(), CanonicalJson.write(out.reasons())
                });
            }
            jdbc.batchUpdate(INSERT_LEFT_OUT, left);
        });
    }

    @Override
    public void printer(String run, String name) {
        jdbc.update("update print_run set printer = ? where run_id = ?", name, run);
    }

    @Override
    public void replace(String run, RunPlan.Bundle bundle, String reason, Act act) {
        transaction.executeWithoutResult(status -> {
            log.enter(act);
            rows.replace(run, bundle, reason, act.actor());
        });
    }

    @Override
    public void replace(String run, int bundle, RunPlan.Document document, String reason, Act act) {
        transaction.executeWithoutResult(status -> {
            log.enter(act);
            rows.replace(run, bundle, document, reason, act.actor());
        });
    }

    @Override
    public void enter(Act step) {
        transaction.executeWithoutResult(status -> ledger.apply(log.enter(step)));
    }

    @Override
    public void end(String run, PrintRun.State state, Act act) {
        transaction.executeWithoutResult(status -> {
            log.enter(act);
            jdbc.update(
                    "update print_run set state = ?, closed_at = ? where run_id = ?",
                    state.name(),
                    Timestamp.from(clock.instant()),
                    run);
        });
    }
}
