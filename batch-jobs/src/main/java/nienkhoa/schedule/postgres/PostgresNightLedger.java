package nienkhoa.schedule.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nienkhoa.data.CanonicalJson;
import nienkhoa.schedule.JobRule;
import nienkhoa.schedule.NightLedger;
import nienkhoa.schedule.NightRun;
import nienkhoa.schedule.NightRun.Cause;
import nienkhoa.schedule.Outcome;
import nienkhoa.schedule.PlannedSince;
import nienkhoa.schedule.RunResult;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code schedule_run} and {@code schedule_plan}; every call commits by itself. */
public final class PostgresNightLedger implements NightLedger {

    private static final String COLUMNS = "run, job, due, cause, began, ended, outcome, counts, findings, said";

    private static final String BEGIN = """
            insert into schedule_run (job, due, cause, began) values (:job, :due, :cause, :at) returning run
            """;

    private static final String END = """
            update schedule_run
            set ended = :at, outcome = :outcome, counts = :counts, findings = :findings, said = :said
            where run = :run
            """;

    private static final String CLOSE = """
            update schedule_run set ended = :at, outcome = 'CUT_OFF' where ended is null returning
            """ + COLUMNS;

    private static final String SINCE = "select " + COLUMNS + """
             from schedule_run where began >= :from or due >= :from order by began, run
            """;

    private static final String PLANNED = "select job, since, rule from schedule_plan order by number";

    private static final String PLAN = "insert into schedule_plan (job, since, rule) values (:job, :since, :rule)";

    private final JdbcClient jdbc;

    public PostgresNightLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long begin(String job, Instant due, Cause cause, Instant at) {
        return jdbc.sql(BEGIN)
                .param("job", job)
                .param("due", utc(due))
                .param("cause", cause.name())
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }

    @Override
    public void end(long run, RunResult result, Instant at) {
        jdbc.sql(END)
                .param("at", utc(at))
                .param("outcome", result.outcome().name())
                .param("counts", CanonicalJson.write(result.counts()))
                .param("findings", CanonicalJson.write(result.findings()))
                .param("said", result.said())
                .param("run", run)
                .update();
    }

    @Override
    public List<NightRun> closeCutOff(Instant at) {
        return jdbc.sql(CLOSE).param("at", utc(at)).query((row, n) -> run(row)).list();
    }

    @Override
    public List<NightRun> runsSince(Instant from) {
        return jdbc.sql(SINCE)
                .param("from", utc(from))
                .query((row, n) -> run(row))
                .list();
    }

    @Override
    public List<PlannedSince> planned() {
        return jdbc.sql(PLANNED)
                .query((row, n) -> new PlannedSince(row.getString("job"), instant(row, "since"), rule(row)))
                .list();
    }

    private static Optional<JobRule> rule(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        return rule.isEmpty() ? Optional.empty() : Optional.of(CanonicalJson.read(rule, JobRule.class));
    }

    @Override
    public void plan(PlannedSince planned) {
        jdbc.sql(PLAN)
                .param("job", planned.job())
                .param("since", utc(planned.since()))
                .param("rule", planned.rule().map(CanonicalJson::write).orElse(""))
                .update();
    }

    private static NightRun run(ResultSet row) throws SQLException {
        RunResult result = new RunResult(
                Outcome.valueOf(row.getString("outcome")),
                numbers(row.getString("counts")),
                numbers(row.getString("findings")),
                row.getString("said"));
        return new NightRun(
                row.getLong("run"),
                row.getString("job"),
                instant(row, "due"),
                Cause.valueOf(row.getString("cause")),
                instant(row, "began"),
                Optional.ofNullable(row.getObject("ended", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                result);
    }

    private static SortedMap<String, Long> numbers(String json) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        Map<?, ?> read = CanonicalJson.read(json, Map.class);
        read.forEach((name, number) -> numbers.put((String) name, ((Number) number).longValue()));
        return numbers;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
