package nienkhoa.printrun.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nienkhoa.data.CanonicalJson;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintRuns;
import nienkhoa.printrun.RunCounts;
import nienkhoa.printrun.RunReports;
import nienkhoa.printrun.Trouble;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts in the tables {@code print_*}. */
public final class PostgresRunReports implements RunReports {

    private static final String LINES = """
            select b.bundle, b.form, b.group_name,
                (select count(*) from print_sheet s where s.run_id = b.run_id and s.bundle = b.bundle) as planned,
                (select count(*) from print_sheet s where s.run_id = b.run_id and s.bundle = b.bundle
                    and s.state in ('PRINTED', 'SEEN')) as printed,
                (select count(*) from print_serial p where p.run_id = b.run_id and p.bundle = b.bundle
                    and p.state = 'VOID') as spoiled,
                (select count(*) from print_sheet s where s.run_id = b.run_id and s.bundle = b.bundle
                    and s.serial > 1 and s.state in ('PRINTED', 'SEEN')) as reprinted,
                (select count(*) from print_sheet s where s.run_id = b.run_id and s.bundle = b.bundle
                    and s.state <> 'SEEN') as missing
            from print_bundle b where b.run_id = ? order by b.bundle
            """;

    private static final String JOBS = """
            select j.name, b.form, b.group_name, min(p.sheet), max(p.sheet), count(*), j.paper, j.edge
            from print_job j
            join print_serial p on p.run_id = j.run_id and p.job = j.job
            join print_bundle b on b.run_id = j.run_id and b.bundle = j.bundle
            where j.run_id = ? and j.state in ('PREPARED', 'SENT', 'DONE', 'DELIVERED')
            group by j.job, j.name, b.form, b.group_name, j.paper, j.edge
            having bool_or(p.state <> 'VOID') order by j.job
            """;

    private static final String TROUBLES =
            "select code, args, at, resumed_by, last_good from print_trouble where run_id = ? order by number";

    private final JdbcTemplate jdbc;
    private final PrintRuns runs;

    public PostgresRunReports(JdbcTemplate jdbc, PrintRuns runs) {
        this.jdbc = jdbc;
        this.runs = runs;
    }

    @Override
    public RunCounts counts(PrintRun run) {
        List<RunCounts.Line> lines = jdbc.query(
                LINES,
                (row, n) -> new RunCounts.Line(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8)),
                run.id());
        Integer troubles =
                jdbc.queryForObject("select count(*) from print_trouble where run_id = ?", Integer.class, run.id());
        return new RunCounts(lines, runs.leftOut(run), Objects.requireNonNull(troubles));
    }

    @Override
    public List<RunCounts.Delivered> jobs(String run) {
        return jdbc.query(
                JOBS,
                (row, n) -> new RunCounts.Delivered(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8)),
                run);
    }

    @Override
    public List<TroubleRecord> troubles(String run) {
        return jdbc.query(
                TROUBLES,
                (row, n) -> new TroubleRecord(
                        new Trouble(
                                Trouble.Kind.valueOf(row.getString(1)),
                                Arrays.asList(CanonicalJson.read(row.getString(2), String[].class))),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getString(5)),
                run);
    }
}
