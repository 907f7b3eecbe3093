package nienkhoa.printrun.postgres;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.Projection;
import nienkhoa.model.SchoolYear;
import nienkhoa.printrun.PaperRecord;
import nienkhoa.printrun.PaperStep;
import nienkhoa.printrun.PrintActs;
import nienkhoa.printrun.SealedPaper;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code paper_event}, filled from acts alone. */
public final class PaperLedger implements Projection, SealedPaper {

    private static final String ENTER = """
            insert into paper_event (number, run_id, bundle, school_code, school_year, form, group_name, step, done_by,
                done_on, place)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String EVENTS = """
            select step, done_by, done_on, place from paper_event where run_id = ? and bundle = ? order by number
            """;

    /** Steps after the last time that the bundle was opened again. */
    private static final String STEPS = """
            select step from paper_event e where run_id = ? and bundle = ? and step <> 'REOPENED'
              and number > coalesce((select max(number) from paper_event r
                where r.run_id = e.run_id and r.bundle = e.bundle and r.step = 'REOPENED'), 0)
            order by number
            """;

    /** Whether the newest bundle of the group is sealed and was not opened again since. */
    private static final String SEALED = """
            select exists (
              select 1 from paper_event e
              where school_code = ? and school_year = ? and form = ? and group_name = ? and step = 'SEALED'
                and not exists (select 1 from paper_event r where r.run_id = e.run_id and r.bundle = e.bundle
                  and r.step = 'REOPENED' and r.number > e.number))
            """;

    private final JdbcTemplate jdbc;

    public PaperLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<PaperStep> steps(String run, int bundle) {
        return jdbc.query(STEPS, (row, n) -> PaperStep.valueOf(row.getString(1)), run, bundle);
    }

    @Override
    public List<PaperRecord> records(String run, int bundle) {
        return jdbc.query(
                EVENTS,
                (row, n) -> new PaperRecord(
                        row.getString(1), row.getString(2), row.getDate(3).toLocalDate(), row.getString(4)),
                run,
                bundle);
    }

    @Override
    public boolean isSealed(String school, SchoolYear year, String form, String group) {
        return Boolean.TRUE.equals(jdbc.queryForObject(SEALED, Boolean.class, school, year.start(), form, group));
    }

    @Override
    public Set<String> actions() {
        return PrintActs.LEDGER;
    }

    @Override
    public void apply(AuditEntry entry) {
        Act act = entry.act();
        jdbc.update(
                ENTER,
                entry.number(),
                act.record(),
                Integer.parseInt(act.detail("bundle")),
                act.detail("school"),
                Integer.parseInt(act.detail("year")),
                act.detail("form"),
                act.detail("group"),
                act.detail("step"),
                act.actor(),
                Date.valueOf(LocalDate.parse(act.detail("day"))),
                act.detail("place"));
    }

    @Override
    public void clear() {
        jdbc.update("delete from paper_event");
    }
}
