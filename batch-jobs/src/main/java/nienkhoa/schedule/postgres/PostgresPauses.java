package nienkhoa.schedule.postgres;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nienkhoa.audit.AuditEntry;
import nienkhoa.schedule.Pause;
import nienkhoa.schedule.Pauses;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code schedule_pause}. */
public final class PostgresPauses implements Pauses {

    private static final String BEGIN = """
            insert into schedule_pause (number, job, paused_by, reason, paused_at) values (?, ?, ?, ?, ?)
            """;

    /** To resume everything ends every pause; to resume one job ends only its own. */
    private static final String END = """
            update schedule_pause set ended_at = ? where ended_at is null and (? = '' or job = ?)
            """;

    private static final String ALL = """
            select job, paused_by, reason, paused_at, ended_at from schedule_pause order by number
            """;

    private final JdbcTemplate jdbc;

    public PostgresPauses(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    @Override
    public Set<String> actions() {
        return Set.of(PAUSED, RESUMED);
    }

    @Override
    public void apply(AuditEntry entry) {
        String job = entry.act().detail("job");
        OffsetDateTime at = entry.at().atOffset(ZoneOffset.UTC);
        if (entry.act().action().equals(RESUMED)) {
            jdbc.update(END, at, job, job);
        } else {
            jdbc.update(
                    BEGIN, entry.number(), job, entry.act().actor(), entry.act().detail("reason"), at);
        }
    }

    @Override
    public Set<String> tables() {
        return Set.of("schedule_pause");
    }

    @Override
    public void clear() {
        jdbc.update("delete from schedule_pause");
    }

    @Override
    public List<Pause> all() {
        return jdbc.query(
                ALL,
                (row, n) -> new Pause(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }
}
