package nienkhoa.printrun.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditLog;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.Printings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say of printings, in {@code print_serial} and {@code print_sheet}. */
public final class PostgresPrintings implements Printings {

    /** What the person holds in hand: the last good sheet, and before it what belongs to jobs in question. */
    private static final String GOOD = """
            update print_serial p set state = 'SEEN', seen_by = ?, seen_how = 'TRAY'
            from print_job j, print_serial good
            where p.run_id = ? and good.run_id = p.run_id
              and good.bundle = ? and good.sheet = ? and good.serial = ?
              and j.run_id = p.run_id and j.job = p.job
              and p.state in ('SENT', 'PRINTED')
              and ((p.job = good.job and p.place = good.place)
                or (j.state in ('PREPARED', 'SENT', 'ENDED') and (p.job, p.place) <= (good.job, good.place))
                or (j.state = 'DELIVERED' and p.job = good.job and p.place <= good.place))
            """;

    /**
     * What was handed over after the last good sheet. Of a place that says nothing only the same job is in question: the
     * files after it have not been printed yet.
     */
    private static final String AFTER = """
            update print_serial p set state = 'VOID', void_reason = 'NOT_GOOD_IN_TRAY', voided_by = ?
            from print_job j, print_serial good
            where p.run_id = ? and good.run_id = p.run_id
              and good.bundle = ? and good.sheet = ? and good.serial = ?
              and j.run_id = p.run_id and j.job = p.job
              and p.state in ('SENT', 'PRINTED') and (p.job, p.place) > (good.job, good.place)
              and (j.state <> 'DELIVERED' or p.job = good.job)
            returning p.bundle, p.sheet, p.serial
            """;

    private static final String ALL_IN_QUESTION = """
            update print_serial p set state = 'VOID', void_reason = 'NOT_GOOD_IN_TRAY', voided_by = ?
            from print_job j
            where p.run_id = ? and j.run_id = p.run_id and j.job = p.job
              and p.state in ('SENT', 'PRINTED') and j.state in ('PREPARED', 'SENT', 'ENDED')
            returning p.bundle, p.sheet, p.serial
            """;

    private static final String SETTLE_JOBS = """
            update print_job j set state = 'ABANDONED'
            where j.run_id = ? and (j.state in ('PREPARED', 'SENT', 'ENDED')
              or (j.state = 'DELIVERED' and exists (
                select 1 from print_serial p where p.run_id = j.run_id and p.job = j.job and p.state = 'VOID'
                  and p.void_reason = 'NOT_GOOD_IN_TRAY')))
            """;

    /** Sheets follow their newest printing. */
    static final String FOLLOW = """
            update print_sheet s set state = case p.state when 'VOID' then 'PLANNED' else p.state end
            from print_serial p
            where s.run_id = ? and p.run_id = s.run_id and p.bundle = s.bundle and p.sheet = s.sheet
              and p.serial = s.serial and s.state <> case p.state when 'VOID' then 'PLANNED' else p.state end
            """;

    private static final String GO_ON =
            "update print_run set state = 'OPEN', trouble = '', trouble_args = '[]' where run_id = ? and state = 'PAUSED'";

    private static final String TROUBLE_OVER = """
            update print_trouble set resumed_by = ?, last_good = ? where run_id = ? and resumed_by = ''
            """;

    private static final String VOID = """
            update print_serial set state = 'VOID', void_reason = ?, voided_by = ?
            where run_id = ? and bundle = ? and sheet = ? and serial = ? and state <> 'VOID'
            """;

    private static final String SETTLE = """
            update print_serial set settled = ?
            where run_id = ? and bundle = ? and sheet = ? and serial = ? and state = 'VOID' and settled = ''
            """;

    private static final String SEEN = """
            update print_serial set state = 'SEEN', seen_how = ?, seen_by = ?
            where run_id = ? and bundle = ? and sheet = ? and serial = ? and state in ('SENT', 'PRINTED')
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog log;

    public PostgresPrintings(JdbcTemplate jdbc, PlatformTransactionManager transactions, AuditLog log) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
    }

    @Override
    public List<Printing> resume(String run, Optional<Printing> lastGood, Act act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            log.enter(act);
            List<Printing> voided = lastGood.map(good -> after(run, good, act.actor()))
                    .orElseGet(() -> printings(ALL_IN_QUESTION, act.actor(), run));
            jdbc.update(SETTLE_JOBS, run);
            jdbc.update(FOLLOW, run);
            jdbc.update(GO_ON, run);
            jdbc.update(TROUBLE_OVER, act.actor(), act.detail("lastGood"), run);
            return voided;
        }));
    }

    private List<Printing> after(String run, Printing good, String by) {
        jdbc.update(GOOD, by, run, good.bundle(), good.sheet(), good.serial());
        return printings(AFTER, by, run, good.bundle(), good.sheet(), good.serial());
    }

    @Override
    public void voidThem(String run, List<Printing> printings, String reason, Act act) {
        change(run, act, VOID, printings, reason, act.actor());
    }

    @Override
    public void settle(String run, List<Printing> printings, String how, Act act) {
        change(run, act, SETTLE, printings, how);
    }

    @Override
    public void seen(String run, List<Printing> printings, String how, Act act) {
        change(run, act, SEEN, printings, how, act.actor());
    }

    private void change(String run, Act act, String change, List<Printing> printings, Object... first) {
        List<Object[]> rows = new ArrayList<>();
        for (Printing printing : printings) {
            List<Object> row = new ArrayList<>(List.of(first));
            row.addAll(List.of(run, printing.bundle(), printing.sheet(), printing.serial()));
            rows.add(row.toArray());
        }
        transaction.executeWithoutResult(status -> {
            log.enter(act);
            jdbc.batchUpdate(change, rows);
            jdbc.update(FOLLOW, run);
        });
    }

    private List<Printing> printings(String query, Object... arguments) {
        return jdbc.query(query, (row, n) -> printing(row), arguments);
    }

    private static Printing printing(java.sql.ResultSet row) throws SQLException {
        return PrintTables.printing(row);
    }
}
